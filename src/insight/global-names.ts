/** Global variables as the dict of globals has them: key, value, key, value ... */
import { EventCursor } from '../journal/event-store.ts';
import { Ev } from '../journal/event-words.ts';
import type { Journal } from '../journal/journal.ts';
import type { HeapView } from '../playhead/heap-view.ts';

const LONGEST_NAME = 400;

/** Name of the variable whose value lies in a slot of the dict of globals. */
export function globalName(state: HeapView, slot: number): string {
  return nameOfKey(state.journal, state.slot(state.journal.globals, slot - 1));
}

/**
 * As `globalName`, at the event that leads to `position` and empties or fills the slot. A removed entry loses its key
 * first, so that its name stands in the event before.
 */
export function changedGlobalName(state: HeapView, slot: number, position: number): string {
  const word = state.slot(state.journal.globals, slot - 1);
  if (word !== 0 || position < 2) return nameOfKey(state.journal, word);
  const { words, at, op, id } = new EventCursor(state.journal.events).moveTo(position - 2);
  const isItsKey = op === Ev.SET && id === state.journal.globals && words[at + 1] === slot - 1;
  return isItsKey ? nameOfKey(state.journal, words[at + 3]) : '';
}

/** Name of the variable whose key in the dict of globals is the cell word `word`. */
export function nameOfKey(journal: Journal, word: number): string {
  return journal.cellText(word, LONGEST_NAME).slice(1, -1);
}
