/**
 * Random runs over a real heap, without a machine: a driver that takes and drops references the way a machine does,
 * keeps its own record of frames and value stack, and hands over what was recorded as a `RunDelta`.
 */
import { type Random, seededRandom } from '../../src/base/random.ts';
import { CollectCause, Ev, Phase } from '../../src/heap/events.ts';
import { Flag, Heap } from '../../src/heap/heap.ts';
import { Kind, type KindNumber } from '../../src/heap/kinds.ts';
import type { CodeInfo, RunDelta } from '../../src/machine/run-record.ts';

interface DrivenFrame {
  readonly code: number;
  line: number;
  /** Object ids, atoms included; 0: nothing. */
  readonly locals: number[];
  /** Nodes only, as the journal has it. */
  readonly stack: number[];
}

const codes: readonly CodeInfo[] = [
  code(0, '<module>', ['a', 'b', 'c'], true),
  code(1, 'walk', ['node', 'child', 'i', 'rest'], false),
  code(2, 'generate', ['item'], false),
];

function code(id: number, name: string, slotNames: string[], isModule: boolean): CodeInfo {
  return {
    id,
    name,
    qualifiedName: name,
    filename: 'main.py',
    isLibrary: false,
    firstLine: 1,
    slotNames,
    isModule,
  };
}

