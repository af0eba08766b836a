/** Programs that once printed something else than CPython: tests/oracle/regressions, each in every version recorded. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../src/machine/run-program.ts';
import { printedBy, type Profile } from '../machine.ts';

const FOLDER = fileURLToPath(new URL('../oracle/regressions/', import.meta.url));

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.py'))) {
  describe(file, () => {
    const source = readFileSync(FOLDER + file, 'utf8');
    const outputs = JSON.parse(readFileSync(FOLDER + file.replace(/py$/, 'json'), 'utf8')) as Record<Profile, string>;
    test.each(Object.entries(outputs))('%s', (profile, output) => {
      expect(printedBy(runProgram(source, { profile: profile as Profile, filename: 'main.py' }))).toBe(output);
    });
  });
}
