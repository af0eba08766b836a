/**
 * Runs one Python program on the simulator, without a page, and prints its output:
 *
 *     npm run simulate -- FILE.py [--python 3.13] [--collector refcount|generational|mark-sweep]
 *
 * The exit code is 1 when the program ends with an exception or is stopped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { choose, COLLECTORS, fail, loadRunProgram, PROFILES } from './machine.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string', default: '3.13' },
    collector: { type: 'string', default: 'generational' },
  },
});
const profile = choose('python', values.python, PROFILES);
const collector = choose('collector', values.collector, COLLECTORS);
const [file] = positionals;
if (file === undefined || positionals.length > 1) fail('usage: npm run simulate -- FILE.py [--python 3.13]');
if (!existsSync(file)) fail(`${file}: no such file`);

const runProgram = await loadRunProgram();
const run = runProgram(readFileSync(file, 'utf8'), {
  profile,
  filename: basename(file),
  collector,
  runsExitCallbacks: true,
});
process.stdout.write(run.stdout);
process.stderr.write(run.stderr);
if (run.end.kind === 'stopped') console.error(`stopped: ${run.end.reason}`);
if (run.end.kind !== 'finished') process.exitCode = 1;
