import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

test('the largest keepers come first, lead on to what they keep, and are selected', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await page.getByRole('tab', { name: 'Memory' }).click();
  const keepers = page.getByRole('region', { name: 'Who keeps what alive' });
  await keepers.getByRole('button', { name: 'variables' }).click();
  await keepers.getByRole('button', { name: 'What root keeps' }).click();
  await expect(keepers).toContainText('kept by root');
  const first = keepers.getByRole('listitem').first().getByRole('button').first();
  await first.click();
  await expect(keepers.getByRole('status')).toContainText(/keeps \d+ objects .*kept by root\./);
  await keepers.getByRole('button', { name: 'types' }).click();
  await expect(keepers.getByRole('list').last()).toContainText('DataNode');
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`),
  ).toEqual([]);
});

test('two moments are compared by type and line; a line leads into the program', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'a-cache-that-leaks' });
  await page.getByRole('tab', { name: 'Memory' }).click();
  await heap.button('To the start').click();
  const comparison = page.getByRole('region', { name: 'Two moments compared' });
  await comparison.getByRole('button', { name: 'Mark this moment as A' }).click();
  await expect(comparison.getByRole('status')).toContainText('That is here: go to another moment');
  await heap.button('To the end').click();
  await expect(comparison.getByRole('status')).toContainText(/\d+ were born, 0 died, 0 stayed/);
  const line = comparison.getByRole('button', { name: /^line \d+$/ }).first();
  const number = /\d+/.exec((await line.textContent())!)![0];
  await line.click();
  await expect(page.locator('.cm-editor')).toHaveClass(/cm-focused/);
  await expect(page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: new RegExp(`^${number}$`) })).toBeVisible();
  // Another program's objects have nothing in common with these.
  await page.getByLabel('Example').selectOption('parent-links');
  await heap.settled();
  await expect(comparison.getByRole('status')).toContainText('These are runs of different programs');
  await comparison.getByRole('button', { name: 'Mark A here' }).click();
  await page.getByLabel('Python version').selectOption('3.11');
  await heap.settled();
  await expect(comparison.getByRole('status')).toContainText(/are in both runs/);
});

test('an empty heap and a heap of one object say what they are', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: 'x = [1, 2]\ndel x\n' });
  await page.getByRole('tab', { name: 'Memory' }).click();
  await heap.button('To the start').click();
  await expect(page.getByText('Nothing of the program’s is alive at this moment')).toBeVisible();
});

test('the moment marked as A is in the address', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'a-cache-that-leaks', marked: 0 });
  await page.getByRole('tab', { name: 'Memory' }).click();
  const comparison = page.getByRole('region', { name: 'Two moments compared' });
  await expect(comparison.getByRole('status')).toContainText(/A is event 0.*were born/);
  await expect.poll(() => page.url()).toContain('marked=0');
  await comparison.getByRole('button', { name: 'Forget A' }).click();
  await expect.poll(() => page.url()).not.toContain('marked');
  await heap.open({ source: 'x = 1', marked: 99_999 });
  await expect(page.getByText('marks event 99,999 as A, which this run')).toBeVisible();
});
