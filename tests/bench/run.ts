/** `npm run bench`: our machine and real CPython in turn, in one Chromium; see README.md. */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type JSHandle, type Page } from '@playwright/test';
import { graphProgram, nodesAt, phases, phaseStatement, pipelineProgram } from '../../src/view/speed/graph-program.ts';
import { fittedExponent, median } from '../../src/view/speed/growth.ts';
import type { GraphTimes, PipelineTimes, QuestionTimes, SpeedRequest } from '../../src/view/speed/measure.ts';
import { executablePath } from '../found-browser.ts';
import { bundleDrawingPage, drawingTables } from './drawing/drawing.ts';

const { values: options } = parseArgs({
  options: {
    depth: { type: 'string', default: '5' },
    deepest: { type: 'string', default: '6' },
    turns: { type: 'string', default: '5' },
    only: { type: 'string', default: 'compare,growth,questions,memory,drawing' },
    /** Draw without the other libraries. */
    alone: { type: 'boolean', default: false },
    way: { type: 'string', default: 'software,script' },
  },
});
const depth = Number(options.depth);
const deepest = Number(options.deepest);
const turns = Number(options.turns);
const parts = options.only.split(',');

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = join(root, 'dist');
const drawingBundle = join(root, 'node_modules/.cache/heapglass/drawing-bench');
const folders: Record<string, string> = {
  '/drawing/': drawingBundle,
  '/pyodide/': join(root, 'node_modules/pyodide-3.13/'),
  '/bench/': join(root, 'tests/bench/'),
  '/': site,
};
const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const built = existsSync(join(site, 'speed.html'))
  ? readdirSync(join(site, 'assets')).find((name) => name.startsWith('speed-worker-'))
  : undefined;
if (built === undefined) {
  console.error('The site is not built yet: run npm run build, then npm run bench again.');
  process.exit(1);
}
const speedWorker: string = built;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url!, 'http://localhost');
  if (pathname === '/blank.html' || pathname === '/drawing.html') {
    const script = pathname === '/blank.html' ? '' : '<body><script type="module" src="/drawing/drawing.js"></script>';
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>bench</title>${script}`);
    return;
  }
  const prefix = Object.keys(folders).find((each) => pathname.startsWith(each))!;
  const file = join(folders[prefix], pathname.slice(prefix.length));
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': contentTypes[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

/** A worker in the page, asked one question at a time. `greets`: it says so when it is ready. */
async function startWorker(page: Page, address: string, greets: boolean): Promise<JSHandle<Worker>> {
  return page.evaluateHandle(
    ([url, waits]) =>
      new Promise<Worker>((resolve, reject) => {
        const worker = new Worker(url, { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message || `${url} failed`));
        if (waits) worker.onmessage = () => resolve(worker);
        else resolve(worker);
      }),
    [address, greets] as const,
  );
}

function ask<Answer>(worker: JSHandle<Worker>, question: unknown): Promise<Answer> {
  return worker.evaluate(
    (each, what) =>
      new Promise<Answer>((resolve, reject) => {
        each.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
        each.onerror = (event) => reject(new Error(event.message || 'the worker failed'));
        each.postMessage(what);
      }),
    question,
  );
}

function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n`);
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
}
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const ratio = (ours: number, theirs: number): string => (ours / theirs).toFixed(2);

interface PythonTimes {
  /** Of the program, then of each statement. */
  readonly times: readonly number[];
}

async function compare(page: Page): Promise<void> {
  const ours = await startWorker(page, `/assets/${speedWorker}`, false);
  const theirs = await startWorker(page, '/bench/real-python-worker.js', true);
  const rows: string[][] = [];
  for (const linked of [false, true]) {
    const question: SpeedRequest = { kind: 'graph', depth, linked, page: false };
    const python = { program: graphProgram(linked), statements: phases.map((phase) => phaseStatement(phase, depth)) };
    const [us, them]: [GraphTimes[], PythonTimes[]] = [[], []];
    for (let turn = 0; turn <= turns; turn++) {
      const [a, b] = [await ask<GraphTimes>(ours, question), await ask<PythonTimes>(theirs, python)];
      if (turn === 0) continue;
      us.push(a);
      them.push(b);
    }
    phases.forEach((phase, i) => {
      const a = median(us.map((times) => times.phases[phase]));
      const b = median(them.map(({ times }) => times[i + 1]));
      rows.push([`${phase}${linked ? ', parents linked' : ''}`, ms(a), ms(b), ratio(a, b)]);
    });
    const { events, journalBytes } = us[0];
    rows.push([`bytes an event (${events.toLocaleString('en')} events)`, (journalBytes / events).toFixed(2), '', '']);
  }
  for (const printing of [false, true]) {
    const [us, them]: [number[], number[]] = [[], []];
    for (let turn = 0; turn <= turns; turn++) {
      const a = await ask<PipelineTimes>(ours, { kind: 'pipeline', printing } satisfies SpeedRequest);
      const b = await ask<PythonTimes>(theirs, { program: pipelineProgram(printing), statements: [] });
      if (turn === 0) continue;
      us.push(a.milliseconds);
      them.push(b.times[0]);
    }
    const [a, b] = [median(us), median(them)];
    rows.push([`pipeline.py (5 × 10), ${printing ? 'printing' : 'without prints'}`, ms(a), ms(b), ratio(a, b)]);
  }
  printTable(
    `${nodesAt(depth).toLocaleString('en')} nodes: our machine, everything recorded, and CPython 3.13, nothing recorded (medians of ${turns})`,
    ['', 'ours', 'CPython', 'ours / CPython'],
    rows,
  );
}

