/** Why an object is alive: a shortest strong path from a root. */
import { A_WHILE, type Sliced, whole } from '../base/sliced.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { labelAt } from './object-label.ts';
import { globalName } from './global-names.ts';
import { isExpression, slotNameAt } from './slot-name.ts';
import { makeGraph } from './reference-graph.ts';
import {
  CLASS,
  DICT,
  eachReference,
  limitedRows,
  type Limits,
  namedRoots,
  nativeRoots,
  type Root,
  Search,
} from './strong-graph.ts';

export interface PathEdge {
  /** Holder; 0 for the first edge, which leaves a root. */
  readonly from: number;
  readonly to: number;
  /** `root`, `.children`, `[3]` */
  readonly name: string;
  /** Slot of the holder (for the first edge of the frame or of the dict of globals); below 0: `__dict__`, class, or none. */
  readonly slot: number;
}

export interface AlivePath {
  readonly root: Root['kind'];
  /** Frame of the root, or -1. */
  readonly frame: number;
  readonly edges: readonly PathEdge[];
  /** `root.children[3].children[0]`; where the root is no global, that is said: `node.children[0], node in walk (frame 2)`. */
  readonly text: string;
}

/**
 * A shortest path from a variable or the value stack, else from what native code holds. Null when no root reaches `id`:
 * it is cyclic garbage, or dead. No path takes one of the references in `avoid`.
 */
export function whyAlive(state: HeapView, id: number, avoid: readonly PathEdge[] = []): AlivePath | null {
  if (!state.journal.isNode(id) || !state.isAlive(id)) return null;
  const limits = limitsOf(avoid);
  for (const rootsOf of [namedRoots, nativeRoots]) {
    const search = new Search(state, rootsLeft(state, rootsOf(state), avoid), limits);
    if (search.find(id)) return pathOf(state, search, id);
  }
  return null;
}

function limitsOf(avoid: readonly PathEdge[]): Limits {
  return {
    holders: new Set(avoid.map((edge) => edge.from)),
    follow: (holder, slot) => !avoid.some((edge) => edge.from === holder && edge.slot === slot),
  };
}

function rootsLeft(state: HeapView, roots: readonly Root[], avoid: readonly PathEdge[]): Root[] {
  return roots.filter(
    (root) =>
      // The module that runs holds the dict of globals, which is no way around the names in it.
      (avoid.length === 0 || root.id !== state.journal.globals) &&
      !avoid.some((edge) => edge.from === 0 && edge.to === root.id && edge.slot === root.slot),
  );
}

/**
 * What to avoid to be shown another path than the one that `whyAlive` finds when it avoids `avoid`: one reference more,
 * as near to the object as can be. Null when all that is left leads along that path.
 */
export function avoidForNextPath(state: HeapView, id: number, avoid: readonly PathEdge[]): readonly PathEdge[] | null {
  return whole(findNextPath(state, id, avoid));
}

/** Makes `avoidForNextPath`, a little at a time; the playhead stays. */
export function* findNextPath(
  state: HeapView,
  id: number,
  avoid: readonly PathEdge[],
): Sliced<readonly PathEdge[] | null> {
  yield* state.onceSliced(makeGraph);
  yield;
  const edges = whyAlive(state, id, avoid)?.edges ?? [];
  yield;
  const furthest = yield* waysAround(state, edges, avoid);
  for (let i = edges.length - 1; i >= 0; i--) {
    // A search goes by an instance's __dict__ and class in any case.
    const canBeAvoided = edges[i].from === 0 || edges[i].slot >= 0;
    if (canBeAvoided && furthest[i] >= i) return [...avoid, edges[i]];
  }
  return null;
}

/**
 * For each edge i of a path, how far along the path (as the index of the edge that leads there) one comes from what lies
 * before it without taking an edge of the path. Edge i can be gone around when that is i or more. Each object is visited
 * once for all edges together.
 */
function* waysAround(state: HeapView, edges: readonly PathEdge[], avoid: readonly PathEdge[]): Sliced<number[]> {
  const graph = yield* state.onceSliced(makeGraph);
  const { count, ids, numberOf, first, to } = graph;
  const limits = limitsOf([...avoid, ...edges]);
  const isLimited = limitedRows(graph, limits);
  // 0: not seen; 1: seen; 2 + i: where edge i of the path leads.
  const seen = new Int32Array(count);
  edges.forEach((edge, i) => (seen[numberOf[edge.to]] = 2 + i));
  const stack = new Int32Array(count);
  let top = 0;
  let furthest = -1;
  const visit = (number: number): void => {
    if (seen[number] === 1) return;
    if (seen[number] === 0) stack[top++] = number;
    else furthest = Math.max(furthest, seen[number] - 2);
    seen[number] = 1;
  };
  const goOn = (number: number): void => {
    if (isLimited[number] === 1) {
      return eachReference(state, ids[number], limits, (id, slot) => {
        if (slot >= 0 || limits.follow(ids[number], slot)) visit(numberOf[id]);
      });
    }
    for (let edge = first[number]; edge < first[number + 1]; edge++) if (seen[to[edge]] !== 1) visit(to[edge]);
  };
  const roots = [...namedRoots(state), ...nativeRoots(state)];
  for (const root of rootsLeft(state, roots, [...avoid, ...edges.slice(0, 1)])) visit(numberOf[root.id]);
  const furthestFrom: number[] = [];
  let untilRest = A_WHILE;
  for (let i = 0; i < edges.length; i++) {
    if (i > 0) goOn(numberOf[edges[i - 1].to]);
    while (top > 0) {
      goOn(stack[--top]);
      if (--untilRest > 0) continue;
      untilRest = A_WHILE;
      yield;
    }
    furthestFrom.push(furthest);
  }
  return furthestFrom;
}

/** An expression over the globals that evaluates to the object (`root.children[2]`), or null. */
export function pythonPath(state: HeapView, id: number): string | null {
  if (!state.journal.isNode(id) || !state.isAlive(id)) return null;
  const globals = namedRoots(state).filter((root) => root.kind === 'global');
  const search = new Search(state, globals, {
    holders: null,
    follow: (holder, slot) => isExpression(state, holder, slot),
  });
  return search.find(id) ? pathOf(state, search, id).text : null;
}

function pathOf(state: HeapView, search: Search, id: number): AlivePath {
  const { root, steps } = search.wayTo(id);
  const { name, where } = describeRoot(state, root);
  const edges = [
    { from: 0, to: root.id, name, slot: root.slot },
    ...steps.map(({ holder, slot, to }) => ({
      from: holder,
      to,
      name: linkName(state, holder, slot),
      slot,
    })),
  ];
  const text = edges.map((edge) => edge.name).join('') + where;
  return { root: root.kind, frame: root.frame, edges, text };
}

function linkName(state: HeapView, holder: number, slot: number): string {
  if (slot === DICT) return '.__dict__';
  return slot === CLASS ? '.__class__' : slotNameAt(state, holder, slot);
}

function describeRoot(state: HeapView, root: Root): { name: string; where: string } {
  const info = root.frame < 0 ? undefined : state.journal.codes.get(state.frame(root.frame).code);
  const frame = info === undefined ? '' : ` ${info.name} (frame ${root.frame})`;
  switch (root.kind) {
    case 'global':
      return { name: globalName(state, root.slot), where: '' };
    case 'local': {
      const name = info?.slotNames[root.slot] ?? '?';
      return { name, where: `, ${name} in${frame}` };
    }
    case 'stack':
      return { name: labelAt(state, root.id), where: `, on the value stack of${frame}` };
    default:
      return { name: labelAt(state, root.id), where: ', held by native code' };
  }
}
