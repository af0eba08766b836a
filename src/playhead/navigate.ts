/**
 * Where to go from a position: pure questions to the journal. Each answers with a position, or null when there is
 * none in that direction.
 */
import type { Journal } from '../journal/journal.ts';
import { NEVER } from '../journal/object-table.ts';
import { forEachObject, isTraffic } from './event-kinds.ts';
import { findBackward, findForward } from './walk.ts';

/** The next line that control reaches: the position just as a line of user code begins. */
export function nextLine(journal: Journal, from: number): number | null {
  const { places } = journal;
  const step = places.firstStepAtLeast(from);
  return step < places.length ? places.eventAt(step) + 1 : null;
}

export function previousLine(journal: Journal, from: number): number | null {
  const { places } = journal;
  const step = places.lastStepBefore(from - 1);
  return step >= 0 ? places.eventAt(step) + 1 : null;
}

/** As `nextLine`, but lines of calls made from here are passed over. */
export function nextLineOver(journal: Journal, from: number): number | null {
  return nextLineAtDepth(journal, from, depthAt(journal, from));
}

/** The next line of the caller, or of its callers. */
export function nextLineOut(journal: Journal, from: number): number | null {
  return nextLineAtDepth(journal, from, depthAt(journal, from) - 1);
}

function depthAt(journal: Journal, position: number): number {
  return journal.placeAt(position)?.depth ?? 1;
}

function nextLineAtDepth(journal: Journal, from: number, depth: number): number | null {
  const { places } = journal;
  for (let step = places.firstStepAtLeast(from); step < places.length; step = places.stepFrom(step + 1)) {
    if (places.depthAt(step) <= depth) return places.eventAt(step) + 1;
  }
  return null;
}

/** After the next event that changes the picture; pure traffic of the value stack is passed over unless `all`. */
export function nextEvent(journal: Journal, from: number, all = false): number | null {
  const test = (words: Int32Array, at: number): boolean => all || !isTraffic(words, at);
  return after(findForward(journal.events, from, journal.eventCount, test));
}

export function previousEvent(journal: Journal, from: number, all = false): number | null {
  if (from <= 0) return null;
  const test = (words: Int32Array, at: number): boolean => all || !isTraffic(words, at);
  // Position 0, before everything, is where stepping back ends.
  return after(findBackward(journal.events, from - 2, 0, test)) ?? 0;
}

/** After the next death. */
export function nextFree(journal: Journal, from: number): number | null {
  const { objects } = journal;
  const index = objects.freedBefore(from);
  return index < objects.freed.length ? objects.death[objects.freed.values[index]] + 1 : null;
}

export function previousFree(journal: Journal, from: number): number | null {
  const { objects } = journal;
  const index = objects.freedBefore(from - 1) - 1;
  return index >= 0 ? objects.death[objects.freed.values[index]] + 1 : null;
}

/** Just after the start of the next collection. */
export function nextCollection(journal: Journal, from: number): number | null {
  const last = journal.lastCollectionBefore(from);
  const next = journal.collections[last === null ? 0 : last.index + 1];
  return next === undefined ? null : next.startEvent + 1;
}

export function previousCollection(journal: Journal, from: number): number | null {
  const previous = journal.lastCollectionBefore(from - 1);
  return previous === null ? null : previous.startEvent + 1;
}

/** Just after the next change of phase; a collection's start and end are such changes, too. */
export function nextPhase(journal: Journal, from: number): number | null {
  const { collections } = journal;
  for (let i = journal.collectionAt(from)?.index ?? collectionsBefore(journal, from); i < collections.length; i++) {
    for (const event of phaseEvents(journal, i)) if (event >= from) return event + 1;
  }
  return null;
}

export function previousPhase(journal: Journal, from: number): number | null {
  for (let i = collectionsBefore(journal, from) - 1; i >= 0; i--) {
    for (const event of phaseEvents(journal, i).reverse()) if (event + 1 < from) return event + 1;
  }
  return null;
}

function collectionsBefore(journal: Journal, position: number): number {
  const last = journal.lastCollectionBefore(position);
  return last === null ? 0 : last.index + 1;
}

function phaseEvents(journal: Journal, collection: number): number[] {
  const { startEvent, phases, endEvent } = journal.collections[collection];
  const events = [startEvent, ...phases.map((mark) => mark.event)];
  return endEvent === NEVER ? events : [...events, endEvent];
}

/** After the next event that touches the object; traffic of the value stack is passed over unless `all`. */
export function nextChangeOf(journal: Journal, id: number, from: number, all = false): number | null {
  const { birth, death } = journal.objects;
  if (!journal.isNode(id)) return null;
  const end = Math.min(journal.eventCount, death[id] === NEVER ? NEVER : death[id] + 1);
  return after(findForward(journal.events, Math.max(from, birth[id]), end, touches(id, all)));
}

export function previousChangeOf(journal: Journal, id: number, from: number, all = false): number | null {
  const { birth, death } = journal.objects;
  if (!journal.isNode(id)) return null;
  const start = Math.min(from - 2, death[id]);
  return after(findBackward(journal.events, start, birth[id], touches(id, all)));
}

function touches(id: number, all: boolean): (words: Int32Array, at: number) => boolean {
  return (words, at) => {
    if (!all && isTraffic(words, at)) return false;
    let found = false;
    forEachObject(words, at, (other) => (found ||= other === id));
    return found;
  };
}

function after(event: number): number | null {
  return event < 0 ? null : event + 1;
}
