import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

async function selectRoot(heap: HeapglassPage): Promise<void> {
  const find = heap.page.getByRole('searchbox');
  await find.fill('root');
  await find.press('Enter');
  await expect(heap.page.getByTestId('refcount')).toBeVisible();
}

test('each action on the selected node is a statement that is shown and run', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await selectRoot(heap);
  await expect(page.getByTestId('referrers')).toContainText('root (global)');
  const before = await heap.live();

  await heap.button(/Add a child/).click();
  await heap.settled();
  await expect(heap.transcript).toContainText('root.children.append(DataNode(');
  expect(await heap.live()).toBe(before + 2);

  await heap.button(/Give it a variable/).click();
  await heap.settled();
  await expect(heap.transcript).toContainText('node = root');
  await expect(page.getByTestId('refcount')).toHaveText('2');

  await heap.button(/Make a weak reference/).click();
  await heap.settled();
  await expect(page.getByTestId('refcount')).toHaveText('2');

  await heap.button(/Drop node/).click();
  await heap.settled();
  await expect(page.getByTestId('refcount')).toHaveText('1');
});

test('a reference to another object can be picked', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await heap.statement('other = DataNode(7)');
  await selectRoot(heap);
  await heap.button(/Let it refer to/).click();
  await page.getByRole('tab', { name: 'Heap table' }).click();
  await heap.button('Later').click();
  await heap.button('DataNode 7').click();
  await heap.settled();
  await expect(heap.transcript).toContainText('root.parent = other');
});

test('a child is removed from its parent and dies', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  const before = await heap.live();
  await page.getByRole('tab', { name: 'Heap table' }).click();
  await page
    .getByRole('button', { name: /^DataNode/ })
    .nth(1)
    .click();
  await page.getByRole('tab', { name: 'Object' }).click();
  await heap.button(/Remove it here/).click();
  await heap.settled();
  await expect(heap.transcript).toContainText(/del root\.children\[\d\]/);
  expect(await heap.live()).toBe(before - 8);
  await expect(page.getByText(/Freed by reference count/)).toBeVisible();
});

test('the transcript is a program that can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const heap = new HeapglassPage(page);
  await heap.open();
  await heap.deleteRoot();
  await heap.button('copy as a program').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('def create_data_graph');
  expect(copied.trimEnd().endsWith('del root')).toBe(true);
});
