import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { dataPipeline } from '../../src/lesson/data-pipeline.ts';
import { HeapglassPage } from './heapglass-page.ts';

/** The founding program, as it came. */
const pipeline = readFileSync(new URL('../seed/pipeline.py', import.meta.url), 'utf8');

test.setTimeout(240_000);

test('the founding program runs unchanged to its end: 111,111 lines and the table of memory_profiler', async ({
  page,
}) => {
  expect(dataPipeline.source).toBe(pipeline);
  const heap = new HeapglassPage(page);
  await page.goto('index.html#v=1&lesson=data-pipeline');
  await heap.settled(180_000);
  await expect(heap.output).toContainText('Mem usage');
  await expect(heap.output).toContainText('root = create_data_graph(5, 10)');
  await expect(heap.output).toContainText('gc.collect()');
  const [download] = await Promise.all([page.waitForEvent('download'), heap.button('save all').click()]);
  const printed = readFileSync(await download.path(), 'utf8');
  expect(printed.match(/^Processing node with value: \d+$/gm)).toHaveLength(111_111);
});

test('edited to another depth and breadth it still runs', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open({ source: pipeline.replace('create_data_graph(5, 10)', 'create_data_graph(3, 7)') });
  await expect(heap.output).toContainText('root = create_data_graph(3, 7)');
  const lines = (await heap.output.textContent())!.match(/Processing node with value/g);
  expect(lines).toHaveLength(400);
});
