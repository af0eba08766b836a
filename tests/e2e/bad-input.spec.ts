import { expect, test } from '@playwright/test';
import { writeAddress } from '../../src/view/state/address.ts';
import { HeapglassPage } from './heapglass-page.ts';

test.setTimeout(180_000);

/** Replaces the program by typing, as a person would, so that the last picture is on the page. */
async function type(heap: HeapglassPage, source: string): Promise<void> {
  await (await heap.editor()).click();
  await heap.page.keyboard.press('ControlOrMeta+a');
  await heap.page.keyboard.insertText(source);
  await heap.page.keyboard.press('ControlOrMeta+Enter');
}

test('a syntax error is one sentence with its line; the last picture stays', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  const before = await heap.live();
  await type(heap, 'x = 1\nif x\n    print(x)\n');
  await expect(page.getByRole('alert')).toContainText('Line 2');
  expect(await heap.live()).toBe(before);
  await heap.deleteRoot();
  expect(await heap.live()).toBeLessThan(before);
});

test('a construct outside the subset is refused by name', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await type(heap, 'async def f():\n    pass\n');
  await expect(page.getByRole('alert')).toContainText(/async/);
});

for (const [what, source, summary] of [
  ['name', 'print(undefined_name)\n', "NameError: name 'undefined_name' is not defined"],
  ['attribute', 'x = []\nx.colour\n', "AttributeError: 'list' object has no attribute 'colour'"],
  ['import', 'import nowhere\n', "ModuleNotFoundError: No module named 'nowhere'"],
  ['key', "d = {}\nd['k']\n", "KeyError: 'k'"],
  ['recursion', 'def f():\n    return f()\nf()\n', 'RecursionError: maximum recursion depth exceeded'],
] as const) {
  test(`an uncaught exception (${what}) prints CPython's traceback and the heap lives on`, async ({ page }) => {
    const heap = new HeapglassPage(page);
    await heap.open({ source: `kept = [1, 2]\n${source}` });
    await expect(heap.traceback).toContainText('Traceback (most recent call last):');
    await expect(heap.traceback).toContainText(summary);
    await heap.statement('print("alive", kept)');
    await expect(heap.output).toContainText('alive [1, 2]');
  });
}

test('an endless loop can be cancelled, keeps what it has and goes on', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await type(heap, 'n = 0\nwhile True:\n    n += 1\n');
  await heap.button('Cancel').click();
  await heap.settled();
  await expect(page.getByRole('status').first()).toContainText('everything up to there is kept');
  const length = Number(await heap.time.getAttribute('max'));
  await heap.button('Go on').click();
  await heap.button('Cancel').click();
  await heap.settled();
  expect(Number(await heap.time.getAttribute('max'))).toBeGreaterThan(length);
});

test('a tree of a billion nodes stops at the budget with a sentence', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await page.getByLabel('depth').fill('9');
  await page.getByLabel('breadth').fill('10');
  await expect(
    page.getByText(/1,111,111,111 nodes .* billion objects.*: the run will stop at its budget/),
  ).toBeVisible();
  await heap.button('Build').click();
  await expect(heap.button('Cancel')).toBeVisible();
  await heap.button('Cancel').click();
  await heap.settled(60_000);
  await expect(page.getByRole('status').first()).toContainText('everything up to there is kept');
});

test('ten million nodes: what they cost and what fits is said before anything runs', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await page.getByLabel('depth').fill('7');
  await page.getByLabel('breadth').fill('10');
  await expect(
    page.getByText(/11,111,111 nodes \(about 22 million objects, .* events, .* GiB and .* min\)/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Use 6 × 10, which fits' }).click();
  await expect(page.getByLabel('depth')).toHaveValue('6');
  await expect(page.getByText(/1,111,111 nodes \(about 2.2 million objects/)).toBeVisible();
  await expect(page.getByText(/which fits/)).toBeHidden();

  // The same by a program: it stops at its budget, and what there is can be looked at.
  const editor = await heap.editor();
  const source = (await editor.innerText()).replace('create_data_graph(2, 3)', 'create_data_graph(7, 10)');
  await type(heap, source);
  await expect(page.getByText(/create_data_graph\(7, 10\) asks for 11,111,111 nodes/)).toBeVisible();
  await heap.button('Cancel').click();
  await heap.settled(60_000);
  await expect(page.getByRole('status').first()).toContainText('everything up to there is kept');
  expect(await heap.live()).toBeGreaterThan(29);
});

test('a program that prints without end stops', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await type(heap, 'while True:\n    print("x" * 5000)\n');
  await expect(page.getByRole('status').first()).toContainText('printed as much as its budget allows', {
    timeout: 60_000,
  });
  await heap.settled();
});

test('a program of 50,000 lines runs', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await page.goto(
    'index.html#' + writeAddress({ source: 'x = 0\n' + 'x = x + 1\n'.repeat(50_000) + 'print("sum", x)\n' }),
  );
  await expect(heap.output).toContainText('sum 50000', { timeout: 90_000 });
});

test('a paste of 50,000 lines runs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const heap = new HeapglassPage(page);
  await heap.open();
  const source = 'x = 0\n' + 'x = x + 1\n'.repeat(50_000) + 'print("sum", x)\n';
  await page.evaluate((text) => navigator.clipboard.writeText(text), source);
  await (await heap.editor()).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(heap.output).toContainText('sum 50000', { timeout: 90_000 });
});

test('a bad statement leaves the transcript as it was', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await heap.statement('del root');
  await page.getByLabel('Statement to run on the heap').fill('del (');
  await page.getByRole('region', { name: 'Statements run on the heap' }).getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(heap.transcript.getByRole('listitem')).toHaveCount(1);
});

test('a library module that the machine does not hold is fetched for the program that imports it', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await type(heap, 'from dataclasses import dataclass\n\n@dataclass\nclass P:\n    x: int\n\nprint(P(3))\n');
  await expect(heap.output).toContainText('P(x=3)');
  await heap.statement('import enum; print(enum.Enum.__name__)');
  await expect(heap.output).toContainText('Enum');
});
