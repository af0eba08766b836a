/** The drawing part of `npm run bench`: ours, sigma.js and cosmos.gl in turn, on one graph, in one Chromium. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { nodesAt } from '../../../src/view/speed/graph-program.ts';
import type { DrawingTimes } from '../../../src/view/speed/drawing.ts';
import type { FrameTimes } from '../../../src/view/speed/frames.ts';
import type { DrawingBench, PeerName, PeerTimes } from './drawing-page.ts';

const modules = join(import.meta.dirname, '../../../node_modules');
const WINDOW = { width: 1280, height: 800 };
const kinds = ['pan', 'zoom', 'recolour'] as const;

/** Bundles the page of this benchmark into `folder`, as `drawing.js`. */
export async function bundleDrawingPage(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    // Of its two builds the one that cosmos.gl's import fits.
    resolve: { alias: { 'gl-bench': join(modules, 'gl-bench/dist/gl-bench.module.js') } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: join(import.meta.dirname, 'drawing-page.ts'),
        output: { entryFileNames: 'drawing.js' },
      },
    },
  });
}

export interface DrawingTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `origin`: where /drawing.html loads the bundle. `peers`: who else draws the graph. */
export async function drawingTables(
  browser: Browser,
  origin: string,
  worker: string,
  depth: number,
  peers: readonly PeerName[],
): Promise<DrawingTable> {
  const page = await browser.newPage({ viewport: WINDOW });
  page.setDefaultTimeout(0);
  await page.goto(`${origin}/drawing.html`);
  await page.waitForFunction(() => 'drawingBench' in window);
  await page.evaluate(
    ([address, levels]) => (window as unknown as { drawingBench: DrawingBench }).drawingBench.build(address, levels),
    [`${origin}/assets/${worker}`, depth] as const,
  );
  const ours = await page.evaluate(() => window.drawingBench.ours());
  const others: [PeerName, PeerTimes | string][] = [];
  for (const peer of peers) {
    try {
      others.push([peer, await page.evaluate((name) => window.drawingBench.peer(name), peer)]);
    } catch (error) {
      others.push([peer, `failed (${String(error).split('\n')[0]})`]);
    }
  }
  await page.close();
  return tableOf(depth, ours, others);
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const both = ({ frame, shortest, work, leastWork }: FrameTimes): string =>
  `${ms(frame)}, least ${ms(shortest)} (${ms(work)}, least ${ms(leastWork)})`;

function tableOf(depth: number, ours: DrawingTimes, others: readonly [PeerName, PeerTimes | string][]): DrawingTable {
  const cell = (times: PeerTimes | string, of: (times: PeerTimes) => string): string =>
    typeof times === 'string' ? times : of(times);
  const rows = [
    ['first picture', ms(ours.first), ...others.map(([, times]) => cell(times, ({ first }) => ms(first)))],
    ...kinds.map((kind) => [
      `${kind}: frame (main thread)`,
      both(ours[kind]),
      ...others.map(([, times]) =>
        cell(times, (of) => `${both(of[kind])}, ours ${(ours[kind].frame / of[kind].frame).toFixed(3)} of it`),
      ),
    ]),
    ['scrub: frame (main thread)', both(ours.scrub), ...others.map(() => '')],
    ...([...kinds, 'scrub'] as const).map((kind) => [
      `${kind}: worst main thread`,
      ms(ours[kind].worstWork),
      ...others.map(([, times]) => (kind === 'scrub' ? '' : cell(times, (of) => ms(of[kind].worstWork)))),
    ]),
    ['hover', `${(1000 * ours.hover).toFixed(1)} µs`, ...others.map(() => '')],
  ];
  return {
    title: `Drawing ${nodesAt(depth).toLocaleString('en')} nodes with their edges (medians)`,
    head: ['', 'ours', ...others.map(([name]) => name)],
    rows,
  };
}
