/** What the machine makes to run a statement with: the function of its code. It is nobody's value in the program. */
import type { Journal } from '../journal/journal.ts';
import { nextLine } from '../playhead/navigate.ts';

/** Whether `id` was born after its statement (or the program) was begun and before the first line of it. */
export function isOfStatement(journal: Journal, id: number): boolean {
  const birth = journal.objects.birth[id];
  const begins = journal.statementAt(birth + 1)?.startEvent;
  return begins !== undefined && birth < (nextLine(journal, begins) ?? begins);
}
