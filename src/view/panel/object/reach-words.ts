/** The kinds of reachability, in words. */
import { Mark, Reach } from '../../../insight/reachability.ts';
import { countText } from '../../words.ts';

const HELD: Readonly<Record<number, string>> = {
  [Reach.STRONG]: 'by strong references from a root',
  [Reach.IN_GC_GARBAGE]: 'by gc.garbage alone',
  [Reach.WEAK_ONLY]: 'by nobody: garbage that a weak reference still leads to',
  [Reach.IN_CYCLE]: 'by its own cycle: garbage',
  [Reach.BEHIND_CYCLE]: 'by a cycle that is garbage',
  [Reach.DYING]: 'by nobody: it is being freed',
};
const ALSO: readonly (readonly [number, string])[] = [
  [Mark.AWAITS_FINALIZER, 'its finalizer is still to be called'],
  [Mark.RESURRECTED, 'resurrected by a finalizer'],
  [Mark.FROZEN, 'frozen: no collection looks at it'],
];

/** How an object is held, and what else is true of it: `by its own cycle: garbage; its finalizer is still to be called`. */
export function reachText(reach: number, marks: number): string {
  const also = ALSO.filter(([bit]) => (marks & bit) !== 0).map(([, text]) => text);
  return [HELD[reach] ?? 'not alive', ...also].join('; ');
}

/** Kinds in the order of a legend, with the few words of a list. */
export const kindsOfReach: readonly (readonly [number, string])[] = [
  [Reach.STRONG, 'strong'],
  [Reach.IN_GC_GARBAGE, 'in gc.garbage'],
  [Reach.WEAK_ONLY, 'weak only'],
  [Reach.IN_CYCLE, 'cyclic garbage'],
  [Reach.BEHIND_CYCLE, 'garbage behind a cycle'],
  [Reach.DYING, 'being freed'],
];
export const furtherMarks: readonly (readonly [number, string])[] = [
  [Mark.AWAITS_FINALIZER, 'waiting for a finalizer'],
  [Mark.RESURRECTED, 'resurrected'],
  [Mark.FROZEN, 'frozen'],
];

/** `immortals`: how many immortal values the objects refer to; null: nothing is immortal in this version. */
export function immortalText(version: string, immortals: number | null): string {
  if (immortals === null) return `Nothing is immortal in Python ${version}: None and small numbers are counted, too.`;
  const values = immortals === 1 ? 'value, shown as a label' : 'values, shown as labels';
  return `They refer to ${countText(immortals)} immortal ${values}: None, small numbers, built-in types and the like.`;
}
