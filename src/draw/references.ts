/**
 * The references between drawn objects at a moment. What is folded into an object refers in its name: the reference
 * from item 3 of the `children` list of a node is drawn from the node and reads `.children[3]`.
 */
import type { Layout } from '../layout/layout.ts';
import type { MomentView } from './moment-view.ts';

export interface DrawnReference {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly isWeak: boolean;
  /** The reference that the layout's tree shows: from the parent. */
  readonly isTree: boolean;
  /** How many references of this kind there are between the two. */
  count: number;
}

/** True for a reference that no edge of the layout's tree shows, in neither direction. */
export function isCrossing({ parent }: Layout, from: number, to: number): boolean {
  return to !== from && parent[to] !== from && parent[from] !== to;
}

/** More references of one object are not drawn one by one: the tree's edges stand for them. */
const MOST = 2000;

/** Remembers what it was asked until the moment or the layout changes. */
export class References {
  private readonly known = new Map<number, readonly DrawnReference[]>();

  constructor(
    private readonly layout: Layout,
    private readonly moment: MomentView,
  ) {}

  /** References of a living drawn object, strong and weak ones to the same object apart. */
  of(id: number): readonly DrawnReference[] {
    let references = this.known.get(id);
    if (references === undefined) {
      references = this.enumerate(id);
      this.known.set(id, references);
    }
    return references;
  }

  private enumerate(from: number): DrawnReference[] {
    const { layout, moment } = this;
    const found: DrawnReference[] = [];
    const seen = new Map<number, DrawnReference>();
    visitDrawnReferences(layout, moment, from, (to, isWeak, place) => {
      const key = isWeak ? -to : to;
      const same = seen.get(key);
      if (same !== undefined) {
        same.count++;
        return;
      }
      if (found.length >= MOST) return;
      const isTree = !isWeak && layout.parent[to] === from;
      const reference = { from, to, label: labelOf(moment, place), isWeak, isTree, count: 1 };
      seen.set(key, reference);
      found.push(reference);
    });
    return found;
  }
}

/** Where a reference is held: in slot `slot` of `holder`, and for a folded holder where that is held. */
interface Place {
  readonly holder: number;
  readonly slot: number;
  readonly via: Place | null;
}

function labelOf(moment: MomentView, { holder, slot, via }: Place): string {
  return (via === null ? '' : labelOf(moment, via)) + moment.slotName(holder, slot);
}

/** Calls `visit` for each reference from the drawn object `from`, and from what is folded into it, to a drawn object. */
export function visitDrawnReferences(
  { shownAs }: Layout,
  moment: MomentView,
  from: number,
  visit: (to: number, isWeak: boolean, place: Place) => void,
): void {
  // Folded objects whose references are still to be followed.
  const pending: { id: number; via: Place | null }[] = [{ id: from, via: null }];
  const entered = new Set([from]);
  const enter = (id: number, via: Place): void => {
    if (entered.has(id)) return;
    entered.add(id);
    pending.push({ id, via });
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { id: holder, via } = next;
    moment.forEachReference(holder, (target, slot, isWeak) => {
      const to = shownAs[target] ?? 0;
      if (to === 0) return;
      const place = { holder, slot, via };
      // Part of itself: a folded list or weak reference. Its own references follow; back-references end here.
      if (to === from && target !== from) {
        if (!isWeak) enter(target, place);
        return;
      }
      // Folded into another object, with which it is shared (`weakref.ref` gives the same one twice): what it refers to is
      // meant, not the object that it is drawn with.
      if (to !== target && isWeakReference(moment, target)) enter(target, place);
      else visit(to, isWeak, place);
    });
  }
}

function isWeakReference({ kind, kindNames }: MomentView, id: number): boolean {
  return kindNames[kind[id]] === 'weakref';
}
