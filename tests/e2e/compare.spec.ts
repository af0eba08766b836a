import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

test('the same program under two collectors: one clock, the first difference, what is alive on one side alone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'build-delete-collect', statements: ['del root', 'x = 1'] });
  await heap.button('Compare').click();
  const sentence = page.getByTestId('difference');
  await expect(sentence).toContainText(/They first differ after/, { timeout: 60_000 });
  const graphs = page.getByRole('img', { name: /^Graph of the heap, / });
  await expect(graphs).toHaveCount(2);
  const lives = async () =>
    (await graphs.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))).map((label) =>
      Number(/([\d,]+) live objects/.exec(label)![1].replaceAll(',', '')),
    );
  const [counted, swept] = await lives();
  expect(swept).toBeGreaterThan(counted);
  await page.keyboard.press('Home');
  await expect.poll(lives).toEqual([0, 0]);
  await sentence.getByRole('button', { name: 'Go there' }).click();
  await expect(page.getByText(/alive in one graph only: first 0, second [1-9]/)).toBeVisible();
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`),
  ).toEqual([]);
  await expect(page).toHaveURL(/beside=mark-sweep\+3\.13/);
  await page.getByLabel('Second collector').selectOption('generational');
  await expect(sentence).toContainText('Both run under the same version and collector');
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page.getByRole('img', { name: /^Graph of the heap/ })).toHaveCount(1);
});

test('how objects are held is told apart, in the table and for the selected one', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'parent-links', statements: ['del root'] });
  await page.getByRole('tab', { name: 'Heap table' }).click();
  await page.getByText('How objects are held').click();
  const kind = page.getByRole('listitem').filter({ hasText: 'cyclic garbage' });
  await expect(kind).toContainText(/[1-9]/);
  await kind.getByRole('button', { name: 'show in the picture: cyclic garbage' }).click();
  await page
    .getByRole('table')
    .getByRole('button', { name: /^DataNode/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Object' }).click();
  await expect(page.getByTestId('held-how')).toContainText('by its own cycle: garbage');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});

test('a word of the caption is explained in one sentence, from the keyboard', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'build-delete-collect', statements: ['del root'] });
  const word = heap.caption.getByRole('button', { name: 'refcount' });
  await word.press('Enter');
  await expect(page.getByText(/How many references to an object there are/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(word).toHaveAttribute('aria-expanded', 'false');
});
