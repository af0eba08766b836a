/**
 * Nothing blocks the page for longer than 50 ms: while it loads, while 111,111 nodes are built and laid out, and while
 * time is scrubbed.
 *
 * `longtask` entries go by the clock on the wall, and the machine that tests is shared: a task of 10 ms can lose the
 * processor for 500. The browser's own trace of the same tasks says what the processor spent on each, and that is what is
 * bounded; both are printed. Of three repetitions the best counts, because neighbours also slow memory down: what is the
 * program's own fault comes back every time.
 *
 * Runs after all other files, alone; by itself with `npm run e2e -- --project=alone --no-deps`.
 */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

const BOUND = 50;
const REPETITIONS = 3;
const MARK = 'the page under test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the wall, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** Milliseconds of processor time of the page's longest task during `work`, and of all of its tasks. */
async function tasksDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<Record<'longest' | 'all', number>> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const begun = Date.now();
  await work();
  const wall = Date.now() - begun;
  await page.evaluate((mark) => performance.mark(mark), MARK);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  // The browser's own pages (its address box, say) have such threads, too: the page's is the one with the mark.
  const threads = traceEvents.filter(({ name }) => name === MARK).map(({ pid, tid }) => `${pid} ${tid}`);
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && threads.includes(`${pid} ${tid}`),
  );
  expect(tasks.length, 'tasks in the trace').toBeGreaterThan(10);
  const longest = (of: 'dur' | 'tdur') => Math.max(...tasks.map((task) => task[of] ?? 0)) / 1000;
  const all = tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  console.log(
    `longest task: ${longest('tdur').toFixed(0)} ms of the processor, ${longest('dur').toFixed(0)} on the wall; ` +
      `all tasks: ${all.toFixed(0)} ms of the processor, ${wall} on the wall`,
  );
  return { longest: longest('tdur'), all };
}

/** The same, the best of some repetitions, each after `prepare`. */
async function longestAtBest(page: Page, prepare: () => Promise<void>, work: () => Promise<void>): Promise<number> {
  let best = Infinity;
  for (let turn = 0; turn < REPETITIONS && best > BOUND; turn++) {
    await prepare();
    best = Math.min(best, (await tasksDuring(page.context().browser()!, page, work)).longest);
  }
  return best;
}

// One browser has one trace at a time.
test.describe.configure({ mode: 'serial', timeout: 400_000 });

/** Leaves the page, and the browser knows none of its files, nor what it has compiled of them. */
async function forgetFiles(page: Page): Promise<void> {
  await page.goto('favicon.svg');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
  await devtools.detach();
}

test('a first visit is answered within a second of the page’s processor time', async ({ page }) => {
  const heap = new HeapglassPage(page);
  const times: number[] = [];
  for (let turn = 0; turn < REPETITIONS; turn++) {
    await forgetFiles(page);
    times.push((await tasksDuring(page.context().browser()!, page, () => heap.open())).all);
  }
  expect(Math.min(...times)).toBeLessThan(1000);
});

