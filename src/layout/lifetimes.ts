/** From when to when the trees of a forest live. */
import type { DrawnForest } from './drawn-forest.ts';

export interface Lifetimes {
  /** By tree: event index of the first birth and the last death among its drawn objects. */
  readonly birth: Int32Array;
  readonly death: Int32Array;
  /** Id of the object that is born first. */
  readonly firstBorn: Int32Array;
}

export function lifetimesOf(
  forest: DrawnForest,
  source: { readonly birth: Int32Array; readonly death: Int32Array },
): Lifetimes {
  const birth = new Int32Array(forest.treeCount);
  const death = new Int32Array(forest.treeCount);
  const firstBorn = forest.id.slice(0, forest.treeCount);
  for (let t = 0; t < forest.treeCount; t++) {
    birth[t] = source.birth[forest.id[t]];
    death[t] = source.death[forest.id[t]];
  }
  for (let i = forest.treeCount; i < forest.count; i++) {
    const t = forest.tree[i];
    const id = forest.id[i];
    if (source.birth[id] < birth[t]) {
      birth[t] = source.birth[id];
      firstBorn[t] = id;
    }
    if (source.death[id] > death[t]) death[t] = source.death[id];
  }
  return { birth, death, firstBorn };
}
