/**
 * The slots of all objects while a journal is read, each with the event since which it has held what it holds. The
 * same pool layout as the playhead's state, with a clock beside every slot.
 */
import { grownInt32, grownUint8, roomFor } from '../base/growable.ts';

export class SlotClock {
  /** Cell words and their events: those of id are [start[id], start[id] + count[id]). */
  words: Int32Array = new Int32Array(1 << 12);
  since: Int32Array = new Int32Array(1 << 12);
  start: Int32Array = new Int32Array(0);
  count: Int32Array = new Int32Array(0);
  // 0: no room, r: 2 ** r slots.
  private room: Uint8Array = new Uint8Array(0);
  private top = 0;

  reserve(idLimit: number): void {
    if (idLimit <= this.start.length) return;
    this.start = grownInt32(this.start, idLimit);
    this.count = grownInt32(this.count, idLimit);
    this.room = grownUint8(this.room, idLimit);
  }

  append(id: number, word: number, event: number): void {
    const count = this.count[id];
    if (count >= (this.room[id] === 0 ? 0 : 1 << this.room[id])) this.makeRoom(id);
    const at = this.start[id] + count;
    this.words[at] = word;
    this.since[at] = event;
    this.count[id] = count + 1;
  }

  insert(id: number, slot: number, word: number, event: number): void {
    this.append(id, 0, 0);
    const at = this.start[id] + slot;
    const end = this.start[id] + this.count[id];
    this.words.copyWithin(at + 1, at, end - 1);
    this.since.copyWithin(at + 1, at, end - 1);
    this.words[at] = word;
    this.since[at] = event;
  }

  remove(id: number, slot: number): void {
    const at = this.start[id] + slot;
    const end = this.start[id] + this.count[id];
    this.words.copyWithin(at, at + 1, end);
    this.since.copyWithin(at, at + 1, end);
    this.count[id]--;
  }

  private makeRoom(id: number): void {
    const room = this.room[id];
    const before = room === 0 ? 0 : 1 << room;
    const start = this.start[id];
    const isLast = before > 0 && start + before === this.top;
    const to = isLast ? start : this.top;
    this.top = to + (1 << (room + 1));
    if (this.top > this.words.length) {
      const capacity = roomFor(this.top, this.words.length);
      this.words = grownInt32(this.words, capacity);
      this.since = grownInt32(this.since, capacity);
    }
    if (!isLast && before > 0) {
      this.words.copyWithin(to, start, start + before);
      this.since.copyWithin(to, start, start + before);
    }
    this.start[id] = to;
    this.room[id] = room + 1;
  }
}
