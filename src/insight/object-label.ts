/** Short names of objects at a moment. */
import { isDerived, Kind } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';

/** Attributes whose value tells instances apart, the most telling first. */
const TELLING = ['value', 'val', 'v', 'name', 'label', 'id', 'n', 'title', 'key', 'data', 'item', 'text', 'number'];
const LONGEST_VALUE = 20;

/**
 * `DataNode 7` when the object has an attribute that names it (value, name, id and their like), else `DataNode #12`.
 * Classes are `class DataNode`, functions `function walk`.
 */
export function labelAt(state: HeapView, id: number): string {
  const { journal } = state;
  const kind = journal.objects.kind[id];
  if (kind === Kind.TYPE) {
    const name = journal.types.get(id)?.name;
    if (name !== undefined) return `class ${name}`;
  }
  const name = journal.names.get(id);
  if (name !== undefined) return `${journal.typeNameOf(id)} ${name}`;
  if (kind === Kind.GENERATOR) {
    const code = journal.codes.get(journal.generatorCode(id));
    if (code !== undefined) return `generator ${code.name} #${journal.objects.ordinal[id]}`;
  }
  const value = valueTextAt(state, id);
  return value === '' ? journal.label(id) : `${journal.typeNameOf(id)} ${value}`;
}

/** The value of the attribute that names an instance, as repr: `7`, `'text'`; '' when it has none. */
export function valueTextAt(state: HeapView, id: number): string {
  const { journal } = state;
  // What an instance of `class Name(str)` is worth lies in its first slot.
  if (isDerived(journal.objects.kind[id]))
    return state.slot(id, 0) < 0 ? journal.cellText(state.slot(id, 0), LONGEST_VALUE) : '';
  if (journal.objects.kind[id] !== Kind.INSTANCE) return '';
  const names = journal.types.get(journal.objects.type[id])?.slotNames;
  if (names === undefined) return '';
  for (const name of TELLING) {
    const slot = names.indexOf(name);
    if (slot < 0) continue;
    const word = state.slot(id, slot);
    if (word < 0) return journal.cellText(word, LONGEST_VALUE);
  }
  return '';
}

/** What a cell word is: `42`, `'text'`, `DataNode 7`; '' for an empty one. */
export function cellTextAt(state: HeapView, word: number): string {
  return word > 0 ? labelAt(state, word) : state.journal.cellText(word);
}
