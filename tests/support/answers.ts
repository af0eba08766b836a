/** What the simulator answers to single expressions, as `repr` shows it; errors as `Type: message`. */
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
