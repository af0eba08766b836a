import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

test('the page opens on a small tree with the three buttons in reach', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  expect(await heap.live()).toBeGreaterThan(20);
  for (const name of ['Build', 'del root', 'gc.collect()']) {
    await expect(heap.button(name)).toBeEnabled();
    await expect(heap.button(name)).toBeInViewport();
  }
});

test('del root is shown as a wave, and the caption says what happened', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  const before = await heap.live();
  await heap.button('del root').click();
  await expect(heap.transcript).toContainText('del root');
  await heap.settled();
  expect(await heap.live()).toBeLessThan(before - 20);
  await expect(heap.caption).toContainText('del root');
  await expect(heap.caption).toContainText('freed');
  await heap.collect();
  await expect(heap.transcript).toContainText('gc.collect()');
  await heap.statement('print(gc.collect())');
  await expect(heap.output).toContainText('0');
});

test('with reduced motion the outcome is there at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const heap = new HeapglassPage(page);
  await heap.open();
  await heap.button('del root').click();
  await expect(heap.button('Play')).toBeVisible();
  await heap.settled();
  await expect(heap.caption).toContainText('freed');
});

test('another path that keeps an object alive can be asked for and shown', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: 'class Node:\n    pass\na = [Node()]\nb = a\nc = a[0]\n' });
  await page.getByRole('searchbox').fill('c');
  await page.getByRole('searchbox').press('Enter');
  const why = page.getByTestId('why');
  await expect(why).toHaveText('c');
  await heap.button('next path').click();
  await expect(why).toHaveText('a[0]');
  await heap.button('show the path').click();
  await expect(heap.button('hide the path')).toHaveAttribute('aria-pressed', 'true');
  await heap.button('next path').click();
  await expect(why).toHaveText('b[0]');
  await heap.button('next path').click();
  await expect(why).toHaveText('c');
});
