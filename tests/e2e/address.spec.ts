import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

test('opening the address again gives the same picture', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'parent-links', layout: 'radial', statements: ['del root'] });
  const at = Math.floor((await heap.position()) * 0.95);
  await heap.time.fill(String(at));
  await page.getByRole('tab', { name: 'Heap table' }).click();
  await page
    .getByRole('button', { name: /^DataNode/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`at=${at}.*object=\\d+`));
  await heap.settled();
  const first = await heap.canvas.screenshot();
  const url = page.url();
  await page.goto('about:blank');
  await page.goto(url);
  await heap.settled();
  expect(await heap.position()).toBe(at);
  await expect(heap.transcript).toContainText('del root');
  expect((await heap.canvas.screenshot()).equals(first)).toBe(true);
});

test('a program of one’s own travels in the address', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: 'print("mine", 6 * 7)\n' });
  await expect(heap.output).toHaveText('mine 42\n');
});

for (const [name, fragment, sentence] of [
  ['damaged program', '#v=1&code=@@@@', /This link is damaged/],
  ['unknown layout', '#v=1&layout=spiral', /layout “spiral”/],
  ['newer version', '#v=99&lesson=parent-links', /made by a newer Heapglass/],
  ['unknown lesson', '#v=1&lesson=nowhere', /no lesson “nowhere”/],
  ['object that is not there', '#v=1&lesson=parent-links&object=999999', /selects object 999999/],
] as const) {
  test(`a bad link (${name}) gives one sentence and a page that works`, async ({ page }) => {
    const heap = new HeapglassPage(page);
    await page.goto('index.html' + fragment);
    await heap.settled();
    await expect(page.getByText(sentence)).toBeVisible();
    await heap.deleteRoot();
    await expect(heap.transcript).toContainText('del root');
  });
}