export class RandomRun {
  readonly heap: Heap;
  readonly frames: DrivenFrame[] = [];
  readonly sleeping = new Map<number, number>();
  readonly nodeType: number;
  readonly globals: number;
  output = '';
  private readonly random: Random;
  private readonly objectType: number;
  private atomsTaken = 0;
  private codesTaken = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    const nothing = (): void => undefined;
    const heap = new Heap({
      finalize: nothing,
      callWeakCallback: nothing,
      describeBuiltin: (id) => `<built-in ${id}>`,
    });
    this.heap = heap;
    this.objectType = heap.alloc(Kind.TYPE, 0, [0], null, 400);
    heap.beginProgram();
    heap.events.one(Ev.STATEMENT, 0);
    this.globals = heap.allocTracked(Kind.DICT, this.objectType, [], null, 64);
    this.enter(0);
    this.reachLine();
    this.nodeType = heap.allocTracked(Kind.TYPE, this.objectType, [0, 0], null, 900);
    heap.flags[this.nodeType] |= Flag.HEAP_TYPE;
    heap.appendSlot(this.globals, heap.allocAtom(Kind.STR, this.objectType, 'Node', 53));
    heap.appendSlot(this.globals, this.nodeType);
  }

  /** Takes `count` random steps. */
  run(count: number): this {
    for (let i = 0; i < count; i++) this.step();
    return this;
  }

  /** What was recorded since the last call. */
  delta(): RunDelta {
    const { heap } = this;
    const { events } = heap;
    const delta: RunDelta = {
      chunks: [...events.full, events.words.slice(0, events.at)],
      atoms: heap.atoms.entries.slice(this.atomsTaken),
      types: [
        { id: this.nodeType, name: 'Node', isHeapType: true, slotNames: ['name', 'next'] },
        { id: this.objectType, name: 'object', isHeapType: false, slotNames: [] },
      ],
      codes: codes.slice(this.codesTaken),
      statements: [{ index: 0, source: '', filename: 'main.py' }],
      output: this.output,
      end: { kind: 'finished' },
      programStart: heap.programStart,
      idLimit: heap.end,
      globals: this.globals,
      libraryRanges: [],
    };
    events.restart();
    this.atomsTaken = heap.atoms.entries.length;
    this.codesTaken = codes.length;
    this.output = '';
    return delta;
  }

  // ---------------------------------------------------------------------------------------------- random steps

  private step(): void {
    const { heap } = this;
    const { events } = heap;
    const choice = this.below(22);
    switch (choice) {
      case 0:
      case 1:
      case 2:
      case 3:
        return this.storeLocal(this.below(this.top.locals.length), this.make());
      case 4:
        return this.pushMove(this.make());
      case 5:
      case 6:
        return this.push(this.anyNode());
      case 7:
      case 8:
        return this.pop();
      case 9:
        return this.setSlot();
      case 10:
      case 11:
        return this.changeList();
      case 12:
        if (this.frames.length < 12) this.enter(1);
        return this.reachLine();
      case 13:
        if (this.frames.length > 1) this.leave();
        return;
      case 14:
        return this.reachLine();
      case 15:
        return this.collect();
      case 16: {
        events.one(Ev.OUTPUT, 3);
        this.output += 'abc';
        return;
      }
      case 17:
        return heap.resize(this.anyNode(), 50 + this.below(100));
      case 18:
        return this.weaken();
      case 19:
        return this.giveDict();
      case 20:
        return this.generate();
      case 21:
        return this.storeLocal(this.below(this.top.locals.length), 0);
    }
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private get top(): DrivenFrame {
    return this.frames[this.frames.length - 1];
  }

  /** An owned reference to a value: a new atom, a node that lives, or nothing. */
  private value(): number {
    const { heap } = this;
    switch (this.below(5)) {
      case 0:
        return 0;
      case 1:
        return heap.allocAtom(Kind.INT, this.objectType, this.below(2000) - 1000, 28);
      case 2:
        return heap.allocAtom(Kind.STR, this.objectType, `text ${this.below(9)}`, 50);
      default: {
        const node = this.anyNode();
        heap.incref(node);
        return node;
      }
    }
  }

  private make(): number {
    const { heap } = this;
    const kind = this.below(3);
    const length = kind === 2 ? 2 : this.below(4);
    const slots = Array.from({ length }, () => this.value());
    switch (kind) {
      case 0:
        return heap.allocTracked(Kind.LIST, this.objectType, slots, slots.length, 56);
      case 1:
        return heap.alloc(Kind.TUPLE, this.objectType, slots, null, 40);
      default:
        return heap.allocTracked(Kind.INSTANCE, this.nodeType, slots, null, 48);
    }
  }

  /** A node that is alive: in a variable, or in a slot of one that is. Borrowed. */
  private anyNode(): number {
    const { heap } = this;
    let id = this.globals;
    const frame = this.frames[this.below(this.frames.length)];
    const named = [...frame.locals, ...frame.stack].filter((held) => heap.isNode(held));
    if (named.length > 0) id = named[this.below(named.length)];
    for (let hop = this.below(3); hop > 0; hop--) {
      const next = heap.slotsOf(id).filter((held) => heap.isNode(held));
      if (next.length > 0) id = next[this.below(next.length)];
    }
    return id;
  }

  private anyHolder(...kinds: KindNumber[]): number {
    for (let attempt = 0; attempt < 5; attempt++) {
      const id = this.anyNode();
      if (kinds.includes(this.heap.kind[id] as KindNumber)) return id;
    }
    return 0;
  }

  private setSlot(): void {
    const holder = this.anyHolder(Kind.LIST, Kind.INSTANCE);
    const length = this.heap.slotCount(holder);
    if (length > 0) this.heap.replaceSlot(holder, this.below(length), this.value());
  }

  private changeList(): void {
    const { heap } = this;
    const list = this.anyHolder(Kind.LIST);
    if (list === 0) return;
    const { length } = heap.slots[list]!;
    const choice = this.below(6);
    if (choice < 3) heap.appendSlot(list, this.value());
    else if (choice === 3) heap.insertSlot(list, this.below(length + 1), this.value());
    else if (length > 0) {
      const old = choice === 4 ? heap.popSlot(list) : heap.removeSlot(list, this.below(length));
      if (old !== 0) heap.decref(old);
    }
  }

  // ---------------------------------------------------------------------------------------------- machine

  private enter(codeId: number): void {
    this.heap.events.one(Ev.ENTER, codeId);
    const locals = codes[codeId].slotNames.map(() => 0);
    this.frames.push({ code: codeId, line: 1, locals, stack: [] });
  }

  private leave(): void {
    const frame = this.top;
    while (frame.stack.length > 0) this.pop();
    frame.locals.forEach((_, slot) => this.releaseLocal(slot));
    this.frames.pop();
    this.heap.events.two(Ev.LEAVE, frame.code, frame.line);
  }

  private reachLine(): void {
    const line = 1 + this.below(30);
    this.heap.events.two(Ev.LINE, line, this.top.line);
    this.top.line = line;
  }

  /** Steals `value`. */
  private storeLocal(slot: number, value: number): void {
    const { heap } = this;
    const old = this.top.locals[slot];
    this.top.locals[slot] = value;
    heap.events.three(Ev.LOCAL, slot, heap.cellWord(value), heap.cellWord(old));
    if (old !== 0) heap.decref(old);
  }

  private releaseLocal(slot: number): void {
    const { heap } = this;
    const old = this.top.locals[slot];
    if (old === 0) return;
    this.top.locals[slot] = 0;
    heap.events.two(Ev.RELEASE_LOCAL, slot, heap.cellWord(old));
    if (--heap.refcount[old] === 0) heap.reachedZero(old);
  }

  private push(id: number): void {
    this.heap.refcount[id]++;
    this.heap.events.one(Ev.PUSH, id);
    this.top.stack.push(id);
  }

  private pushMove(id: number): void {
    this.heap.events.one(Ev.PUSH_MOVE, id);
    this.top.stack.push(id);
  }

  private pop(): void {
    const { heap } = this;
    const { stack } = this.top;
    if (stack.length === 0) return;
    // Mostly the top; sometimes from below, as after a swap.
    const [id] = stack.splice(this.below(4) === 0 ? this.below(stack.length) : stack.length - 1, 1);
    if (this.below(2) === 0) {
      heap.events.one(Ev.POP, id);
      if (--heap.refcount[id] === 0) heap.reachedZero(id);
    } else {
      heap.events.one(Ev.POP_MOVE, id);
      this.storeLocal(this.below(this.top.locals.length), id);
    }
  }

  private weaken(): void {
    const { heap } = this;
    const reference = heap.alloc(Kind.WEAKREF, this.objectType, [0], null, 72);
    heap.weaken(reference, this.anyNode());
    this.storeLocal(this.below(this.top.locals.length), reference);
  }

  private giveDict(): void {
    const { heap } = this;
    const owner = this.anyHolder(Kind.INSTANCE);
    if (owner === 0) return;
    const dict = heap.allocTracked(Kind.DICT, this.objectType, [], null, 64);
    const old = heap.setDict(owner, dict);
    if (old !== 0) heap.decref(old);
  }

  /** A generator comes into being, and sleeps; or one that sleeps goes on and ends. */
  private generate(): void {
    const { heap } = this;
    const sleeper = this.anyHolder(Kind.GENERATOR);
    const { events } = heap;
    if (sleeper === 0 || !this.sleeping.has(sleeper)) {
      const generator = heap.allocTracked(Kind.GENERATOR, this.objectType, [], null, 200);
      heap.flags[generator] |= Flag.FINALIZED;
      this.enter(2);
      this.storeLocal(0, this.value());
      if (this.below(2) === 0) this.push(this.anyNode());
      const frame = this.frames.pop()!;
      events.three(Ev.SUSPEND, generator, frame.line, frame.stack.length);
      heap.slots[generator] = [...frame.locals, ...frame.stack];
      this.sleeping.set(generator, frame.stack.length);
      this.storeLocal(this.below(this.top.locals.length), generator);
      return;
    }
    this.push(sleeper);
    const stackCount = this.sleeping.get(sleeper)!;
    this.sleeping.delete(sleeper);
    const slots = heap.slots[sleeper]!;
    heap.slots[sleeper] = [];
    events.four(Ev.RESUME, sleeper, 2, stackCount, 7);
    this.frames.push({
      code: 2,
      line: 7,
      locals: slots.slice(0, slots.length - stackCount),
      stack: slots.slice(slots.length - stackCount),
    });
    this.reachLine();
    this.leave();
  }

  /** Not a collector: its events in order, and every container moved up a generation. */
  private collect(): void {
    const { heap } = this;
    const { events } = heap;
    events.two(Ev.COLLECT_START, 1, CollectCause.EXPLICIT);
    events.two(Ev.PHASE, Phase.UPDATE_REFS, Phase.NONE);
    let examined = 0;
    for (let id = heap.programStart; id < heap.end; id++) {
      if (!heap.isNode(id) || !(heap.flags[id] & Flag.TRACKED) || heap.generation[id] > 1) continue;
      examined++;
      const from = heap.generation[id];
      heap.generation[id] = from + 1;
      events.two(Ev.MOVE, id, (from + 1) | (from << 8));
    }
    events.two(Ev.PHASE, Phase.DELETE_GARBAGE, Phase.UPDATE_REFS);
    events.one(Ev.UNREACHABLE, this.globals);
    events.three(Ev.COLLECT_END, 1, 0, examined);
  }
}
