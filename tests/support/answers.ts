/** What the simulator answers to single expressions, as `repr` shows it; errors as `Type: message`. */
import { expect, test } from 'vitest';
import type { Profile } from '../../src/machine/native.ts';
import { runProgram } from '../../src/machine/run-program.ts';

/** One answer an expression, in order. `prelude` is run first; expressions must fit on one line. */
export function answers(
  expressions: readonly string[],
  prelude = '',
  profile: Profile['name'] = '3.13',
): readonly string[] {
  const lines = expressions.map(
    (expression) =>
      `try:\n    _answers.append(repr((${expression})))\n` +
      `except Exception as error:\n    _answers.append(type(error).__name__ + ': ' + str(error))\n`,
  );
  // Answers may hold line ends of their own, so they are told apart by a character that none holds.
  const source = `${prelude}\n_answers = []\n${lines.join('')}print('\\x1d'.join(_answers), end='')\n`;
  const { stdout, end, stderr } = runProgram(source, { profile, filename: 'main.py' });
  if (end.kind !== 'finished') throw new Error(`the program ended with ${end.kind}: ${stderr}`);
  return stdout.split('\x1d');
}

/** A test that each expression of `rows` gives the answer beside it, in 3.13. */
export function testAnswers(what: string, rows: readonly (readonly [string, string])[], prelude = ''): void {
  test(what, () => {
    const given = answers(
      rows.map(([expression]) => expression),
      prelude,
    );
    expect(rows.map(([expression], i) => [expression, given[i]])).toEqual(rows);
  });
}

/** Tests that each expression gives the answers beside it, in 3.11, 3.13 and 3.14. */
export function testVersions(
  what: string,
  rows: readonly (readonly [string, string, string, string])[],
  prelude = '',
): void {
  test.each([
    ['3.11', 1],
    ['3.13', 2],
    ['3.14', 3],
  ] as const)(`${what} in %s`, (version, column) => {
    const expressions = rows.map(([expression]) => expression);
    const given = answers(expressions, prelude, version);
    expect(expressions.map((expression, i) => [expression, given[i]])).toEqual(
      rows.map((row) => [row[0], row[column]]),
    );
  });
}
