/**
 * The pictures: a named table of scenes, each compared with the one kept in `scenes/`. Letters come from the machine's
 * fonts, so a small part of the pixels may differ; shapes, places and colours may not. After a wanted change:
 * `npm run e2e -- scenes --update-snapshots`, then look at every picture.
 */
import { expect, test } from '@playwright/test';
import type { Address } from '../../src/view/state/address.ts';
import { HeapglassPage } from './heapglass-page.ts';

interface Scene {
  readonly name: string;
  readonly address?: Address;
  /** Statements run one after the other, each until the page has settled. */
  readonly statements?: readonly string[];
  readonly size?: readonly [number, number];
  readonly dark?: boolean;
  /** The whole page instead of the graph alone. */
  readonly wholePage?: boolean;
}

const PHONE = [390, 844] as const;
const TABLET = [820, 1180] as const;
const tree = (depth: number, breadth: number): string => `
class DataNode:
    def __init__(self, value):
        self.value = value
        self.children = []

def create(depth):
    node = DataNode(depth)
    if depth > 0:
        for _ in range(${breadth}):
            node.children.append(create(depth - 1))
    return node

root = create(${depth})
`;

const scenes: readonly Scene[] = [
  { name: 'opening', wholePage: true },
  { name: 'opening-dark', wholePage: true, dark: true },
  { name: 'opening-tablet', wholePage: true, size: TABLET },
  { name: 'opening-phone', wholePage: true, size: PHONE },
  { name: 'ghosts-of-del-root', statements: ['del root'] },
  { name: 'parent-links', address: { lesson: 'parent-links' } },
  { name: 'weak-parents', address: { lesson: 'weak-parents' } },
  { name: 'collected-cycle', address: { lesson: 'two-that-hold-each-other' } },
  { name: 'containers-shown', address: { unfolded: true } },
  { name: 'radial', address: { source: tree(3, 5), layout: 'radial' } },
  { name: 'packed', address: { source: tree(3, 5), layout: 'packed' } },
  { name: 'force', address: { source: tree(3, 3), layout: 'force' } },
  { name: 'eleven-thousand', address: { source: tree(4, 10) } },
  { name: 'eleven-thousand-dark', address: { source: tree(4, 10) }, dark: true },
];

for (const { name, address, statements = [], size = [1440, 900], dark = false, wholePage = false } of scenes) {
  test.describe(name, () => {
    test.use({
      viewport: { width: size[0], height: size[1] },
      colorScheme: dark ? 'dark' : 'light',
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('looks as it is kept', async ({ page }) => {
      const heap = new HeapglassPage(page);
      await heap.open(address);
      for (const statement of statements) await heap.statement(statement);
      await heap.settled();
      const picture = wholePage ? page : page.getByRole('img', { name: /Graph of the heap/ });
      await expect(picture).toHaveScreenshot(`${name}.png`, {
        maxDiffPixelRatio: 0.03,
        threshold: 0.25,
        animations: 'disabled',
        caret: 'hide',
      });
    });
  });
}
