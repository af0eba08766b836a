/** Which objects are nodes, which are part of their owner, and which are not in the picture. */
import type { LayoutSource } from './layout.ts';
import { foldersOf, Role, rolesOf } from './roles.ts';

/**
 * The object that draws each object: itself, its owner when folded, 0 when hidden.
 * O(objects): every carrier is marked once, and folded objects are at most a few steps below the one that draws them.
 */
export function shownAs(source: LayoutSource, fold: boolean, internals: boolean): Int32Array {
  const { idLimit, owner, kind, hidden } = source;
  const role = rolesOf(source.kindNames);
  const folds = foldersOf(source.kindNames);
  const shown = new Int32Array(idLimit);
  const isHidden = (id: number): boolean => hidden !== null && hidden[id] !== 0;

  const carries = internals ? null : carriersOf(source, role);
  const isNode = (id: number): boolean => {
    const part = role[kind[id]];
    if (part === Role.NONE || isHidden(id)) return false;
    if (internals) return true;
    switch (part) {
      case Role.DATA:
      case Role.CONTAINER:
      case Role.WEAK_LINK:
        return true;
      case Role.HUMBLE_CONTAINER:
        return carries![id] !== 0 || !isMachinery(role[kind[owner[id]]]);
      case Role.CARRIER:
      case Role.CARRIER_CONTAINER: {
        const above = owner[id];
        return (
          carries![id] !== 0 ||
          // A tuple or dict counts as data only where it is a node: not in a class or a function.
          (above !== 0 && isData(role[kind[above]]) && isNode(above))
        );
      }
      default:
        return false;
    }
  };
  for (let id = 1; id < idLimit; id++) if (kind[id] !== 0 && isNode(id)) shown[id] = id;

  if (fold) foldInto(shown, source, role, folds);
  return shown;
}

function isData(part: number): boolean {
  return part >= Role.DATA && part <= Role.HUMBLE_CONTAINER;
}
function isMachinery(part: number): boolean {
  return part >= Role.CARRIER;
}

/** 1 for carriers (and the tuples and dicts between them) below which data hangs. */
function carriersOf(source: LayoutSource, role: Uint8Array): Uint8Array {
  const { idLimit, owner, kind, hidden } = source;
  const carries = new Uint8Array(idLimit);
  const mayCarry = (id: number): boolean => {
    const part = role[kind[id]];
    return part === Role.HUMBLE_CONTAINER || (part >= Role.CARRIER && part < Role.INTERNAL);
  };
  for (let id = 1; id < idLimit; id++) {
    const part = role[kind[id]];
    if (part !== Role.DATA && part !== Role.CONTAINER) continue;
    let above = owner[id];
    while (above !== 0 && carries[above] === 0 && mayCarry(above)) {
      if (hidden !== null && hidden[above] !== 0) break;
      carries[above] = 1;
      above = owner[above];
    }
  }
  return carries;
}

/** Replaces the entries of folded objects by whoever draws them. */
function foldInto(shown: Int32Array, source: LayoutSource, role: Uint8Array, folds: Uint8Array): void {
  const { idLimit, owner, kind } = source;
  const isFolded = (id: number): boolean => {
    const above = owner[id];
    if (above === 0 || shown[above] === 0) return false;
    switch (role[kind[id]]) {
      case Role.WEAK_LINK:
        return true;
      case Role.CONTAINER:
      case Role.HUMBLE_CONTAINER:
        return folds[kind[above]] !== 0;
      case Role.CARRIER_CONTAINER:
        // A closure is function -> tuple -> cell: the tuple is folded, so its cells are.
        return folds[kind[above]] !== 0 || (owner[above] !== 0 && isFolded(above));
      default:
        return false;
    }
  };
  // Entries above are still "itself" or already "whoever draws it": following them ends at a node either way.
  for (let id = 1; id < idLimit; id++) {
    if (shown[id] === 0 || !isFolded(id)) continue;
    let by = owner[id];
    while (shown[by] === by && isFolded(by)) by = owner[by];
    shown[id] = shown[by];
  }
}
