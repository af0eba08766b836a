import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

async function selectRoot(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('root');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('searchbox').blur();
}

test('a cut is foreseen, forgotten without a trace, and done', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  const live = await heap.live();
  await selectRoot(page);
  await heap.button('cut? root (global)').click();
  const card = page.getByRole('region', { name: 'What if it were cut' });
  await expect(card.getByRole('status')).toContainText(/If root were cut, \d+ objects .* would be freed at once/);
  const freed = Number(/cut, (\d+) objects/.exec((await card.getByRole('status').textContent())!)![1]);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await card.getByRole('button', { name: 'Forget it' }).click();
  await expect(card).toHaveCount(0);
  expect(await heap.live()).toBe(live);
  await expect(heap.transcript).toHaveCount(0);
  await heap.button('cut? root (global)').click();
  await card.getByRole('button', { name: 'Do it: del root' }).click();
  await heap.settled();
  await expect(heap.transcript).toContainText('del root');
  expect(live - (await heap.live())).toBe(freed);
});

test('each reference of the path that keeps an object alive can be thought away', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await selectRoot(page);
  await page.getByText('What if a reference of this path were cut?').click();
  await page.getByTestId('path').getByRole('button', { name: 'cut? root' }).click();
  await expect(page.getByRole('region', { name: 'What if it were cut' }).getByRole('status')).toContainText(
    /If root were cut, \d+ objects .* would be freed at once/,
  );
});

test('cyclic garbage is told from what goes at once', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'parent-links' });
  await selectRoot(page);
  await heap.button('cut? root (global)').click();
  await expect(page.getByRole('region', { name: 'What if it were cut' }).getByRole('status')).toContainText(
    /would become cyclic garbage and wait for a collection/,
  );
});

test('a reference that is gone at another moment is said to be gone', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'parent-links', statements: ['kept = root', 'del root'] });
  await heap.button('Back one line').click();
  await selectRoot(page);
  await heap.button('cut? root (global)').click();
  const card = page.getByRole('region', { name: 'What if it were cut' });
  await expect(card.getByRole('button', { name: 'Go to the end' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(card.getByRole('status')).toHaveText('This was asked at another moment.');
  await card.getByRole('button', { name: 'Ask at this moment' }).click();
  await expect(card.getByRole('status')).toContainText('That reference is gone at this moment; choose one');
});
