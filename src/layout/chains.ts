/**
 * Chains: long runs of nodes that have one large child and next to nothing besides it (a linked list, with or without a
 * small payload at each node). Drawn as trees they would be one endless line, so layouts coil them.
 */
import type { DrawnForest } from './drawn-forest.ts';

/** Nodes besides the next link that an element of a chain may carry below it. */
const MAX_SIDE_NODES = 6;
/** Shorter runs are no chains for a tidy tree. */
const MIN_LENGTH = 6;

export interface Chains {
  /** Index of the first element, by index of an element; -1: not in a chain. */
  readonly head: Int32Array;
  /** The largest child of a node, -1 for leaves: an element's next, and after the last element what hangs on the chain. */
  readonly next: Int32Array;
  /** Number of elements, by index of the head; 0 elsewhere. */
  readonly length: Int32Array;
}

export function findChains(forest: DrawnForest, minLength = MIN_LENGTH): Chains {
  const { count, parent, firstChild, childCount, size } = forest;
  const next = new Int32Array(count).fill(-1);
  // Length of the run that begins here, taken over by the head when the run is long enough.
  const length = new Int32Array(count);
  for (let i = count - 1; i >= 0; i--) {
    const end = firstChild[i] + childCount[i];
    let heavy = -1;
    for (let c = firstChild[i]; c < end; c++) if (heavy === -1 || size[c] > size[heavy]) heavy = c;
    next[i] = heavy;
    if (heavy === -1) length[i] = 1;
    else if (size[i] - 1 - size[heavy] <= MAX_SIDE_NODES && size[heavy] > 1) length[i] = length[heavy] + 1;
    // The last link of a chain may be a leaf.
    else if (childCount[i] === 1) length[i] = 2;
  }
  const head = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const above = parent[i];
    if (above !== -1 && head[above] !== -1 && next[above] === i && length[i] > 0) {
      head[i] = head[above];
      length[i] = 0;
    } else if (length[i] >= minLength) head[i] = i;
    else length[i] = 0;
  }
  return { head, next, length };
}
