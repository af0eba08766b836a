/**
 * Runs random programs in real CPython and in the simulator and compares what they print:
 *
 *     npm run oracle -- [--python 3.13|all] [--count 150] [--seed 1] [--size 40] [--only KIND] [--failures 5] [--results]
 *
 * Program number i has the seed `--seed` + i; kinds take turns. A program with a difference is shrunk and shown with its
 * seed. The exit code is 1 when there is one that results.json does not know. `--results` adds the run to it. Further uses:
 *
 *     npm run oracle -- --again [--results]             the seeds that results.json knows to differ, in place of a range
 *     npm run oracle -- --show --only KIND --seed S     print the programs, run nothing
 *     npm run oracle -- FILE.py                         compare this program
 *     npm run oracle -- --record [NAME ...]             record tests/oracle/regressions, or some, for the version
 *     npm run oracle -- --readme                        write the figures of the README
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { writeFigures } from '../exactness/exactness.ts';
import { firstDifference } from '../first-difference.ts';
import { choose, fail } from '../machine.ts';
import { KINDS } from './grammar/kinds.ts';
import type { Statement } from './grammar/template.ts';
import { writeProgram } from './grammar/write-program.ts';
import { randomStatements } from './random-program.ts';
import { bootRealPython, REAL_VERSIONS } from './real-python.ts';
import { recordRegressions } from './regressions.ts';
import { type Difference, generatorHash, knownSeeds, simulatorHash, writeRun } from './results.ts';
import { loadSimulatedPython } from './simulated-python.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string', default: '3.13' },
    count: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '40' },
    only: { type: 'string' },
    failures: { type: 'string', default: '5' },
    again: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    results: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});
if (values.python === 'all') runAllVersions();
const version = choose('python', values.python, REAL_VERSIONS);
const count = values.show && values.count === '150' ? 1 : Number(values.count);
const seed = Number(values.seed);
const size = Number(values.size);
const mostFailures = Number(values.failures);
const seeds = values.again ? [...knownSeeds(version, size)] : Array.from({ length: count }, (_, index) => seed + index);
/** Programs between two notes in results.json. */
const NOTED = 500;
const LONGEST_DIFFERENCE = 300;
/** Programs tried on the way to the smallest. */
const MOST_TRIES = 150;
if (values.results && values.only !== undefined) fail('--results counts programs of all kinds: leave --only out');
const kindNames = (
  values.only === undefined
    ? Object.keys(KINDS)
    : values.only.split(',').map((name) => choose('only', name, Object.keys(KINDS)))
).filter((name) => version !== '3.14.2' || KINDS[name].comparesIncremental);

/** The builds cannot share a process: one for each version, one after the other. */
function runAllVersions(): never {
  const failed = REAL_VERSIONS.filter((each) => {
    console.log(`--- ${each}`);
    const options = process.argv.slice(1).map((argument) => (argument === 'all' ? each : argument));
    return spawnSync(process.execPath, [...process.execArgv, ...options], { stdio: 'inherit' }).status !== 0;
  });
  process.exit(failed.length > 0 ? 1 : 0);
}

function sourceOf(kindName: string, statements: readonly Statement[]): string {
  const { templates, beginning, ending } = KINDS[kindName];
  return writeProgram(templates, statements, beginning, ending);
}

function* programs(): Generator<{ kindName: string; programSeed: number; statements: fc.Arbitrary<Statement[]> }> {
  const arbitraries = kindNames.map((name) => randomStatements(KINDS[name].templates, size));
  for (const programSeed of seeds) {
    const at = programSeed % kindNames.length;
    yield { kindName: kindNames[at], programSeed, statements: arbitraries[at] };
  }
}

function showPrograms(): void {
  for (const { kindName, programSeed, statements } of programs()) {
    const [chosen] = fc.sample(statements, { seed: programSeed, numRuns: 1 });
    console.log(`# ${kindName}, seed ${programSeed}\n${sourceOf(kindName, chosen)}`);
  }
}

/** Where an object lies is the interpreter's own affair: all addresses are alike. */
const withoutAddresses = (text: string) => text.replace(/\b0x[0-9a-f]+/g, '0x…');

const indent = (text: string) => text.trimEnd().replace(/^/gm, '    ');

function describe(source: string, real: string, simulated: string): string {
  return [
    indent(source),
    `  CPython ${version}:\n${indent(real)}`,
    `  simulator:\n${indent(simulated)}`,
    `  ${firstDifference(real, simulated) ?? 'no difference'}`,
  ].join('\n');
}

/** Notes what has been compared since the last note: of programs that are run again, each one by itself. */
function noter(): (next: number, differences: readonly Difference[], isLast: boolean) => void {
  const about = { generator: generatorHash(), simulator: simulatorHash(), size };
  let from = 0;
  return (next, differences, isLast) => {
    if (!values.results || next === from || (next - from < (values.again ? 1 : NOTED) && !isLast)) return;
    const runs = values.again ? seeds.slice(from, next).map((each) => [each, each]) : [[seeds[from], seeds[next - 1]]];
    for (const [first, last] of runs) {
      const inside = differences.filter((each) => each.seed >= first && each.seed <= last);
      writeRun(version, { ...about, from: first, to: last, differences: inside });
    }
    from = next;
  };
}

async function compareRandomPrograms(): Promise<void> {
  const real = await bootRealPython(version);
  const simulated = await loadSimulatedPython(version);
  const note = noter();
  const differences: Difference[] = [];
  let passed = 0;
  for (const { kindName, programSeed, statements } of programs()) {
    note(passed + differences.length, differences, false);
    let tries = 0;
    const isSame = (chosen: Statement[]) => {
      if (++tries > MOST_TRIES) return true;
      const source = sourceOf(kindName, chosen);
      const printed = withoutAddresses(simulated.run(source));
      return withoutAddresses(real.runWorn(source)) === printed || withoutAddresses(real.run(source)) === printed;
    };
    const result = fc.check(fc.property(statements, isSame), { seed: programSeed, numRuns: 1 });
    if (!result.failed) {
      passed++;
      continue;
    }
    const source = sourceOf(kindName, result.counterexample![0]);
    const [expected, printed] = [real.run(source), simulated.run(source)].map(withoutAddresses);
    const difference = firstDifference(expected, printed) ?? 'not seen again';
    differences.push({ seed: programSeed, kind: kindName, difference: difference.slice(0, LONGEST_DIFFERENCE) });
    console.log(`\n${kindName}, --seed ${programSeed} --only ${kindName} --size ${size}:`);
    console.log(describe(source, expected, printed));
    if (differences.length >= mostFailures && !values.again) break;
  }
  note(passed + differences.length, differences, true);
  console.log(`${passed} passed, ${differences.length} failed`);
  const known = knownSeeds(version, size);
  if (differences.some((each) => !known.has(each.seed))) process.exitCode = 1;
}

async function compareFile(file: string): Promise<void> {
  const source = readFileSync(file, 'utf8');
  const [real, simulated] = [await bootRealPython(version), await loadSimulatedPython(version)];
  const [expected, actual] = [real.run(source), simulated.run(source)];
  console.log(`${expected}\n${firstDifference(expected, actual) ?? 'no difference'}`);
  if (expected !== actual) process.exitCode = 1;
}

if (values.readme) writeFigures();
else if (values.show) showPrograms();
else if (values.record) await recordRegressions(version, positionals);
else if (positionals.length > 0) await compareFile(positionals[0]);
else await compareRandomPrograms();
