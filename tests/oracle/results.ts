/**
 * results.json: which random programs have been compared, per version, and which of them differed. Only the runner
 * writes it (`--results`); a range of seeds that is run again replaces what was known of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Difference {
  readonly seed: number;
  readonly kind: string;
  /** The first line that differs in the smallest program. */
  readonly difference: string;
}

/** The programs of the seeds `from` to `to`, each one compared once. */
export interface Run {
  /** Which generator wrote them, which simulator ran them: the beginning of a hash of their sources. */
  readonly generator: string;
  readonly simulator: string;
  /** Statements at a program's top level, at most. */
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly differences: readonly Difference[];
}

export type Results = Readonly<Record<string, readonly Run[]>>;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FILE = here('results.json');

export function readResults(): Results {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {};
}

export function writeRun(version: string, run: Run): void {
  const results = readResults();
  const entries = Object.entries({ ...results, [version]: withRun(results[version] ?? [], run) });
  entries.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  writeFileSync(FILE, JSON.stringify(Object.fromEntries(entries), null, 2) + '\n');
}

/** `runs` with `run` in place of what was known of its programs; neighbours that are alike become one. */
export function withRun(runs: readonly Run[], run: Run): Run[] {
  const parts = runs.flatMap((old) =>
    old.generator !== run.generator || old.size !== run.size
      ? [old]
      : [part(old, old.from, Math.min(old.to, run.from - 1)), part(old, Math.max(old.from, run.to + 1), old.to)],
  );
  const all = [...parts.filter(({ from, to }) => from <= to), run];
  all.sort((a, b) => a.generator.localeCompare(b.generator) || a.size - b.size || a.from - b.from);
  const joined: Run[] = [];
  for (const next of all) {
    const last = joined.at(-1);
    const isAlike = last?.generator === next.generator && last.simulator === next.simulator && last.size === next.size;
    if (last === undefined || !isAlike || last.to + 1 !== next.from) joined.push(next);
    else joined[joined.length - 1] = { ...last, to: next.to, differences: [...last.differences, ...next.differences] };
  }
  return joined;
}

function part(run: Run, from: number, to: number): Run {
  return { ...run, from, to, differences: run.differences.filter(({ seed }) => seed >= from && seed <= to) };
}

/** Seeds of this generator's programs that are known to differ. */
export function knownSeeds(version: string, size: number): ReadonlySet<number> {
  const generator = generatorHash();
  const runs = (readResults()[version] ?? []).filter((run) => run.generator === generator && run.size === size);
  return new Set(runs.flatMap((run) => run.differences.map(({ seed }) => seed)));
}

/** How many programs have been compared, and how many of them printed the same. */
export function totals(runs: readonly Run[]): { readonly compared: number; readonly same: number } {
  const compared = runs.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return { compared, same: compared - runs.reduce((sum, { differences }) => sum + differences.length, 0) };
}

export const generatorHash = (): string => hashOf([here('grammar'), here('random-program.ts')]);
export const simulatorHash = (): string =>
  hashOf(['base', 'program', 'heap', 'collector', 'machine'].map((folder) => here(`../../src/${folder}`)));

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of path.endsWith('.ts') ? [path] : sourcesIn(path)) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 10);
}

function sourcesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file));
  return sources.sort().map((file) => join(folder, file));
}
