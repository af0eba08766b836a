/**
 * Runs random programs in real CPython and in the simulator and compares what they print:
 *
 *     npm run oracle -- [--python 3.13] [--count 150] [--seed 1] [--size 40] [--only KIND] [--failures 5]
 *
 * Program number i has the seed `--seed` + i; kinds take turns. A program with a difference is shrunk and shown with its
 * seed. The exit code is 1 when there is one. Further uses:
 *
 *     npm run oracle -- --show --only KIND --seed S     print the programs, run nothing
 *     npm run oracle -- FILE.py                         compare this program
 *     npm run oracle -- --record                        record tests/oracle/regressions for the version
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { choose } from '../machine.ts';
import { firstDifference } from './first-difference.ts';
import { KINDS } from './grammar/kinds.ts';
import type { Statement } from './grammar/template.ts';
import { writeProgram } from './grammar/write-program.ts';
import { randomStatements } from './random-program.ts';
import { bootRealPython, REAL_VERSIONS } from './real-python.ts';
import { recordRegressions } from './regressions.ts';
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
    show: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const version = choose('python', values.python, REAL_VERSIONS);
const count = values.show && values.count === '150' ? 1 : Number(values.count);
const seed = Number(values.seed);
const size = Number(values.size);
const mostFailures = Number(values.failures);
const kindNames = (
  values.only === undefined
    ? Object.keys(KINDS)
    : values.only.split(',').map((name) => choose('only', name, Object.keys(KINDS)))
).filter((name) => version !== '3.14.2' || KINDS[name].comparesIncremental);

function sourceOf(kindName: string, statements: readonly Statement[]): string {
  const { templates, beginning, ending } = KINDS[kindName];
  return writeProgram(templates, statements, beginning, ending);
}

function programs(): { kindName: string; programSeed: number; statements: fc.Arbitrary<Statement[]> }[] {
  return Array.from({ length: count }, (_, i) => {
    const kindName = kindNames[(seed + i) % kindNames.length];
    return { kindName, programSeed: seed + i, statements: randomStatements(KINDS[kindName].templates, size) };
  });
}

function showPrograms(): void {
  for (const { kindName, programSeed, statements } of programs()) {
    const [chosen] = fc.sample(statements, { seed: programSeed, numRuns: 1 });
    console.log(`# ${kindName}, seed ${programSeed}\n${sourceOf(kindName, chosen)}`);
  }
}

const indent = (text: string) => text.trimEnd().replace(/^/gm, '    ');

function describe(source: string, real: string, simulated: string): string {
  return [
    indent(source),
    `  CPython ${version}:\n${indent(real)}`,
    `  simulator:\n${indent(simulated)}`,
    `  ${firstDifference(real, simulated) ?? 'no difference'}`,
  ].join('\n');
}

async function compareRandomPrograms(): Promise<void> {
  const real = await bootRealPython(version);
  const simulated = await loadSimulatedPython(version);
  let passed = 0;
  let failed = 0;
  for (const { kindName, programSeed, statements } of programs()) {
    const isSame = (chosen: Statement[]) => {
      const source = sourceOf(kindName, chosen);
      const printed = simulated.run(source);
      return real.runWorn(source) === printed || real.run(source) === printed;
    };
    const result = fc.check(fc.property(statements, isSame), { seed: programSeed, numRuns: 1 });
    if (!result.failed) {
      passed++;
      continue;
    }
    failed++;
    const source = sourceOf(kindName, result.counterexample![0]);
    console.log(`\n${kindName}, --seed ${programSeed} --only ${kindName} --size ${size}:`);
    console.log(describe(source, real.run(source), simulated.run(source)));
    if (failed >= mostFailures) break;
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

async function compareFile(file: string): Promise<void> {
  const source = readFileSync(file, 'utf8');
  const [real, simulated] = [await bootRealPython(version), await loadSimulatedPython(version)];
  const [expected, actual] = [real.run(source), simulated.run(source)];
  console.log(`${expected}\n${firstDifference(expected, actual) ?? 'no difference'}`);
  if (expected !== actual) process.exitCode = 1;
}

if (values.show) showPrograms();
else if (values.record) await recordRegressions(version);
else if (positionals.length > 0) await compareFile(positionals[0]);
else await compareRandomPrograms();
