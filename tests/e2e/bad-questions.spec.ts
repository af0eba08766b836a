/** Questions that have no answer where they are asked: each says so in a sentence and offers the nearest thing that works. */
import { expect, test, type Page } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

const ONE = 'class Node:\n    pass\n\nnode = Node()\n';

async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('searchbox').blur();
}

test('a selection that does not exist at the new moment: not born yet, freed', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: `${ONE}del node\n` });
  await heap.button('Back one line').click();
  await find(page, 'node');
  const inspector = page.getByRole('region', { name: 'Selected object' });
  await expect(inspector).toContainText('Node #1');
  await page.keyboard.press('Home');
  await expect(inspector).toContainText('Not born yet at this moment.');
  await inspector.getByRole('button', { name: 'Go to its birth' }).click();
  await expect(page.getByTestId('refcount')).toBeVisible();
  await page.keyboard.press('End');
  await expect(inspector).toContainText(/Freed .* at event/);
  await inspector.getByRole('button', { name: 'Go to just before' }).click();
  await expect(page.getByTestId('refcount')).toBeVisible();
});

test('a cut of a reference that is gone, and where others are listed', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: `${ONE}kept = node\ndel node\n` });
  await heap.button('Back one line').click();
  await find(page, 'node');
  await heap.button('cut? node (global)').click();
  const card = page.getByRole('region', { name: 'What if it were cut' });
  await expect(card.getByRole('status')).toContainText('nothing would go');
  await page.keyboard.press('End');
  await card.getByRole('button', { name: 'Ask at this moment' }).click();
  await expect(card.getByRole('status')).toHaveText(
    'That reference is gone at this moment; choose one of those that the inspector lists now.',
  );
  await heap.button('cut? kept (global)').click();
  await expect(card.getByRole('status')).toContainText(/If kept were cut, 1 object/);
});

test('moments of runs of different programs are not compared', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: ONE });
  await page.getByRole('tab', { name: 'Memory' }).click();
  await heap.button('Mark this moment as A').click();
  const comparison = page.getByRole('region', { name: 'Two moments compared' });
  await expect(comparison.getByRole('status')).toContainText('That is here');
  await page.getByRole('combobox', { name: 'Example' }).selectOption({ label: 'Parent links make cycles' });
  await heap.settled();
  await expect(comparison.getByRole('status')).toContainText(
    'These are runs of different programs, so their objects have nothing in common; compare two moments of one run',
  );
  await comparison.getByRole('button', { name: 'Mark A here' }).click();
  await page.keyboard.press('Home');
  await expect(comparison.getByRole('status')).toContainText(/were born/);
});

test('a heap of one object has an answer to every question', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: 'import gc\nkept = [1]\ngc.collect()\n' });
  expect(await heap.live()).toBe(1);
  await find(page, 'kept');
  await expect(page.getByTestId('why')).toHaveText('kept');
  await expect(page.getByTestId('referrers')).toContainText('kept (global)');
  await heap.button('next path').click();
  await expect(page.getByText('This is the only path')).toBeVisible();
  await heap.button('cut? kept (global)').click();
  const card = page.getByRole('region', { name: 'What if it were cut' });
  await expect(card.getByRole('status')).toContainText(
    /If kept were cut, 1 object \([\d.]+ \w+\) would be freed at once/,
  );
  await card.getByRole('button', { name: 'Forget it' }).click();
  await page.getByRole('tab', { name: 'Memory' }).click();
  const keepers = page.getByRole('region', { name: 'Who keeps what alive' });
  await expect(keepers.getByRole('button', { name: /^list #\d+$/ })).toBeVisible();
  await expect(keepers).toContainText(/list #\d+ keeps 1 object/);
  await page.keyboard.press('i');
  await expect(page.getByTestId('found')).toHaveText('no garbage');
});

test('an empty heap says so wherever it is asked, and what to do', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: 'x = 1\n' });
  expect(await heap.live()).toBe(0);
  await expect(page.getByText('Select an object in the graph or in the table')).toBeVisible();
  await find(page, 'x');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('none');
  const nothing = page.getByText(
    'Nothing of the program’s is alive at this moment; go on to a line that makes objects.',
  );
  await page.getByRole('tab', { name: 'Memory' }).click();
  await expect(nothing).toBeVisible();
  await page.getByRole('tab', { name: 'Collector' }).click();
  await expect(page.getByRole('region', { name: 'Collector' })).toContainText('None so far. gc.collect() makes one');
  await page.keyboard.press('i');
  await expect(page.getByText('This run has had no collection so far: press gc.collect()')).toBeVisible();
  await heap.collect();
  await page.keyboard.press('i');
  await expect(page.getByTestId('found')).toHaveText('no garbage');
});
