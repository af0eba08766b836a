/** Kinds of reachability, each as a person finds it: in the table's legend, and for the selected object. */
import { expect, test, type Page } from '@playwright/test';
import type { PythonChoice } from '../../src/view/state/choices.ts';
import { HeapglassPage } from './heapglass-page.ts';

const NODE = 'import gc, weakref\n\nclass Node:\n    pass\n\n';
const PHOENIX = `${NODE}class Phoenix(Node):\n    def __del__(self):\n        global saved\n        saved = self\n\n`;

interface Kind {
  /** As the legend calls it. */
  readonly name: string;
  readonly source: string;
  /** The object that is held in this way, as the table calls it. */
  readonly object: string;
  /** How, as the inspector says it. */
  readonly held: string;
  /** Goes where it is seen, from the end of the run. */
  readonly go?: (page: Page) => Promise<void>;
}

const kinds: readonly Kind[] = [
  {
    name: 'strong',
    source: `${NODE}node = Node()\n`,
    object: 'Node #1',
    held: 'by strong references from a root',
  },
  {
    name: 'weak only',
    source: `${NODE}node = Node()\nnode.me = node\nref = weakref.ref(node)\ndel node\n`,
    object: 'Node #1',
    held: 'by nobody: garbage that a weak reference still leads to',
  },
  {
    name: 'in gc.garbage',
    source: `${NODE}gc.set_debug(gc.DEBUG_SAVEALL)\nnode = Node()\nnode.me = node\ndel node\ngc.collect()\n`,
    object: 'Node #1',
    held: 'by gc.garbage alone',
  },
  {
    name: 'cyclic garbage',
    source: `${NODE}node = Node()\nnode.me = node\ndel node\n`,
    object: 'Node #1',
    held: 'by its own cycle: garbage',
  },
  {
    name: 'garbage behind a cycle',
    source: `${NODE}node = Node()\nnode.me = node\nnode.leaf = Node()\ndel node\n`,
    object: 'Node #2',
    held: 'by a cycle that is garbage',
  },
  {
    name: 'waiting for a finalizer',
    source: `${NODE}class Noisy(Node):\n    def __del__(self):\n        pass\n\nnode = Noisy()\nnode.me = node\ndel node\ngc.collect()\n`,
    object: 'Noisy #1',
    held: 'its finalizer is still to be called',
    go: async (page) => {
      await page.keyboard.press('i');
      await page.getByRole('button', { name: 'finalizers', exact: true }).click();
    },
  },
  {
    name: 'resurrected',
    source: `${PHOENIX}node = Phoenix()\ndel node\n`,
    object: 'Phoenix #1',
    held: 'resurrected by a finalizer',
  },
  {
    name: 'frozen',
    source: `${NODE}node = Node()\ngc.freeze()\n`,
    object: 'Node #1',
    held: 'frozen: no collection looks at it',
  },
];

for (const { name, source, object, held, go } of kinds) {
  test(`${name} is told apart, counted and shown`, async ({ page }) => {
    const heap = new HeapglassPage(page);
    await heap.open({ source });
    await go?.(page);
    await page.getByRole('tab', { name: 'Heap table' }).click();
    await page.getByText('How objects are held').click();
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: `show in the picture: ${name}` }) });
    await expect(row).toContainText(/[1-9]/);
    const show = row.getByRole('button', { name: `show in the picture: ${name}` });
    await show.click();
    await expect(show).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('table').getByRole('button', { name: object, exact: true }).click();
    await page.getByRole('tab', { name: 'Object' }).click();
    await expect(page.getByTestId('held-how')).toContainText(held);
  });
}

const VALUES =
  'class Node:\n    pass\n\nnode = Node()\nnode.small = 7\nnode.big = 100000\nnode.nothing = None\nnode.kind = int\nnode.items = []\n';

async function referents(page: Page, python: PythonChoice): Promise<string[]> {
  const heap = new HeapglassPage(page);
  await heap.open({ source: VALUES, python });
  await page.getByRole('tab', { name: 'Heap table' }).click();
  await page.getByText('How objects are held').click();
  await expect(page.locator('details').filter({ hasText: 'How objects are held' })).toContainText(
    python === '3.11' ? 'Nothing is immortal in Python 3.11' : /They refer to [1-9]\d* immortal values/,
  );
  await page.getByRole('table').getByRole('button', { name: 'Node #1', exact: true }).click();
  await page.getByRole('tab', { name: 'Object' }).click();
  await expect(page.getByTestId('referents').getByRole('listitem').first()).toBeVisible();
  const rows = page.getByTestId('referents').getByRole('listitem').filter({ hasText: 'immortal' });
  return (await rows.allInnerTexts()).map((text) => /\.\w+/.exec(text)![0]);
}

test('None, small numbers and built-in types are immortal from 3.12 on, and nothing before', async ({ page }) => {
  expect(await referents(page, '3.12')).toEqual(['.small', '.nothing', '.kind']);
  await page.getByTestId('referents').getByRole('button', { name: 'immortal' }).first().click();
  await expect(page.getByTestId('referents').getByText('Never freed, whatever its count says')).toBeVisible();
  expect(await referents(page, '3.11')).toEqual([]);
});
