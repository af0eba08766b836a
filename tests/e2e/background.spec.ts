import { expect, test } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

test('in a tab in the background the run goes on, the picture waits', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  await page.evaluate(() => {
    // As a browser does with a tab that is not looked at: it says so, and calls for no frame.
    const hidden = { isHidden: true, waiting: [] as FrameRequestCallback[] };
    Object.assign(window, { hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden.isHidden ? 'hidden' : 'visible') });
    Object.defineProperty(document, 'hidden', { get: () => hidden.isHidden });
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      hidden.isHidden ? hidden.waiting.push(callback) * 1000 : request(callback);
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const endOfRun = async (): Promise<number> => Number(await heap.time.getAttribute('max'));
  const endBefore = await endOfRun();
  await page.getByLabel('Statement to run on the heap').fill('root = create_data_graph(4, 6)');
  await page.getByRole('region', { name: 'Statements run on the heap' }).getByRole('button', { name: 'Run' }).click();
  // The run comes to its end, and the page knows of everything that it made.
  await expect(page.getByTestId('transcript')).toContainText('create_data_graph(4, 6)');
  // Some forty events a node.
  await expect.poll(endOfRun, { timeout: 60_000 }).toBeGreaterThan(endBefore + 1555 * 10);
  expect(await heap.canvas.getAttribute('data-settled')).not.toBe('true');
  // One frame a loop is asked for and waited for, however much has arrived meanwhile.
  const waiting = await page.evaluate(
    () => (window as unknown as { hidden: { waiting: unknown[] } }).hidden.waiting.length,
  );
  expect(waiting).toBeGreaterThan(0);
  expect(waiting).toBeLessThan(20);

  await page.evaluate(() => {
    const { hidden } = window as unknown as { hidden: { isHidden: boolean; waiting: FrameRequestCallback[] } };
    hidden.isHidden = false;
    for (const callback of hidden.waiting) requestAnimationFrame(callback);
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await heap.settled(60_000);
  expect(await heap.live()).toBeGreaterThan(1555);
});
