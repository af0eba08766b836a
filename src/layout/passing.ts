/**
 * What leaves no ghost, and stands beside the rest: trees of nothing but containers and their like that came and went
 * within one statement, such as the lists and iterators that a function needs for a moment. Nobody looks for where they
 * were.
 */
import { firstAbove } from '../base/bisect.ts';
import type { DrawnForest } from './drawn-forest.ts';
import type { LayoutSource } from './layout.ts';
import { Role, rolesOf } from './roles.ts';

/** No death, in journals. */
const NEVER = 2 ** 31 - 1;

/** 1 by tree. */
export function passingTrees({ id, tree, treeCount, count }: DrawnForest, source: LayoutSource): Uint8Array {
  const { kind, kindNames, birth, death, statements } = source;
  const passing = new Uint8Array(treeCount);
  if (statements === null) return passing;
  const roles = rolesOf(kindNames);
  const holdsData = new Uint8Array(treeCount);
  const lastDeath = new Int32Array(treeCount);
  const firstBirth = new Int32Array(treeCount).fill(NEVER);
  for (let i = 0; i < count; i++) {
    const t = tree[i];
    if (roles[kind[id[i]]] === Role.DATA) holdsData[t] = 1;
    lastDeath[t] = Math.max(lastDeath[t], death[id[i]]);
    firstBirth[t] = Math.min(firstBirth[t], birth[id[i]]);
  }
  /** The next statement begins after the last of them has died. */
  const isPassing = (t: number): boolean => {
    const next = firstAbove(statements, statements.length, firstBirth[t]);
    return lastDeath[t] < (statements[next] ?? NEVER);
  };
  for (let t = 0; t < treeCount; t++) if (holdsData[t] === 0 && isPassing(t)) passing[t] = 1;
  return passing;
}
