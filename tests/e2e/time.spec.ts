import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

test('any position is reached exactly, from either side', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'parent-links', statements: ['del root', 'gc.collect()'] });
  const end = await heap.position();
  const places = [0.2, 0.5, 0.9].map((share) => Math.floor(end * share));
  const seek = async (to: number) => {
    await heap.time.fill(String(to));
    await heap.settled();
    return `${await heap.live()} ${await heap.output.textContent()}`;
  };
  const forwards: string[] = [];
  for (const place of places) forwards.push(await seek(place));
  await seek(end);
  const backwards: string[] = [];
  for (const place of [...places].reverse()) backwards.unshift(await seek(place));
  expect(backwards).toEqual(forwards);
});

test('steps by line and by event lead forwards and back to the same places', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'two-that-hold-each-other' });
  await heap.button('To the start').click();
  const seen: number[] = [];
  for (let i = 0; i < 4; i++) {
    await heap.button('Forward one line').click();
    seen.push(await heap.position());
  }
  expect(new Set(seen).size).toBe(4);
  await expect(page.locator('[data-current-line]')).toBeVisible();
  for (const place of seen.slice(0, -1).reverse()) {
    await heap.button('Back one line').click();
    expect(await heap.position()).toBe(place);
  }
  const from = await heap.position();
  await heap.button('Forward one event').click();
  expect(await heap.position()).toBeGreaterThan(from);
  await heap.button('Back one event').click();
  expect(await heap.position()).toBe(from);
});

test('jumps go to the next free and the next collection, and the output follows', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'two-that-hold-each-other' });
  await expect(heap.output).toContainText('collected: 2');
  await heap.button('To the start').click();
  await expect(heap.output).toHaveText('');
  await heap.button('next collection').click();
  await expect(heap.caption).toContainText(/collect/i);
  await heap.button('next free').click();
  await expect(heap.caption).toContainText(/freed|collector/i);
});

test('playing runs to the end and stops', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'two-that-hold-each-other' });
  await page.getByLabel('Speed').selectOption('100');
  await heap.button('Play').click();
  await expect(heap.button('Pause')).toBeVisible();
  await heap.settled();
  await expect(heap.button('To the end')).toBeDisabled();
});
