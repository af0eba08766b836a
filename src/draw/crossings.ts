/**
 * The references of a moment that are no edges of the layout's tree, nor lie beside one: what makes a graph of a tree. In
 * overviews they are lines across the picture; a million objects are asked for theirs in slices.
 */
import { GrowableInt32 } from '../base/growable.ts';
import type { Frame } from './frame.ts';
import { isCrossing, visitDrawnReferences } from './references.ts';
import { isAlive } from './tone.ts';

/** Lines that are gathered at the most; more would only blacken the picture. */
const MOST = 60_000;
/** Objects between two questions. */
const GLANCE = 256;

export class Crossings {
  /** From, to, from, to …: drawn objects; a weak reference's target is negative. */
  readonly pairs = new GrowableInt32();
  private next = 0;

  constructor(private readonly frame: Frame) {}

  /** True while these are the references of `frame`'s moment, in its layout. */
  isOf(frame: Frame): boolean {
    return this.frame.references === frame.references;
  }

  /** True when all are there, as far as they can be shown. */
  get isWhole(): boolean {
    const { drawn, treeEdges } = this.frame.scene.layout;
    return treeEdges === 'none' || this.next >= drawn.length || this.pairs.length >= 2 * MOST;
  }

  /** Gathers until all are there or `isOver` says so; `isWhole` tells which. */
  gather(isOver: () => boolean): void {
    const { scene, tones } = this.frame;
    const { layout, moment } = scene;
    const { pairs } = this;
    while (!this.isWhole) {
      const from = layout.drawn[this.next++];
      if (isAlive(tones[from]))
        visitDrawnReferences(layout, moment, from, (to, isWeak) => {
          if (isCrossing(layout, from, to) && isAlive(tones[to])) {
            pairs.push(from);
            pairs.push(isWeak ? -to : to);
          }
        });
      if (this.next % GLANCE === 0 && isOver()) return;
    }
  }

  /** True when both are whole and show the same lines. */
  isSameAs({ pairs }: Crossings): boolean {
    const mine = this.pairs.view();
    const others = pairs.view();
    return mine.length === others.length && mine.every((id, k) => id === others[k]);
  }
}
