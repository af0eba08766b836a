import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`axe finds nothing at ${size.width} × ${size.height}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const heap = new HeapglassPage(page);
      await heap.open();
      await expect(page.locator('.cm-editor')).toBeVisible();
      await page.getByRole('searchbox').fill('root');
      await page.getByRole('searchbox').press('Enter');
      const axe = () => new AxeBuilder({ page }).analyze();
      const found = (await axe()).violations;
      await page.getByRole('tab', { name: 'Heap table' }).click();
      found.push(...(await axe()).violations);
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test('everything can be done from the keyboard', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  const end = await heap.position();
  await page.keyboard.press('Home');
  expect(await heap.position()).toBe(0);
  await page.keyboard.press('ArrowRight');
  const line = await heap.position();
  expect(line).toBeGreaterThan(0);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await heap.position()).toBeGreaterThan(line);
  await page.keyboard.press('End');
  expect(await heap.position()).toBe(end);
  await page.keyboard.press('/');
  await page.keyboard.type('root');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('refcount')).toHaveText('1');
  await page.getByRole('searchbox').blur();
  await page.keyboard.press('d');
  await heap.settled();
  await expect(heap.transcript).toContainText('del root');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('to the next collection');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the live region speaks the caption, the table lists the heap', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'two-that-hold-each-other' });
  await heap.button('To the start').click();
  await expect(heap.caption).toHaveAttribute('aria-live', 'polite');
  for (let i = 0; i < 8; i++) await heap.button('Forward one line').click();
  await expect(heap.caption).not.toBeEmpty();
  await page.getByRole('tab', { name: 'Heap table' }).click();
  await expect(page.getByRole('table')).toContainText("Person 'Ann'");
});

test('dark and light can be chosen', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Theme').selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});
