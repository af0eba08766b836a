import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

const opened = { lesson: 'parent-links', statements: ['del root', 'import gc; gc.collect()'] };

test('a collection is entered, and its phases go by forwards and backwards', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open(opened);
  await page.getByRole('group', { name: 'Collections to enter' }).getByRole('button').last().click();
  const inside = page.getByRole('region', { name: /^Inside collection/ });
  await expect(inside.getByRole('button', { name: 'copy refcounts' })).toHaveAttribute('aria-current', 'step');
  await expect(heap.caption).toContainText('copies every refcount into gc_refs');
  await page.keyboard.press(']');
  await page.keyboard.press('.');
  await expect(heap.caption).toContainText(/refers to .+: gc_refs \d+ → \d+/);
  const first = await heap.caption.textContent();
  await page.keyboard.press('.');
  await page.keyboard.press(',');
  expect(await heap.caption.textContent()).toBe(first);
  const found = await page.getByTestId('found').textContent();
  expect(found).toMatch(/[\d,]+ unreachable/);
  await expect(page.getByText(/cycle.* merely hang off/)).toBeVisible();
  for (let i = 0; i < 7; i++) await page.keyboard.press(']');
  const number = Number(/[\d,]+/.exec(found!)![0].replaceAll(',', ''));
  await expect(page.getByText(`step ${number} of ${number}`)).toBeVisible();
  await inside.getByRole('button', { name: 'Leave' }).click();
  await expect(inside).toHaveCount(0);
});

test('subtracting ends with what is held from outside, and by whom; moving in time leaves the collection', async ({
  page,
}) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'parent-links', statements: ['import gc; gc.collect()'] });
  await page.keyboard.press('i');
  await expect(page.getByRole('region', { name: /^Inside collection/ })).toBeVisible();
  await page.keyboard.press(']');
  await page.getByLabel('Step of the phase').press('End');
  await expect(page.getByTestId('held')).toContainText('by the module that runs');
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await heap.button('To the start').click();
  await expect(page.getByRole('region', { name: /^Inside collection/ })).toHaveCount(0);
});

test('a heap that is marked and swept shows roots, grey, black and the sweep', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ ...opened, collector: 'mark-sweep' });
  await page.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'mark', exact: true })).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('.');
  await expect(heap.caption).toContainText('a root, grey');
});

test('without a collection the key says what to do', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: 'x = [1]' });
  await page.keyboard.press('i');
  await expect(page.getByText('no collection so far')).toBeVisible();
});

test('a mark on the timeline says what its collection was and took; so does the list', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'generations' });
  const door = page.getByRole('group', { name: 'Collections to enter' }).getByRole('button').last();
  const description =
    /collection \d+: generation 2, gc\.collect\(\) was called, examined [\d,]+, found [\d,]+; visited [\d,]+ objects, followed [\d,]+ references/;
  await door.focus();
  await expect(door).toHaveAccessibleName(description);
  await door.blur();
  await door.hover();
  await expect(page.locator('.doors .note')).toHaveText(description);
  await page.getByRole('tab', { name: 'Collector' }).click();
  const pane = page.getByRole('region', { name: 'Collector' });
  await expect(pane.getByRole('listitem').filter({ hasText: /^collection 1:.*visited .* followed/i })).toBeVisible();
});

test('generations are a population: lanes, promotion, the quarter rule, where objects died', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'generations' });
  await page.getByRole('tab', { name: 'Collector' }).click();
  const pane = page.getByRole('region', { name: 'Collector' });
  await expect(pane.getByText(/objects survived and were promoted to middle/)).toBeVisible();
  await expect(pane.getByText(/25 % rule: \d+ of \d+ have grown old since/)).toBeVisible();
  await expect(pane.getByRole('listitem').filter({ hasText: /^young\s*\d+\s*\d+ %/ })).toBeVisible();
  await expect(pane.getByTestId('idle-collections')).toHaveText(/^\d+ of \d+ collections found nothing\.$/);
  await pane.getByRole('button', { name: '25 % rule' }).first().click();
  await expect(pane.getByText(/more objects have grown old since than a quarter/)).toBeVisible();
  await heap.button('To the start').click();
  await expect(pane.getByTestId('idle-collections')).toHaveText(/^No collection so far/);
});

test('3.14.2 has increments and no full collections of their own accord', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'generations', python: '3.14.2' });
  await page.getByRole('tab', { name: 'Collector' }).click();
  const pane = page.getByRole('region', { name: 'Collector' });
  await expect(pane.getByText(/each automatic one is an increment/)).toBeVisible();
  await expect(pane.getByText('25 % rule')).toHaveCount(0);
  await expect(pane.getByRole('row', { name: /^increment / })).toBeVisible();
});

test('all collections of a run can be leafed through and entered, from the keyboard alone', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: 'import gc\nfor _ in range(70):\n    gc.collect()\n' });
  await page.getByRole('tab', { name: 'Collector' }).click();
  const pane = page.getByRole('region', { name: 'Collector' });
  const leaf = pane.getByRole('group', { name: 'Pages of collections' });
  await expect(leaf.getByRole('status')).toHaveText('page 1 of 3');
  for (const key of ['Enter', 'Space']) {
    await leaf.getByRole('button', { name: 'Later' }).focus();
    await page.keyboard.press(key);
  }
  await expect(leaf.getByRole('status')).toHaveText('page 3 of 3');
  await expect(leaf.getByRole('button', { name: 'Later' })).toBeDisabled();
  const last = pane.getByRole('button', { name: /^collection 70:/i });
  await expect(pane.getByRole('listitem').filter({ hasText: /^collection 70:/i })).toContainText(
    /visited [\d,]+ objects/,
  );
  await last.focus();
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('heading', { name: 'Inside collection 70' })).toBeVisible();
  await expect(last).toHaveAttribute('aria-current', 'true');
  await pane.getByRole('button', { name: /^collection 61:/i }).click();
  await expect(leaf.getByRole('status')).toHaveText('page 3 of 3');
});
