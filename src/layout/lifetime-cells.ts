/**
 * Cells for things that come and go: whoever is born takes the first cell that is free by then, as an allocator hands
 * out freed memory again. So a million short-lived objects need no more room than the most that lived at one time.
 */
import { NumberHeap } from './number-heap.ts';

/** No death, in journals. */
const NEVER = 2 ** 31 - 1;

export class LifetimeCells {
  private readonly free = new NumberHeap();
  private readonly busy = new NumberHeap();
  /** Cells that were ever used. */
  count = 0;

  /** A further cell that is taken until the event `death` (one of an earlier layout). Gives its number. */
  addTaken(death: number): number {
    if (death < NEVER) this.busy.push(death, this.count);
    return this.count++;
  }

  /** The cell of a thing that lives from `birth` to `death`. Ask in order of birth. */
  take(birth: number, death: number): number {
    while (this.busy.size > 0 && this.busy.minKey < birth) {
      const cell = this.busy.pop();
      this.free.push(cell, cell);
    }
    const cell = this.free.size > 0 ? this.free.pop() : this.count++;
    if (death < NEVER) this.busy.push(death, cell);
    return cell;
  }
}
