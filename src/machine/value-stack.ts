/**
 * The value stack: one row of 32-bit words for all frames. An entry is an owned object id, 0 (NULL), or `~id` for a
 * borrowed reference (3.14 and later). Reference and journal are kept in step here: PUSH and POP count, PUSH_MOVE and
 * POP_MOVE hand a reference over to or from native code; atoms and borrowed references leave no events. Pops are
 * recorded last in, first out, always.
 */
import { Ev } from '../heap/events.ts';
import type { PythonMachine } from './machine.ts';

/** The object of an entry, owned or borrowed. */
export function entryId(entry: number): number {
  return entry ^ (entry >> 31);
}

/** Takes the entry at `at`, the topmost: the caller owns the reference (0 for NULL). */
export function takeEntry(m: PythonMachine, at: number): number {
  const entry = m.stack[at];
  if (entry < 0) {
    m.heap.incref(~entry);
    return ~entry;
  }
  if (entry !== 0 && m.heap.isNode(entry)) m.heap.events.one(Ev.POP_MOVE, entry);
  return entry;
}

/** Drops the entry at `at`, the topmost. */
export function dropEntry(m: PythonMachine, at: number): void {
  const entry = m.stack[at];
  if (entry <= 0) return;
  const heap = m.heap;
  if (heap.isNode(entry)) heap.events.one(Ev.POP, entry);
  if (--heap.refcount[entry] === 0) heap.reachedZero(entry);
}

/** Puts an owned reference (or 0) into the entry at `at`, which becomes the topmost. */
export function putEntry(m: PythonMachine, at: number, id: number): void {
  m.stack[at] = id;
  if (id !== 0 && m.heap.isNode(id)) m.heap.events.one(Ev.PUSH_MOVE, id);
}

/** Puts a new reference into the entry at `at`, which becomes the topmost. */
export function putNewEntry(m: PythonMachine, at: number, id: number): void {
  const heap = m.heap;
  m.stack[at] = id;
  heap.refcount[id]++;
  if (heap.isNode(id)) heap.events.one(Ev.PUSH, id);
}

/**
 * Drops the entries [from, to), of which `to - 1` is the topmost. The objects that die by it die in the order of the
 * arguments: first to last, or last to first where `reverse`.
 */
export function dropEntries(m: PythonMachine, from: number, to: number, reverse = false): void {
  const heap = m.heap;
  const stack = m.stack;
  let dying: number[] | null = null;
  for (let at = to - 1; at >= from; at--) {
    const entry = stack[at];
    if (entry <= 0) continue;
    if (!heap.isNode(entry)) {
      if (--heap.refcount[entry] === 0) heap.reachedZero(entry);
    } else if (heap.refcount[entry] > 1) {
      heap.refcount[entry]--;
      heap.events.one(Ev.POP, entry);
    } else if (at === from && dying === null) {
      heap.events.one(Ev.POP, entry);
      heap.refcount[entry]--;
      heap.reachedZero(entry);
    } else {
      heap.events.one(Ev.POP_MOVE, entry);
      (dying ??= []).push(entry);
    }
  }
  if (dying === null) return;
  if (!reverse) dying.reverse();
  for (const id of dying) heap.decref(id);
}
