/**
 * Nothing blocks the page for longer than 50 ms: while it loads, while 111,111 nodes are built and laid out, and while
 * time is scrubbed.
 *
 * `longtask` entries go by the clock on the wall, and the machine that tests is shared: a task of 10 ms can lose the
 * processor for 500. The browser's own trace of the same tasks says what the processor spent on each, and that is what is
 * bounded; both are printed. Of three repetitions the best counts, because neighbours also slow memory down: what is the
 * program's own fault comes back every time.
 */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

const BOUND = 50;
const REPETITIONS = 3;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the wall, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of processor time of the page's longest task during `work`. */
async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid} ${tid}`);
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && threads.includes(`${pid} ${tid}`),
  );
  expect(tasks.length, 'tasks in the trace').toBeGreaterThan(10);
  const longest = (of: 'dur' | 'tdur') => Math.max(...tasks.map((task) => task[of] ?? 0)) / 1000;
  console.log(
    `longest task: ${longest('tdur').toFixed(0)} ms of the processor, ${longest('dur').toFixed(0)} on the wall`,
  );
  return longest('tdur');
}

/** The same, the best of some repetitions, each after `prepare`. */
async function longestAtBest(page: Page, prepare: () => Promise<void>, work: () => Promise<void>): Promise<number> {
  let best = Infinity;
  for (let turn = 0; turn < REPETITIONS && best > BOUND; turn++) {
    await prepare();
    best = Math.min(best, await longestTask(page.context().browser()!, page, work));
  }
  return best;
}

// One browser has one trace at a time.
test.describe.configure({ mode: 'serial', timeout: 400_000 });

test('while the page loads', async ({ page }) => {
  const heap = new HeapglassPage(page);
  const nothing = () => page.goto('favicon.svg').then(() => undefined);
  const open = async () => {
    await heap.open();
    await expect(page.getByRole('textbox', { name: 'Program text' })).toBeEditable();
  };
  expect(await longestAtBest(page, nothing, open)).toBeLessThan(BOUND);
});

test('while 111,111 nodes are built, laid out and scrubbed', async ({ page }) => {
  const heap = new HeapglassPage(page);
  const opened = () => heap.open();
  expect(await longestAtBest(page, opened, () => heap.build(5, 10, 'none', 200_000))).toBeLessThan(BOUND);

  const length = await heap.position();
  const scrub = async () => {
    for (let i = 1; i <= 12; i++) {
      await heap.time.fill(String(Math.floor(length * ((i * 0.37) % 1))));
      await heap.settled();
    }
  };
  const still = () => Promise.resolve();
  expect(await longestAtBest(page, still, scrub)).toBeLessThan(BOUND);
});
