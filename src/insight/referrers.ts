/** Who refers to an object, named as Python would name it. The counts add up to its refcount exactly. */
import { Kind } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { callOfArgument } from './call-argument.ts';
import { globalName } from './global-names.ts';
import { holderNames } from './holder-name.ts';
import { referenceGraph, referrerRows } from './reference-graph.ts';
import type { Referrer } from './referrer.ts';
import { slotNameAt } from './slot-name.ts';

export type { Referrer } from './referrer.ts';

/** All referrers of a live object; [] for a dead one. */
export function referrersOf(state: HeapView, id: number): Referrer[] {
  if (!state.journal.isNode(id) || !state.isAlive(id)) return [];
  const found = [...fromFrames(state, id), ...fromObjects(state, id), ...fromInstances(state, id)];
  const counted = found.reduce((sum, referrer) => sum + referrer.count, 0);
  const rest = state.refcount[id] - counted;
  const referrers = rest < 0 ? withBorrowers(found, -rest) : found;
  if (rest > 0) {
    const text = id === state.journal.globals ? 'the module that runs' : 'native code';
    referrers.push({ kind: 'native', count: rest, holder: 0, slot: -1, frame: -1, text });
  }
  return referrers;
}

/**
 * More references than the refcount has: some of them own nothing. From 3.14 on variables borrow from their callers, the
 * innermost frames' first; and while a container moves its entries, one may lie in two places for the moment.
 */
function withBorrowers(referrers: readonly Referrer[], lacking: number): Referrer[] {
  const locals = referrers.filter((referrer) => referrer.kind === 'local');
  const slots = referrers.filter(({ kind }) => kind === 'slot' || kind === 'global');
  const idle = new Set([...locals.sort((a, b) => b.frame - a.frame), ...slots.reverse()].slice(0, lacking));
  return referrers.map((referrer) =>
    idle.has(referrer) ? { ...referrer, count: 0, text: `${referrer.text}, borrowed` } : referrer,
  );
}

function fromFrames(state: HeapView, id: number): Referrer[] {
  const found: Referrer[] = [];
  for (const frame of state.frames()) {
    const { index, code, locals, stack } = frame;
    const info = state.journal.codes.get(code);
    const where = info?.isModule === true ? 'the module' : (info?.name ?? 'a frame');
    locals.forEach((word, slot) => {
      if (word !== id) return;
      const text = `${info?.slotNames[slot] ?? '?'} in ${where} (frame ${index})`;
      found.push({ kind: 'local', count: 1, holder: 0, slot, frame: index, text });
    });
    const count = stack.reduce((sum, entry) => sum + (entry === id ? 1 : 0), 0);
    if (count > 0) {
      const call = callOfArgument(state, frame, id);
      const text = `the value stack of ${where} (frame ${index})${call === '' ? '' : `: argument of ${call}`}`;
      found.push({ kind: 'stack', count, holder: 0, slot: -1, frame: index, text });
    }
  }
  return found;
}

function fromObjects(state: HeapView, id: number): Referrer[] {
  const { journal, pool, slotStart, slotCount, dictOf } = state;
  const places: { holder: number; slot: number }[] = [];
  for (const holder of holdersOf(state, id)) {
    if (dictOf[holder] === id) places.push({ holder, slot: -1 });
    const start = slotStart[holder];
    const end = start + slotCount[holder];
    for (let at = start; at < end; at++) {
      if (pool[at] === id) places.push({ holder, slot: at - start });
    }
  }
  const name = holderNames(state);
  return places.map(({ holder, slot }) => {
    if (slot < 0) {
      return { kind: 'dict', count: 1, holder, slot, frame: -1, text: `${name(holder)}.__dict__` };
    }
    if (holder === journal.globals && slot % 2 === 1) {
      const variable = globalName(state, slot);
      return { kind: 'global', count: 1, holder, slot, frame: -1, text: `${variable} (global)` };
    }
    const text = name(holder) + slotNameAt(state, holder, slot);
    return { kind: 'slot', count: 1, holder, slot, frame: -1, text };
  });
}

/** Live objects that refer to `id`, in order of birth, each once. */
function holdersOf(state: HeapView, id: number): Int32Array {
  const { ids, numberOf } = referenceGraph(state);
  const { first, to } = referrerRows(state);
  const numbers = to.subarray(first[numberOf[id]], first[numberOf[id] + 1]);
  return numbers.filter((number, i) => i === 0 || numbers[i - 1] !== number).map((number) => ids[number]);
}

function fromInstances(state: HeapView, id: number): Referrer[] {
  const { journal } = state;
  if (journal.objects.kind[id] !== Kind.TYPE || journal.heapTypes[id] !== 1) return [];
  const { type } = journal.objects;
  let count = 0;
  for (const instance of holdersOf(state, id)) if (type[instance] === id) count++;
  if (count === 0) return [];
  const text = count === 1 ? 'its one instance' : `its ${count} instances`;
  return [{ kind: 'instances', count, holder: 0, slot: -1, frame: -1, text }];
}
