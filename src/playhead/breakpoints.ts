/**
 * Breakpoints: time is a position in the journal, so running to one is a search, forwards as well as backwards.
 *
 * **In:** a journal, breakpoints, a position. **Out:** the nearest position where one of them stops, or null. At most one
 * pass over the events, about 2 ns each, with rests.
 */
import { A_WHILE, type Sliced } from '../base/sliced.ts';
import type { Journal } from '../journal/journal.ts';
import { NEVER } from '../journal/object-table.ts';
import { nextCountChange, previousCountChange } from './count-changes.ts';
import { nextCollection, previousCollection } from './navigate.ts';

export type Breakpoint =
  /** Just as this line of the program begins. */
  | { readonly kind: 'line'; readonly line: number }
  /** Just after a collection has started. */
  | { readonly kind: 'collection' }
  /** Just after the object has been freed. */
  | { readonly kind: 'death'; readonly object: number }
  /** Just after a change of its refcount that outlasts the line (see count-changes.ts). */
  | { readonly kind: 'refcount'; readonly object: number };

export interface Stop {
  readonly position: number;
  /** What stops there; of several, the first in the order given. */
  readonly breakpoint: Breakpoint;
}

/** The first stop after `from`. */
export function nextStop(journal: Journal, breakpoints: readonly Breakpoint[], from: number): Sliced<Stop | null> {
  return nearest(breakpoints, function* (breakpoint, best) {
    switch (breakpoint.kind) {
      case 'line':
        return yield* nextArrival(journal, breakpoint.line, from);
      case 'collection':
        return nextCollection(journal, from);
      case 'death':
        return deathAfter(journal, breakpoint.object, from);
      case 'refcount':
        return yield* nextCountChange(journal, breakpoint.object, from, best ?? journal.eventCount);
    }
  });
}

/** The last stop before `from`. */
export function previousStop(journal: Journal, breakpoints: readonly Breakpoint[], from: number): Sliced<Stop | null> {
  return nearest(
    breakpoints,
    function* (breakpoint, best) {
      switch (breakpoint.kind) {
        case 'line':
          return yield* previousArrival(journal, breakpoint.line, from);
        case 'collection':
          return previousCollection(journal, from);
        case 'death':
          return deathBefore(journal, breakpoint.object, from);
        case 'refcount':
          return yield* previousCountChange(journal, breakpoint.object, from, best ?? 0);
      }
    },
    -1,
  );
}

/** Asks the searches that read the events last: what the others have found bounds them. */
function* nearest(
  breakpoints: readonly Breakpoint[],
  find: (breakpoint: Breakpoint, best: number | null) => Sliced<number | null>,
  sign = 1,
): Sliced<Stop | null> {
  const quickFirst = [...breakpoints].sort((a, b) => Number(a.kind === 'refcount') - Number(b.kind === 'refcount'));
  const stops: Stop[] = [];
  let best: number | null = null;
  for (const breakpoint of quickFirst) {
    const position: number | null = yield* find(breakpoint, best);
    if (position === null) continue;
    stops.push({ position, breakpoint });
    if (best === null || sign * position < sign * best) best = position;
  }
  const there = stops.filter(({ position }) => position === best).map(({ breakpoint }) => breakpoint);
  const first = breakpoints.find((breakpoint) => there.includes(breakpoint));
  return best === null || first === undefined ? null : { position: best, breakpoint: first };
}

/** Index of the event that freed `id`; NEVER: none did, or there is no such object. */
function deathOf(journal: Journal, id: number): number {
  return journal.isNode(id) ? journal.objects.death[id] : NEVER;
}

function deathAfter(journal: Journal, id: number, from: number): number | null {
  const death = deathOf(journal, id);
  return death !== NEVER && death + 1 > from ? death + 1 : null;
}

function deathBefore(journal: Journal, id: number, from: number): number | null {
  const death = deathOf(journal, id);
  return death !== NEVER && death + 1 < from ? death + 1 : null;
}

function* nextArrival(journal: Journal, line: number, from: number): Sliced<number | null> {
  const { places } = journal;
  const isOfProgram = codesOfProgram(journal);
  let rest = A_WHILE;
  for (let step = places.firstStepAtLeast(from); step < places.length; step = places.stepFrom(step + 1)) {
    if (--rest === 0) {
      rest = A_WHILE;
      yield;
    }
    if (places.lineAt(step) === line && isOfProgram[places.codeAt(step)] === 1) return places.eventAt(step) + 1;
  }
  return null;
}

function* previousArrival(journal: Journal, line: number, from: number): Sliced<number | null> {
  const { places } = journal;
  const isOfProgram = codesOfProgram(journal);
  let rest = A_WHILE;
  for (let step = places.lastStepBefore(from - 1); step >= 0; step = places.stepUpTo(step - 1)) {
    if (--rest === 0) {
      rest = A_WHILE;
      yield;
    }
    if (places.lineAt(step) === line && isOfProgram[places.codeAt(step)] === 1) return places.eventAt(step) + 1;
  }
  return null;
}

/** 1 for the code objects of the program's own file, by code id: statements run afterwards have lines of their own. */
function codesOfProgram(journal: Journal): Uint8Array {
  const filename = journal.statements[0]?.filename;
  const marks = new Uint8Array(Math.max(0, ...journal.codes.keys()) + 1);
  for (const [id, code] of journal.codes) if (code.filename === filename) marks[id] = 1;
  return marks;
}
