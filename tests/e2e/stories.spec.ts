import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

/** The three stories of the founding example, through the buttons. */
const sizes = [
  { depth: 2, breadth: 2, nodes: 7 },
  { depth: 3, breadth: 4, nodes: 85 },
  { depth: 5, breadth: 10, nodes: 111_111 },
];

for (const { depth, breadth, nodes } of sizes) {
  test.describe(`a ${depth} × ${breadth} tree`, () => {
    test.setTimeout(180_000);
    const patience = nodes > 1000 ? 60_000 : undefined;

    async function begin(heap: HeapglassPage, links: 'none' | 'strong' | 'weak'): Promise<number> {
      await heap.statement('root = None');
      const floor = await heap.live();
      await heap.build(depth, breadth, links, patience);
      // A node and its list each, and a weak reference for every node that has children.
      const weak = links === 'weak' ? (nodes - 1) / breadth : 0;
      expect(await heap.live()).toBe(floor + 2 * nodes + weak);
      return floor;
    }

    test('plain: del root frees every node by reference count, gc.collect() returns 0', async ({ page }) => {
      const heap = new HeapglassPage(page);
      await heap.open();
      const floor = await begin(heap, 'none');
      await heap.deleteRoot();
      expect(await heap.live()).toBe(floor);
      await heap.statement('print("found", gc.collect())');
      await expect(heap.output).toContainText('found 0');
    });

    test('parent links: del root frees nothing, gc.collect() finds twice the nodes', async ({ page }) => {
      const heap = new HeapglassPage(page);
      await heap.open();
      const floor = await begin(heap, 'strong');
      await heap.deleteRoot();
      expect(await heap.live()).toBe(floor + 2 * nodes);
      await heap.statement('print("found", gc.collect())');
      await expect(heap.output).toContainText(`found ${2 * nodes}`);
      expect(await heap.live()).toBe(floor);
    });

    test('parent links and one leaf held: nothing is found', async ({ page }) => {
      const heap = new HeapglassPage(page);
      await heap.open();
      const floor = await begin(heap, 'strong');
      await heap.statement('leaf = root.children[0].children[0]');
      await heap.deleteRoot();
      await heap.statement('print("found", gc.collect())');
      await expect(heap.output).toContainText('found 0');
      expect(await heap.live()).toBe(floor + 2 * nodes);
    });

    test('weak parent links: del root frees everything again', async ({ page }) => {
      const heap = new HeapglassPage(page);
      await heap.open();
      const floor = await begin(heap, 'weak');
      await heap.deleteRoot();
      expect(await heap.live()).toBe(floor);
      await heap.statement('print("found", gc.collect())');
      await expect(heap.output).toContainText('found 0');
    });

    test('mark-and-sweep: del root frees nothing, the sweep reclaims every node', async ({ page }) => {
      const heap = new HeapglassPage(page);
      await heap.open({ collector: 'mark-sweep' });
      await heap.statement('root = None');
      await heap.collect();
      const floor = await heap.live();
      await heap.build(depth, breadth, 'none', patience);
      await heap.collect();
      expect(await heap.live()).toBe(floor + 2 * nodes);
      await heap.deleteRoot();
      expect(await heap.live()).toBe(floor + 2 * nodes);
      await heap.collect();
      expect(await heap.live()).toBe(floor);
    });
  });
}
