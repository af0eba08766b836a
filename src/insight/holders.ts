/**
 * For every object, which containers held it for how long. Kept are the two that did so longest, of two different
 * *sorts*: a sort is the holder's type and, for instances, its attribute. So the ten children that refer to their node
 * by `.parent` do not crowd out the list that contains it.
 */
import { grownInt32 } from '../base/growable.ts';

/** What hosts of some years ago do not have: to leave memory behind is then the host's affair. */
interface Transferring {
  transfer?(length: number): ArrayBuffer;
}

/** One candidate for every object, by object id. */
export class Candidate {
  /** 0: none. */
  holder: Int32Array = new Int32Array(0);
  slot: Int32Array = new Int32Array(0);
  /** Number of events during which it held the object. */
  duration: Int32Array = new Int32Array(0);
  /** The event at which it let go last. */
  until: Int32Array = new Int32Array(0);

  reserve(idLimit: number): void {
    this.holder = grownInt32(this.holder, idLimit);
    this.slot = grownInt32(this.slot, idLimit);
    this.duration = grownInt32(this.duration, idLimit);
    this.until = grownInt32(this.until, idLimit);
  }

  /** A copy of the rows below `idLimit`. */
  copy(idLimit: number): Candidate {
    const copy = new Candidate();
    copy.holder = this.holder.slice(0, idLimit);
    copy.slot = this.slot.slice(0, idLimit);
    copy.duration = this.duration.slice(0, idLimit);
    copy.until = this.until.slice(0, idLimit);
    return copy;
  }

  /** Gives the memory back at once: the next steps of a large run need as much. It cannot be used afterwards. */
  giveBack(): void {
    for (const { buffer } of [this.holder, this.slot, this.duration, this.until])
      (buffer as ArrayBuffer & Transferring).transfer?.(0);
  }

  put(id: number, holder: number, slot: number, duration: number, until: number): void {
    this.holder[id] = holder;
    this.slot[id] = slot;
    this.duration[id] = duration;
    this.until[id] = until;
  }

  take(id: number, other: Candidate): void {
    this.put(id, other.holder[id], other.slot[id], other.duration[id], other.until[id]);
  }
}

export class Holders {
  /** `sortOf`: the sort of a slot of a holder, always the same. */
  constructor(
    private readonly sortOf: (holder: number, slot: number) => number,
    readonly best = new Candidate(),
    readonly second = new Candidate(),
  ) {}

  reserve(idLimit: number): void {
    if (idLimit <= this.best.holder.length) return;
    this.best.reserve(idLimit);
    this.second.reserve(idLimit);
  }

  copy(idLimit: number): Holders {
    return new Holders(this.sortOf, this.best.copy(idLimit), this.second.copy(idLimit));
  }

  /** As `Candidate.giveBack`. */
  giveBack(): void {
    this.best.giveBack();
    this.second.giveBack();
  }

  /** `holder` held `id` in `slot` for `duration` events, up to `until`. Times of the same holder add up. */
  credit(id: number, holder: number, slot: number, duration: number, until: number): void {
    const { best, second } = this;
    if (best.holder[id] !== 0 && this.isOneSort(best.holder[id], best.slot[id], holder, slot)) {
      if (best.holder[id] === holder) {
        best.duration[id] += duration;
        best.until[id] = until;
      } else if (duration > best.duration[id]) best.put(id, holder, slot, duration, until);
      return;
    }
    if (second.holder[id] === holder && this.isOneSort(holder, second.slot[id], holder, slot))
      duration += second.duration[id];
    if (best.holder[id] === 0 || duration > best.duration[id]) {
      if (best.holder[id] !== 0) second.take(id, best);
      best.put(id, holder, slot, duration, until);
    } else if (duration > second.duration[id]) {
      second.put(id, holder, slot, duration, until);
    }
  }

  private isOneSort(holder: number, slot: number, otherHolder: number, otherSlot: number): boolean {
    if (holder === otherHolder && slot === otherSlot) return true;
    return this.sortOf(holder, slot) === this.sortOf(otherHolder, otherSlot);
  }
}