test('while the page loads', async ({ page }) => {
  const heap = new HeapglassPage(page);
  const nothing = () => forgetFiles(page);
  const open = async () => {
    await heap.open();
    await heap.editor();
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

test('while 111,111 nodes are run to breakpoints and laid beside another run', async ({ page }) => {
  page.setDefaultTimeout(60_000);
  const heap = new HeapglassPage(page);
  await heap.open({ breakpoints: [{ kind: 'line', line: 2 }] });
  await heap.build(5, 10, 'none', 200_000);
  await heap.deleteRoot();
  const bound = async (what: string, prepare: () => Promise<void>, ask: () => Promise<void>): Promise<void> => {
    console.log(what);
    expect.soft(await longestAtBest(page, prepare, ask), what).toBeLessThan(BOUND);
  };
  const search = page.getByRole('searchbox');
  await search.fill('dict #7');
  await search.press('Enter');
  await search.blur();
  // The namespace of a class, whose count stays as it is: a search reads all events.
  await heap.button(/^Stop at: refcount of dict #7\b/).click();
  const goTo = async (position: number): Promise<void> => {
    await heap.time.fill(String(position));
    await heap.settled();
  };
  const opening = 5200;
  const length = await heap.position();
  await bound(
    'run to breakpoints, forwards',
    () => goTo(opening),
    async () => {
      await page.keyboard.press('r');
      await expect(page.getByText('No breakpoint stops after this moment')).toBeVisible();
      await heap.settled();
    },
  );
  await bound(
    'run to breakpoints, backwards',
    () => goTo(length),
    async () => {
      await page.keyboard.press('Shift+R');
      await expect(heap.caption).toContainText('Stopped at a breakpoint, refcount');
      await heap.settled();
    },
  );

  const sentence = page.getByTestId('difference');
  const alone = async (): Promise<void> => {
    await goTo(length);
    if ((await sentence.count()) > 0) await heap.button('Stop comparing').click();
    await heap.settled();
  };
  await bound('lay two runs beside each other', alone, async () => {
    await heap.button('Compare').click();
    await expect(sentence).toContainText('They first differ', { timeout: 200_000 });
    await expect(page.getByText(/alive in one graph only: first 0, second [1-9]/)).toBeVisible();
    await heap.settled();
  });
  await bound(
    'go along in time',
    () => goTo(length),
    async () => {
      for (let i = 1; i <= 6; i++) {
        await heap.time.fill(String(Math.floor(length * ((i * 0.37) % 1))));
        await heap.settled();
      }
    },
  );
});

test('while questions are asked of 222,222 objects', async ({ page }) => {
  page.setDefaultTimeout(30_000);
  const heap = new HeapglassPage(page);
  await heap.open();
  await heap.build(5, 10, 'strong', 200_000);
  const inspector = page.getByRole('region', { name: 'Selected object' });
  const why = page.getByTestId('why');
  const card = page.getByRole('region', { name: 'What if it were cut' });
  const memory = page.getByRole('region', { name: 'Two moments compared' });
  const bound = async (what: string, prepare: () => Promise<void>, ask: () => Promise<void>): Promise<void> => {
    console.log(what);
    expect.soft(await longestAtBest(page, prepare, ask), what).toBeLessThan(BOUND);
  };
  /** What is kept of the moment is forgotten when another one has been asked. */
  const otherMoment = async (): Promise<void> => {
    await page.keyboard.press('End');
    await heap.settled();
    await page.keyboard.press('Shift+ArrowLeft');
    await heap.settled();
    await page.keyboard.press('End');
    await heap.settled();
  };
  const nothing = () => Promise.resolve();

  const search = page.getByRole('searchbox');
  const select = async (name: string): Promise<void> => {
    await search.fill(name);
    await search.press('Enter');
    await search.blur();
    await expect(inspector).toContainText(name);
    await expect(why).not.toBeEmpty();
    await heap.settled();
  };
  const deselected = async (): Promise<void> => {
    await otherMoment();
    await page.keyboard.press('Escape');
  };
  await bound('select', deselected, () => select('DataNode 777'));
  await bound('next path', nothing, async () => {
    await heap.button('next path').click();
    await heap.settled();
  });
  await select('DataNode 0');
  const forget = async (): Promise<void> => {
    if ((await card.count()) > 0) await card.getByRole('button', { name: 'Forget it' }).click();
    await otherMoment();
  };
  await bound('what if', forget, async () => {
    await heap.button('cut? root (global)').click();
    await expect(card.getByRole('status')).toContainText('222,222');
    await heap.settled();
  });
  await forget();
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Memory' }).click();
  await heap.button('Mark this moment as A').click();
  const atMark = async (): Promise<void> => {
    await page.keyboard.press('End');
    await heap.settled();
  };
  await bound('retained sizes', otherMoment, async () => {
    await expect(
      page.getByRole('region', { name: 'Who keeps what alive' }).getByRole('listitem').first(),
    ).toBeVisible();
    await heap.settled();
  });
  await bound('compare', atMark, async () => {
    await page.keyboard.press('Home');
    await expect(memory.getByRole('status')).toContainText('222,');
    await heap.settled();
  });
  await page.keyboard.press('End');
  await page.getByRole('tab', { name: 'Collector' }).click();
  await heap.deleteRoot();
  await heap.collect();
  const outside = async (): Promise<void> => {
    await page.keyboard.press('End');
    await heap.settled();
  };
  await bound('enter a collection', outside, async () => {
    await page.keyboard.press('i');
    await expect(page.getByRole('region', { name: /^Inside collection/ })).toBeVisible();
    await expect(page.getByTestId('found')).toContainText('222,222');
    await heap.settled();
  });
  await bound('from phase to phase', nothing, async () => {
    for (let phase = 0; phase < 8; phase++) {
      await page.keyboard.press(']');
      await heap.settled();
    }
  });
});
