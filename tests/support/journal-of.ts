/** The journal of a program that has been run to its end, or until it has used up `budget`. */
import { Journal } from '../../src/journal/journal.ts';
import { newMachine, type RunOptions } from '../../src/machine/run-program.ts';
import { startProgram } from '../../src/machine/run.ts';

export function journalOf(
  source: string,
  options: RunOptions = {},
  budget: Parameters<typeof startProgram>[3] = {},
): Journal {
  const run = startProgram(newMachine(options), source, 'main.py', budget);
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  return journal;
}
