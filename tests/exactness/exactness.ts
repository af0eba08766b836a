/** What is known about exactness: figures from the results of the checks, gaps from KNOWN-GAPS.md. For README and site. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REAL_VERSIONS } from '../oracle/real-python.ts';
import { readResults, totals } from '../oracle/results.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

export interface VersionFigures {
  readonly version: string;
  /** Programs with recorded output, and how many of them print it here. */
  readonly recorded: number;
  readonly recordedSame: number;
  /** Whether there is a build of CPython that can be asked. */
  readonly hasOracle: boolean;
  /** Random programs compared, and how many of them printed the same. */
  readonly random: number;
  readonly randomSame: number;
  /** `KIND, seed N: first difference` of the others. */
  readonly differences: readonly string[];
}

export interface Gap {
  readonly title: string;
  readonly reason: string;
}

export interface Exactness {
  readonly versions: readonly VersionFigures[];
  /** Programs that once differed, and are kept. */
  readonly regressions: number;
  readonly gaps: readonly Gap[];
}

/** tests/conformance/results.json: per version, how many programs were run, and which printed something else. */
export type ConformanceResults = Readonly<Record<string, { readonly programs: number; readonly differ: string[] }>>;

export function readExactness(): Exactness {
  const conformance = JSON.parse(read('../conformance/results.json')) as ConformanceResults;
  const results = readResults();
  const regressions = readdirSync(fileURLToPath(new URL('../oracle/regressions', import.meta.url)));
  return {
    versions: Object.entries(conformance).map(([version, { programs, differ }]) => {
      const runs = results[version] ?? [];
      const { compared, same } = totals(runs);
      return {
        version,
        hasOracle: REAL_VERSIONS.some((each) => each === version),
        recorded: programs,
        recordedSame: programs - differ.length,
        random: compared,
        randomSame: same,
        differences: runs
          .flatMap((run) => run.differences)
          .map(({ kind, seed, difference }) => `${kind}, seed ${seed}: ${difference}`),
      };
    }),
    regressions: regressions.filter((file) => file.endsWith('.py')).length,
    gaps: gapsIn(read('../KNOWN-GAPS.md')),
  };
}

/** The entries `- **Title.** Reason` of a list, without their line breaks. */
export function gapsIn(markdown: string): Gap[] {
  return markdown
    .split(/^- /m)
    .slice(1)
    .map((entry) => entry.replace(/\s+/g, ' ').trim())
    .map((entry) => {
      const [, title, reason] = /^\*\*(.+?)\*\*(.*)$/.exec(entry) ?? [null, entry, ''];
      return { title: title!, reason: reason!.trim() };
    });
}

export const number = (value: number): string => value.toLocaleString('en');

const BEGIN = '<!-- figures: written by `npm run oracle -- --readme` -->';
const END = '<!-- end of figures -->';

/** The README's list of figures. */
export function readmeFigures({ versions }: Exactness): string {
  const lines = versions.map(({ version, recorded, recordedSame, hasOracle, random, randomSame }) => {
    const compared = hasOracle
      ? `${number(randomSame)} of ${number(random)} random programs`
      : 'there is no build to compare random programs with';
    return `- ${version}: ${recordedSame} of ${recorded} recorded programs; ${compared}`;
  });
  return `${BEGIN}\n\n${lines.join('\n')}\n\n${END}`;
}

/** `readme` with today's figures. */
export function withFigures(readme: string, exactness: Exactness): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md: expected the lines ${BEGIN} and ${END}`);
  return readme.slice(0, from) + readmeFigures(exactness) + readme.slice(to + END.length);
}

export function writeFigures(): void {
  const file = fileURLToPath(new URL('../../README.md', import.meta.url));
  writeFileSync(file, withFigures(readFileSync(file, 'utf8'), readExactness()));
}