async function growth(page: Page): Promise<void> {
  const ours = await startWorker(page, `/assets/${speedWorker}`, false);
  const depths = Array.from({ length: deepest - 2 }, (_, i) => i + 3);
  const measured: GraphTimes[][] = [];
  for (const each of depths) {
    const answers: GraphTimes[] = [];
    const question: SpeedRequest = { kind: 'graph', depth: each, linked: true, page: true };
    if (measured.length === 0) await ask(ours, question);
    try {
      for (let turn = 0; turn < (each > 5 ? 1 : turns); turn++) answers.push(await ask<GraphTimes>(ours, question));
      measured.push(answers);
    } catch (error) {
      console.log(`\n${nodesAt(each).toLocaleString('en')} nodes: ${String(error)}`);
      break;
    }
  }
  const sizes = measured.map(([times]) => times.nodes);
  const row = (name: string, of: (times: GraphTimes) => number): string[] => {
    const costs = measured.map((times) => median(times.map(of)));
    return [name, ...costs.map(ms), fittedExponent(sizes, costs).toFixed(2)];
  };
  printTable(
    'Growth, parents linked (one turn of the largest)',
    ['', ...sizes.map((size) => size.toLocaleString('en')), 'exponent'],
    [
      ...phases.map((phase) => row(phase, (times) => times.phases[phase])),
      row('take in', (times) => times.page!.takeIn),
      row('read holders, along with the run', (times) => times.page!.readHolders),
      row('lay out', (times) => times.page!.layOut),
      row('jump, median', (times) => times.page!.jump),
      row('jump, worst', (times) => times.page!.worstJump),
    ],
  );
}

/** What the page is asked about a moment and a collection. Each question is asked five times in one turn. */
async function questions(page: Page): Promise<void> {
  const ours = await startWorker(page, `/assets/${speedWorker}`, false);
  const { nodes, times } = await ask<QuestionTimes>(ours, { kind: 'questions', depth } satisfies SpeedRequest);
  printTable(
    `Questions at ${nodes.toLocaleString('en')} nodes, parents linked`,
    ['', 'median', 'least'],
    Object.entries(times).map(([question, { median, least }]) => [question, ms(median), ms(least)]),
  );
}

/** Memory of the process that the site's own page runs in (page and workers), before and after the 5 × 10 run. */
async function pageMemory(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const megabytes = async (): Promise<number> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const resident = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024);
    return Math.max(...resident);
  };
  if (!existsSync('/proc/self/status')) return console.log('\nPage memory: only measured where there is /proc.');
  const page = await browser.newPage();
  await page.goto(`${origin}/index.html#v=1&lesson=data-pipeline`);
  await page.locator('canvas[data-settled=true]').waitFor({ timeout: 300_000 });
  const after = await megabytes();
  console.log(`\nMemory of the page's process after the pipeline of 5 × 10, page and workers: ${after.toFixed(0)} MB`);
  await page.close();
}

/**
 * Two ways to be without a GPU. `software`: as a browser is on such a machine, WebGL is rasterised by the processor.
 * `script`: drawing commands are taken and not rasterised, so that what is left is what a page pays with a fast GPU.
 */
async function drawing(way: 'software' | 'script'): Promise<void> {
  await bundleDrawingPage(drawingBundle);
  const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
  const more = way === 'script' ? ['--disable-gl-drawing-for-tests'] : [];
  const browser = await chromium.launch({ executablePath, args: [...basicArguments, ...unlimited, ...more] });
  try {
    for (let each = 5; each <= deepest; each++) {
      // At 1,111,111 sigma takes minutes a frame.
      const peers = options.alone || each > 5 ? [] : (['cosmos', 'sigma'] as const);
      const table = await drawingTables(browser, origin, speedWorker, each, peers);
      printTable(
        `${table.title}, ${way === 'script' ? 'without rasterising' : 'software rendering'}`,
        table.head,
        table.rows,
      );
    }
  } finally {
    await browser.close();
  }
}

const basicArguments = ['--no-sandbox', '--disable-dev-shm-usage'];
const browser = await chromium.launch({ executablePath, args: basicArguments });
try {
  for (const [name, part] of Object.entries({ compare, growth, questions })) {
    if (!parts.includes(name)) continue;
    const page = await browser.newPage();
    await page.goto(`${origin}/blank.html`);
    await part(page);
    await page.close();
  }
  if (parts.includes('memory')) await pageMemory(browser);
  await browser.close();
  if (parts.includes('drawing'))
    for (const way of ['software', 'script'] as const) if (options.way.includes(way)) await drawing(way);
} finally {
  await browser.close();
  server.close();
}
