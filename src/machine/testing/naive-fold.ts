/**
 * For tests: folds the events of a run in the most obvious way, and says where they contradict themselves. What it
 * arrives at must be the live heap.
 */
import { Ev, extraWords, OP_BITS, OP_MASK } from '../../heap/events.ts';
import type { PythonMachine } from '../machine.ts';

interface FoldedFrame {
  readonly code: number;
  readonly slots: number[];
}

export class NaiveFold {
  readonly refcount = new Map<number, number>();
  readonly slots = new Map<number, number[]>();
  readonly dicts = new Map<number, number>();
  readonly typeOf = new Map<number, number>();
  readonly stack: number[] = [];
  readonly frames: FoldedFrame[] = [];
  readonly problems: string[] = [];
  private readonly heapTypes = new Set<number>();
  private readonly machine: PythonMachine;
  events = 0;

  constructor(machine: PythonMachine) {
    this.machine = machine;
    for (const id of machine.heapTypes.keys()) this.heapTypes.add(id);
  }

  /** Folds all that the machine has recorded and still holds. */
  run(): this {
    const { events } = this.machine.heap;
    for (const chunk of [...events.full, events.words.subarray(0, events.at)]) {
      for (let at = 0; at < chunk.length && (chunk[at] & OP_MASK) !== Ev.END_OF_CHUNK;) {
        const op = chunk[at] & OP_MASK;
        const extra = extraWords[op];
        this.apply(op, chunk[at] >> OP_BITS, chunk[at + 1], chunk[at + 2], chunk[at + 3]);
        if (this.problems.length > 5) return this;
        at += 1 + extra;
        this.events++;
      }
    }
    return this;
  }

  /** References to every object: in slots, in dicts, on the stack, in frames, from instances to classes. */
  counted(): Map<number, number> {
    const counts = new Map<number, number>();
    const see = (word: number): void => {
      if (word > 0) counts.set(word, (counts.get(word) ?? 0) + 1);
    };
    for (const slots of this.slots.values()) slots.forEach(see);
    for (const dict of this.dicts.values()) see(dict);
    this.stack.forEach(see);
    for (const frame of this.frames) frame.slots.forEach(see);
    for (const type of this.typeOf.values()) if (this.heapTypes.has(type)) see(type);
    return counts;
  }

  private complain(text: string): void {
    this.problems.push(`event ${this.events}: ${text}`);
  }

  private change(id: number, by: number, what: string): void {
    const count = this.refcount.get(id);
    if (count === undefined) {
      this.complain(`${what} of ${id}, which is not alive`);
      return;
    }
    if (count + by < 0) this.complain(`${what} makes the count of ${id} ${count + by}`);
    this.refcount.set(id, count + by);
  }

  private pop(id: number, what: string): void {
    const top = this.stack.pop();
    if (top !== id) this.complain(`${what} of ${id}, but ${top} is on top of the stack`);
  }

  private expect(slots: number[] | undefined, slot: number, old: number, what: string): number[] {
    if (slots === undefined) {
      this.complain(`${what}: holder is not alive`);
      return [];
    }
    if ((slots[slot] ?? 0) !== old) this.complain(`${what} slot ${slot}: expected ${old}, found ${slots[slot]}`);
    return slots;
  }

  private apply(op: number, id: number, a: number, b: number, c: number): void {
    switch (op) {
      case Ev.ALLOC:
        this.refcount.set(id, 1);
        this.slots.set(id, []);
        this.typeOf.set(id, a);
        if (this.heapTypes.has(a)) this.change(a, 1, 'instance');
        break;
      case Ev.FREE: {
        if (this.refcount.get(id) !== 0) this.complain(`FREE of ${id} with count ${this.refcount.get(id)}`);
        const type = this.typeOf.get(id)!;
        this.refcount.delete(id);
        this.slots.delete(id);
        this.typeOf.delete(id);
        if (this.heapTypes.has(type)) this.change(type, -1, 'end of instance');
        break;
      }
      case Ev.INCREF:
        this.change(id, 1, 'INCREF');
        break;
      case Ev.DECREF:
        this.change(id, -1, 'DECREF');
        break;
      case Ev.PUSH:
        this.change(id, 1, 'PUSH');
        this.stack.push(id);
        break;
      case Ev.POP:
        this.pop(id, 'POP');
        this.change(id, -1, 'POP');
        break;
      case Ev.PUSH_MOVE:
        this.change(id, 0, 'PUSH_MOVE');
        this.stack.push(id);
        break;
      case Ev.POP_MOVE:
        this.pop(id, 'POP_MOVE');
        break;
      case Ev.SET:
        this.expect(this.slots.get(id), a, c, `SET ${id}`)[a] = b;
        break;
      case Ev.APPEND:
        this.slots.get(id)?.push(a);
        break;
      case Ev.DROP_LAST: {
        const slots = this.slots.get(id) ?? [];
        this.expect(slots, slots.length - 1, a, `DROP_LAST ${id}`).pop();
        break;
      }
      case Ev.INSERT:
        this.slots.get(id)!.splice(a, 0, b);
        break;
      case Ev.REMOVE:
        this.expect(this.slots.get(id), a, b, `REMOVE ${id}`).splice(a, 1);
        break;
      case Ev.RELEASE:
        this.expect(this.slots.get(id), a, b, `RELEASE ${id}`)[a] = 0;
        this.change(b, -1, 'RELEASE');
        break;
      case Ev.SET_DICT:
        if ((this.dicts.get(id) ?? 0) !== b) this.complain(`SET_DICT ${id}: expected ${b}`);
        if (a === 0) this.dicts.delete(id);
        else this.dicts.set(id, a);
        break;
      case Ev.ENTER:
        this.frames.push({ code: id, slots: new Array(this.slotCount(id)).fill(0) });
        break;
      case Ev.LEAVE: {
        const frame = this.frames.pop();
        if (frame?.code !== id) this.complain(`LEAVE of code ${id} in ${frame?.code}`);
        if (frame?.slots.some((word) => word !== 0))
          this.complain(`LEAVE of code ${id} with slots ${frame.slots.join()}`);
        break;
      }
      case Ev.LOCAL:
        this.expect(this.frames.at(-1)?.slots, id, b, 'LOCAL')[id] = a;
        break;
      case Ev.RELEASE_LOCAL:
        this.expect(this.frames.at(-1)?.slots, id, a, 'RELEASE_LOCAL')[id] = 0;
        if (a > 0) this.change(a, -1, 'RELEASE_LOCAL');
        break;
      case Ev.SUSPEND: {
        const frame = this.frames.pop()!;
        if ((this.slots.get(id) ?? []).length > 0) this.complain(`SUSPEND ${id}, which holds something`);
        this.slots.set(id, [...frame.slots, ...this.stack.splice(this.stack.length - b, b)]);
        break;
      }
      case Ev.RESUME: {
        const slots = this.slots.get(id)!;
        const count = this.slotCount(a);
        if (slots.length !== count + b) this.complain(`RESUME ${id}: ${slots.length} slots, expected ${count} + ${b}`);
        this.frames.push({ code: a, slots: slots.slice(0, count) });
        this.stack.push(...slots.slice(count));
        this.slots.set(id, []);
        break;
      }
      default:
    }
  }

  private slotCount(code: number): number {
    return this.machine.codes[code].slotCount;
  }
}
