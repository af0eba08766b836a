/**
 * Values that are never freed, whatever refers to them (PEP 683): from Python 3.12 on. They are atoms and built-in types,
 * which pictures show as labels. Interned strings are not among them: 3.12.7, and 3.13 and later, free those.
 */
import { decodeAtomIndex, decodeSmallInt, isSmallIntWord } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';

/** What a version says of it; a profile of the machine is one. */
export interface ImmortalRule {
  /** What sys.getrefcount prints of them; 0: nothing is immortal. */
  readonly immortalRefcount: number;
  readonly largestCachedInt: number;
}

const SMALLEST_CACHED_INT = -5;
const LATIN1 = 256;
const SINGLETONS = 'None True False Ellipsis NotImplemented ()'.split(' ');
/** Types made before any program runs; those that modules make are freed with them. */
const STATIC_TYPES = (
  'object type int float complex bool str bytes bytearray list tuple dict set frozenset range slice property ' +
  'staticmethod classmethod super enumerate zip map filter reversed BaseException Exception ValueError TypeError KeyError ' +
  'IndexError AttributeError RuntimeError StopIteration'
).split(' ');
const IMMORTAL_TEXTS: ReadonlySet<string> = new Set([
  ...SINGLETONS,
  ...STATIC_TYPES.map((name) => `<class '${name}'>`),
  // The empty one and those of one byte, as the journal writes them.
  "b'…' (0 bytes)",
  "b'…' (1 bytes)",
]);

/** Whether what a cell word of this run stands for is immortal. False for whatever the program made. */
export function isImmortal({ journal }: HeapView, word: number, rule: ImmortalRule): boolean {
  if (word >= 0 || rule.immortalRefcount === 0) return false;
  if (isSmallIntWord(word)) {
    const value = decodeSmallInt(word);
    return value >= SMALLEST_CACHED_INT && value <= rule.largestCachedInt;
  }
  const entry = journal.atoms[decodeAtomIndex(word)];
  if (typeof entry === 'string') return entry === '' || (entry.length === 1 && entry.charCodeAt(0) < LATIN1);
  return typeof entry === 'object' && IMMORTAL_TEXTS.has(entry.text);
}

/** How many different immortal values the program's live objects refer to. */
export function countImmortals(state: HeapView, rule: ImmortalRule): number {
  const { journal, pool, slotStart, slotCount } = state;
  const { born } = journal.objects;
  const words = new Set<number>();
  for (let i = 0; i < born.length; i++) {
    const id = born.values[i];
    if (!state.isAlive(id) || journal.isLibrary(id)) continue;
    const end = slotStart[id] + slotCount[id];
    for (let cell = slotStart[id]; cell < end; cell++) if (pool[cell] < 0) words.add(pool[cell]);
  }
  return [...words].filter((word) => isImmortal(state, word, rule)).length;
}
