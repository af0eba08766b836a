/** Why an object is alive: a shortest strong path from a root. */
import type { HeapView } from '../playhead/heap-view.ts';
import { labelAt } from './object-label.ts';
import { globalName } from './global-names.ts';
import { isExpression, slotNameAt } from './slot-name.ts';
import { CLASS, DICT, namedRoots, nativeRoots, type Root, Search } from './strong-graph.ts';

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
  for (const rootsOf of [namedRoots, nativeRoots]) {
    // The module that runs holds the dict of globals, which is no way around the names in it.
    const roots = rootsOf(state).filter(
      (root) =>
        (avoid.length === 0 || root.id !== state.journal.globals) &&
        !avoid.some((edge) => edge.from === 0 && edge.to === root.id && edge.slot === root.slot),
    );
    const search = new Search(state, roots);
    const follow = (holder: number, slot: number): boolean =>
      !avoid.some((edge) => edge.from === holder && edge.slot === slot);
    if (search.find(id, avoid.length === 0 ? undefined : follow)) return pathOf(state, search, id);
  }
  return null;
}

/**
 * What to avoid to be shown another path than the one that `whyAlive` finds when it avoids `avoid`: one reference more,
 * as near to the object as can be. Null when all that is left leads along that path.
 */
export function avoidForNextPath(state: HeapView, id: number, avoid: readonly PathEdge[]): readonly PathEdge[] | null {
  const edges = whyAlive(state, id, avoid)?.edges ?? [];
  for (const edge of edges.toReversed()) {
    // A search goes by an instance's __dict__ and class in any case.
    if (edge.from !== 0 && edge.slot < 0) continue;
    const further = [...avoid, edge];
    if (whyAlive(state, id, further) !== null) return further;
  }
  return null;
}

/** An expression over the globals that evaluates to the object (`root.children[2]`), or null. */
export function pythonPath(state: HeapView, id: number): string | null {
  if (!state.journal.isNode(id) || !state.isAlive(id)) return null;
  const search = new Search(
    state,
    namedRoots(state).filter((root) => root.kind === 'global'),
  );
  if (!search.find(id, (holder, slot) => isExpression(state, holder, slot))) return null;
  return pathOf(state, search, id).text;
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
