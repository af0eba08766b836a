import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

const lesson = { lesson: 'two-that-hold-each-other' };

test('a line in the gutter stops the run, forwards and backwards, and is kept in the address', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open(lesson);
  const end = await heap.position();
  const line = page.locator('.cm-breakpoints .cm-gutterElement').nth(9);
  await line.click();
  const bar = page.getByRole('region', { name: 'Breakpoints' });
  const chip = bar.getByRole('button', { name: /^Remove: line \d+$/ });
  await expect(chip).toBeVisible();
  const number = Number(/\d+/.exec((await chip.getAttribute('aria-label'))!)![0]);
  await bar.getByRole('button', { name: 'Run to previous' }).click();
  await expect(heap.caption).toContainText(`Stopped at a breakpoint, line ${number}.`);
  const stop = await heap.position();
  expect(stop).toBeLessThan(end);
  await page.keyboard.press('Home');
  await page.keyboard.press('r');
  expect(await heap.position()).toBeLessThanOrEqual(stop);
  await expect(page).toHaveURL(new RegExp(`break=line\\.${number}`));
  await page.reload();
  await heap.settled();
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect(page.locator('.breakpoint-dot:visible')).toHaveCount(0);
});

test('the death and the refcount of the selected object stop it, from the keyboard alone', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open(lesson);
  await page.keyboard.press('Home');
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
  await page.getByRole('searchbox').fill('Ann');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('searchbox').blur();
  await page.keyboard.press('Shift+B');
  const bar = page.getByRole('region', { name: 'Breakpoints' });
  await bar.getByRole('button', { name: /^Stop at: refcount of Person/ }).press('Enter');
  const before = await page.getByTestId('refcount').textContent();
  await page.keyboard.press('r');
  await expect(page.getByTestId('refcount')).not.toHaveText(before!);
  await bar.getByRole('button', { name: /^Remove: refcount/ }).press('Enter');
  await bar.getByRole('button', { name: /^Stop at: death of Person/ }).press('Enter');
  await page.keyboard.press('r');
  await expect(page.getByText(/^Freed /)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});

test('where nothing stops any more one sentence says what to do', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ ...lesson, breakpoints: [{ kind: 'death', object: 9_999_999 }] });
  await page.keyboard.press('Home');
  await page.keyboard.press('r');
  await expect(page.getByText(/does not stop after this moment/)).toBeVisible();
  await expect(page.getByRole('button', { name: /which this run does not have/ })).toBeVisible();
});
