/** Programs that once printed something else than CPython: tests/oracle/regressions, each in every version recorded. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../src/machine/run-program.ts';
import type { Profile } from '../machine.ts';

const FOLDER = fileURLToPath(new URL('../oracle/regressions/', import.meta.url));

function printed(source: string, profile: Profile): string {
  const { stdout, end } = runProgram(source, { profile, filename: 'main.py' });
  return end.kind === 'raised' ? `${stdout}${end.summary}\n` : stdout;
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.py'))) {
  describe(file, () => {
    const source = readFileSync(FOLDER + file, 'utf8');
    const outputs = JSON.parse(readFileSync(FOLDER + file.replace(/py$/, 'json'), 'utf8')) as Record<Profile, string>;
    test.each(Object.entries(outputs))('%s', (profile, output) => {
      expect(printed(source, profile as Profile)).toBe(output);
    });
  });
}
