/** A reference that could be cut, and the Python statement that cuts it. */
import { Kind } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { globalName } from './global-names.ts';
import { labelAt } from './object-label.ts';
import { referenceGraph, referrerRows } from './reference-graph.ts';
import type { Referrer } from './referrer.ts';
import { isExpression, slotNameAt } from './slot-name.ts';
import { classOf, CLASS, DICT } from './strong-graph.ts';
import { type AlivePath, pythonPath } from './why-alive.ts';

/** One reference: a slot of an object (a global variable is one of the dict of globals) or of a frame. */
export interface Cut {
  /** Object that holds the reference; 0: a frame. */
  readonly holder: number;
  /** Index of the frame, or -1. */
  readonly frame: number;
  /** Slot of the holder or frame; DICT: the `__dict__` of the holder, CLASS: its class. */
  readonly slot: number;
}

/** The reference that a referrer stands for; null for those that are no single one (value stack, instances, native code). */
export function cutOfReferrer({ kind, holder, frame, slot }: Referrer): Cut | null {
  switch (kind) {
    case 'global':
    case 'slot':
      return { holder, frame: -1, slot };
    case 'dict':
      return { holder, frame: -1, slot: DICT };
    case 'local':
      return { holder: 0, frame, slot };
    default:
      return null;
  }
}

/** The reference that an edge of a path stands for; null for one that nothing can cut: value stack, native code, class, `__dict__`. */
export function cutOfEdge(state: HeapView, { root, frame, edges }: AlivePath, index: number): Cut | null {
  const { from, slot } = edges[index];
  if (slot < 0) return null;
  if (from > 0) return { holder: from, frame: -1, slot };
  if (root === 'global') return { holder: state.journal.globals, frame: -1, slot };
  return root === 'local' ? { holder: 0, frame, slot } : null;
}

/** The object that lies there now; 0: none, or the reference is gone. */
export function targetOf(state: HeapView, { holder, frame, slot }: Cut): number {
  if (holder === 0) return frame >= 0 && frame < state.depth ? Math.max(0, state.frame(frame).locals[slot] ?? 0) : 0;
  if (!state.journal.isNode(holder) || !state.isAlive(holder)) return 0;
  if (slot === DICT) return Math.max(0, state.dictOf[holder]);
  return slot === CLASS ? classOf(state, holder) : Math.max(0, state.slot(holder, slot));
}

/** `root`, `node in walk (frame 2)`, `DataNode 7.children` */
export function cutText(state: HeapView, { holder, frame, slot }: Cut): string {
  if (holder === 0) {
    const code = frame < state.depth ? state.journal.codes.get(state.frame(frame).code) : undefined;
    return `${code?.slotNames[slot] ?? '?'} in ${code?.name ?? 'a frame'} (frame ${frame})`;
  }
  if (holder === state.journal.globals && slot % 2 === 1) return globalName(state, slot);
  if (slot === DICT) return `${labelAt(state, holder)}.__dict__`;
  return labelAt(state, holder) + (slot === CLASS ? '.__class__' : slotNameAt(state, holder, slot));
}

/** Entries of a class that no statement can delete. */
const PROTECTED = /^\['__(dict|weakref|module|doc|qualname|name)__'\]$/;

export type CutStatement =
  | { readonly statement: string }
  /** One sentence: why there is none. */
  | { readonly reason: string };

/** The statement that, run at the end of the program, cuts the reference; or why there is none. */
export function statementFor(state: HeapView, cut: Cut): CutStatement {
  const { journal } = state;
  const { holder, slot } = cut;
  if (targetOf(state, cut) === 0) return { reason: 'That reference is gone at this moment.' };
  if (holder === 0) {
    return {
      reason: `A local variable is dropped when its call ends; no statement from outside can drop ${cutText(state, cut)}.`,
    };
  }
  if (holder === journal.globals) {
    const name = globalName(state, slot);
    return isIdentifier(name)
      ? { statement: `del ${name}` }
      : { reason: `${name} is no name that a statement can use.` };
  }
  if (slot === CLASS) return { reason: 'An object holds its class as long as it lives.' };
  if (slot === DICT)
    return { reason: 'An object holds its __dict__ as long as it lives; its entries can be deleted one by one.' };
  const owner = ownerOfDict(state, holder);
  if (journal.objects.kind[owner] === Kind.TYPE && PROTECTED.test(slotNameAt(state, holder, slot))) {
    return {
      reason: `${labelAt(state, owner)} needs its ${slotNameAt(state, holder, slot)}: it goes when the class goes.`,
    };
  }
  const path = pythonPath(state, owner === 0 ? holder : owner);
  if (path === null) {
    return { reason: `No global variable leads to ${labelAt(state, holder)}, so no statement can name it.` };
  }
  return statementOn(state, path, cut, owner !== 0);
}

function statementOn(state: HeapView, path: string, { holder, slot }: Cut, isAttribute: boolean): CutStatement {
  const name = slotNameAt(state, holder, slot);
  const kind = state.journal.objects.kind[holder];
  switch (kind) {
    case Kind.LIST:
    case Kind.DEQUE:
    case Kind.CELL:
      return { statement: `del ${path}${name}` };
    case Kind.INSTANCE:
      if (state.journal.attributeName(holder, slot) === '') break;
      return { statement: `del ${path}${name}` };
    case Kind.DICT: {
      if (slot % 2 === 0) break;
      if (!isExpression(state, holder, slot)) return { reason: 'Its key is no value that can be written down.' };
      const key = name.slice(1, -1);
      const attribute = key.slice(1, -1);
      const isName = isAttribute && (key.startsWith("'") || key.startsWith('"')) && isIdentifier(attribute);
      return { statement: isName ? `del ${path}.${attribute}` : `del ${path}${isAttribute ? '.__dict__' : ''}${name}` };
    }
    case Kind.SET: {
      const member = pythonPath(state, state.slot(holder, slot));
      if (member === null) return { reason: 'No global variable leads to the member, so no statement can name it.' };
      return { statement: `${path}.discard(${member})` };
    }
    case Kind.TUPLE:
    case Kind.FROZENSET:
      return { reason: `A ${state.journal.typeNameOf(holder)} cannot be changed: what it holds goes when it goes.` };
  }
  return { reason: `No statement takes ${name.trim()} away from ${labelAt(state, holder)}: it goes when that goes.` };
}

/** The instance, class or module whose `__dict__` is `dict`, or 0. */
function ownerOfDict(state: HeapView, dict: number): number {
  const { kind } = state.journal.objects;
  if (kind[dict] !== Kind.DICT) return 0;
  const { ids, numberOf } = referenceGraph(state);
  const { first, to } = referrerRows(state);
  for (let edge = first[numberOf[dict]]; edge < first[numberOf[dict] + 1]; edge++) {
    const owner = ids[to[edge]];
    if (state.dictOf[owner] === dict) return owner;
    if ((kind[owner] === Kind.TYPE || kind[owner] === Kind.MODULE) && state.slot(owner, 0) === dict) return owner;
  }
  return 0;
}

function isIdentifier(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
}
