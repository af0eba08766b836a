/**
 * Runs every program of a folder on the simulator and compares what it prints with what CPython printed:
 *
 *     npm run conformance -- [DIR] [--python 3.13|all] [--results]
 *
 * DIR holds NAME.py with NAME.json, in the format of README.md beside this file. Programs that have no output for the
 * version are skipped. The exit code is 1 when one differs, or when results.json (which `--results` writes) says
 * something else about the folder beside this file.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ConformanceResults } from '../exactness/exactness.ts';
import { firstDifference } from '../first-difference.ts';
import { choose, fail, loadRunProgram, printedBy, PROFILES, type Profile } from '../machine.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: '3.13' }, results: { type: 'boolean', default: false } },
});
const versions = values.python === 'all' ? PROFILES : [choose('python', values.python, PROFILES)];
const folder = positionals[0] ?? fileURLToPath(new URL('programs', import.meta.url));
if (positionals.length > 1) fail('usage: npm run conformance -- [DIR] [--python 3.13|all]');
if (!existsSync(folder)) fail(`${folder}: no such folder`);

/** The recorded output for the version, or undefined where there is none. */
function expectedOutput(name: string, source: string, profile: Profile): string | undefined {
  const excluded = [...source.matchAll(/^# not for: *([\d., ]+)/gm)].flatMap(([, versions]) => versions.split(/[ ,]+/));
  if (excluded.includes(profile)) return undefined;
  const recorded = join(folder, `${name}.json`);
  if (!existsSync(recorded)) return undefined;
  const outputs = JSON.parse(readFileSync(recorded, 'utf8')) as Record<string, string>;
  return outputs[profile] ?? outputs['all'];
}

const runProgram = await loadRunProgram();
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -'.py'.length))
  .sort();

/** Where the program's output differs from what is expected, or null. */
function differenceOf(name: string, source: string, expected: string, profile: Profile): string | null {
  try {
    const actual = printedBy(runProgram(source, { profile, filename: `${name}.py` }));
    return firstDifference(expected, actual, ['expected', 'got']);
  } catch (error) {
    // Our own bug, not the program's: the other programs still run.
    return `the simulator failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

for (const profile of versions) {
  if (versions.length > 1) console.log(`CPython ${profile}:`);
  let passed = 0;
  const differ: string[] = [];
  for (const name of names) {
    const source = readFileSync(join(folder, `${name}.py`), 'utf8');
    const expected = expectedOutput(name, source, profile);
    if (expected === undefined) continue;
    const difference = differenceOf(name, source, expected, profile);
    if (difference === null) passed++;
    else {
      differ.push(name);
      console.log(`${name}: ${difference}`);
    }
  }
  console.log(`${passed} passed, ${differ.length} failed`);
  if (differ.length > 0) process.exitCode = 1;
  if (positionals.length === 0) noteResults(profile, { programs: passed + differ.length, differ });
}

function noteResults(profile: Profile, now: ConformanceResults[string]): void {
  const file = fileURLToPath(new URL('results.json', import.meta.url));
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConformanceResults) : {};
  if (values.results) {
    const all = PROFILES.flatMap((each) =>
      each === profile ? [[each, now]] : known[each] ? [[each, known[each]]] : [],
    );
    writeFileSync(file, JSON.stringify(Object.fromEntries(all), null, 2) + '\n');
  } else if (JSON.stringify(known[profile]) !== JSON.stringify(now)) {
    console.log(`results.json says something else about ${profile}: run this again with --results`);
    process.exitCode = 1;
  }
}
