import type { AtomEntry } from '../heap/atom-table.ts';
import { atomText } from './atom-text.ts';
import { decodeAtomIndex, decodeSmallInt, isSmallIntWord } from './event-words.ts';

/** repr of the atom that a negative cell word stands for; '' for 0. */
export function cellText(atoms: readonly AtomEntry[], word: number, longest: number): string {
  if (word >= 0) return '';
  if (isSmallIntWord(word)) return String(decodeSmallInt(word));
  const entry = atoms[decodeAtomIndex(word)];
  return entry === undefined ? '?' : atomText(entry, longest);
}
