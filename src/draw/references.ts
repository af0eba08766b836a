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
    const { shownAs, parent } = this.layout;
    const found: DrawnReference[] = [];
    const seen = new Map<number, DrawnReference>();
    // Folded objects whose references are still to be followed, with what leads to them.
    const pending: { id: number; prefix: string }[] = [{ id: from, prefix: '' }];
    const entered = new Set<number>([from]);
    for (let holder = pending.pop(); holder !== undefined; holder = pending.pop()) {
      const { prefix } = holder;
      this.moment.forEachReference(holder.id, (target, label, isWeak) => {
        const to = shownAs[target] ?? 0;
        if (to === 0) return;
        if (to === from && target !== from) {
          // Part of itself: a folded list or weak reference. Its own references follow; back-references end here.
          if (!isWeak && !entered.has(target)) {
            entered.add(target);
            pending.push({ id: target, prefix: prefix + label });
          }
          return;
        }
        if (to !== target && this.isWeakReference(target)) {
          // Folded into another object, with which it is shared (`weakref.ref` gives the same one twice): what it refers
          // to is meant, not the object that it is drawn with.
          if (!entered.has(target)) {
            entered.add(target);
            pending.push({ id: target, prefix: prefix + label });
          }
          return;
        }
        const key = isWeak ? -to : to;
        const same = seen.get(key);
        if (same !== undefined) {
          same.count++;
          return;
        }
        if (found.length >= MOST) return;
        const isTree = !isWeak && parent[to] === from;
        const reference = { from, to, label: prefix + label, isWeak, isTree, count: 1 };
        seen.set(key, reference);
        found.push(reference);
      });
    }
    return found;
  }

  private isWeakReference(id: number): boolean {
    return this.moment.kindNames[this.moment.kind[id]] === 'weakref';
  }
}
