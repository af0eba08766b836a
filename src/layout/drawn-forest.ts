/**
 * The trees of drawn objects, in arrays by *index*: drawn objects are numbered breadth first over the whole forest, so
 *
 *     roots come first, parents before children, the children of a node are neighbours:
 *     index     0    1  |  2    3    4
 *     node      a    b  |  a.0  a.1  b.0        firstChild[0] = 2, childCount[0] = 2, firstChild[1] = 4
 *
 * A pass from last to first sees children before their parents, one from first to last the reverse: no recursion.
 * A tree is named by the index of its root.
 */
import type { LayoutSource } from './layout.ts';

export interface DrawnForest {
  /** Number of drawn objects. */
  readonly count: number;
  /** Number of trees; their roots are the indexes 0 .. treeCount - 1, in order of birth. */
  readonly treeCount: number;
  /** Object id. */
  readonly id: Int32Array;
  /** Index of the parent, -1 for roots. */
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly childCount: Int32Array;
  /** Number of nodes of the subtree, itself included. */
  readonly size: Int32Array;
  readonly tree: Int32Array;
  /** The nodes of tree t, breadth first: treeNodes[treeStart[t] .. treeStart[t + 1]). */
  readonly treeStart: Int32Array;
  readonly treeNodes: Int32Array;
}

/** `rank`: a number for each id, which is written for drawn objects; the caller's again afterwards. */
export function drawnForest(
  source: LayoutSource,
  shown: Int32Array,
  rank = new Int32Array(source.idLimit),
): DrawnForest {
  const { idLimit, owner } = source;
  let count = 0;
  for (let id = 0; id < idLimit; id++) if (shown[id] === id && id !== 0) count++;

  // Drawn objects by rank of their id, and the rank of whoever draws their owner.
  const idOf = new Int32Array(count);
  for (let id = 1, next = 0; id < idLimit; id++) {
    if (shown[id] !== id) continue;
    rank[id] = next;
    idOf[next++] = id;
  }
  const above = new Int32Array(count);
  for (let r = 0; r < count; r++) {
    const by = shown[owner[idOf[r]]];
    above[r] = by === 0 || by === idOf[r] ? -1 : rank[by];
  }
  const spare = new Int32Array(count);
  cutCycles(above, spare);
  return numberBreadthFirst(idOf, above, spare);
}

/** Makes a root of the oldest object of every cycle of owners. `seenBy`: zeros, which are written over. */
function cutCycles(above: Int32Array, seenBy: Int32Array): void {
  // 0: not seen; otherwise 1 + the walk that saw it first.
  for (let start = 0; start < above.length; start++) {
    let r = start;
    while (r !== -1 && seenBy[r] === 0) {
      seenBy[r] = start + 1;
      r = above[r];
    }
    if (r !== -1 && seenBy[r] === start + 1) {
      let oldest = r;
      for (let s = above[r]; s !== r; s = above[s]) if (s < oldest) oldest = s;
      above[oldest] = -1;
    }
  }
}

/**
 * Memory that is touched for the first time costs more than all that is done with it, so arrays are used again when what
 * they held is not needed any more: `above` and `spare` are written over.
 */
function numberBreadthFirst(idOf: Int32Array, above: Int32Array, spare: Int32Array): DrawnForest {
  const count = above.length;
  // Children by rank, as one row of arrays: those of r are children[start[r] .. start[r + 1]).
  const start = new Int32Array(count + 1);
  for (let r = 0; r < count; r++) if (above[r] !== -1) start[above[r] + 1]++;
  for (let r = 0; r < count; r++) start[r + 1] += start[r];
  const fill = spare;
  fill.set(start.subarray(0, count));
  const children = new Int32Array(count === 0 ? 0 : start[count]);
  for (let r = 0; r < count; r++) if (above[r] !== -1) children[fill[above[r]]++] = r;

  const queue = new Int32Array(count);
  const id = new Int32Array(count);
  const firstChild = new Int32Array(count);
  const childCount = new Int32Array(count);
  const tree = new Int32Array(count);
  let end = 0;
  for (let r = 0; r < count; r++) {
    if (above[r] !== -1) continue;
    tree[end] = end;
    queue[end++] = r;
  }
  const treeCount = end;
  const parent = above.fill(-1);
  for (let i = 0; i < end; i++) {
    const r = queue[i];
    id[i] = idOf[r];
    firstChild[i] = end;
    childCount[i] = start[r + 1] - start[r];
    for (let k = start[r]; k < start[r + 1]; k++) {
      parent[end] = i;
      tree[end] = tree[i];
      queue[end++] = children[k];
    }
  }

  const size = spare.fill(1);
  for (let i = count - 1; i >= treeCount; i--) size[parent[i]] += size[i];
  const treeStart = new Int32Array(treeCount + 1);
  for (let t = 0; t < treeCount; t++) treeStart[t + 1] = treeStart[t] + size[t];
  const next = treeStart.slice(0, treeCount);
  const treeNodes = queue;
  for (let i = 0; i < count; i++) treeNodes[next[tree[i]]++] = i;
  return {
    count,
    treeCount,
    id,
    parent,
    firstChild,
    childCount,
    size,
    tree,
    treeStart,
    treeNodes,
  };
}
