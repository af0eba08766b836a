/** Takes events back: the exact inverse of `fold.ts`, case by case. */
import { BLOCK_SHIFT, type BlockOffsets } from '../journal/event-store.ts';
import { Ev, OP_BITS, OP_MASK } from '../journal/event-words.ts';
import { type HeapState, StateFlag, UNTRACKED } from './heap-state.ts';
import { PAGE_SHIFT } from './paged-table.ts';
import { resumeGenerator, suspendGenerator } from './suspension.ts';

/** Takes back the events before the state's position until the position is `to`. `offsets` is scratch space, kept between calls. */
export function revert(state: HeapState, offsets: BlockOffsets, to: number): void {
  const store = state.journal.events;
  let event = state.position;
  while (event > to) {
    event--;
    offsets.fill(store, event >>> BLOCK_SHIFT);
    const index = event & ((1 << BLOCK_SHIFT) - 1);
    revertEvent(state, store.wordsOf(offsets.chunk[index]), offsets.at[index]);
  }
  state.position = to;
}

function revertEvent(state: HeapState, words: Int32Array, at: number): void {
  const word = words[at];
  const id = word >>> OP_BITS;
  const frames = state.frameStack;
  switch (word & OP_MASK) {
    case Ev.ALLOC:
      count(state, id, -1);
      state.size[id] = 0;
      state.flags[id] = 0;
      countType(state, words[at + 1], -1);
      break;
    case Ev.FREE:
      state.flags[id] |= StateFlag.ALIVE;
      touch(state, id);
      countType(state, state.journal.objects.type[id], 1);
      break;

    case Ev.INCREF:
      count(state, id, -1);
      break;
    case Ev.DECREF:
      count(state, id, 1);
      break;
    case Ev.PUSH:
      count(state, id, -1);
      frames.pop(id);
      break;
    case Ev.POP:
      count(state, id, 1);
      frames.push(id);
      break;
    case Ev.PUSH_MOVE:
      frames.pop(id);
      break;
    case Ev.POP_MOVE:
      frames.push(id);
      break;

    case Ev.SET:
      state.set(id, words[at + 1], words[at + 3]);
      break;
    case Ev.APPEND:
      state.dropLast(id);
      break;
    case Ev.DROP_LAST:
      state.append(id, words[at + 1]);
      break;
    case Ev.INSERT:
      state.remove(id, words[at + 1]);
      break;
    case Ev.REMOVE:
      state.insert(id, words[at + 1], words[at + 2]);
      break;
    case Ev.RELEASE:
      state.set(id, words[at + 1], words[at + 2]);
      if (words[at + 2] > 0) count(state, words[at + 2], 1);
      break;
    case Ev.SET_DICT:
      state.dictOf[id] = words[at + 2];
      state.extras.dirty[id >>> PAGE_SHIFT] = 1;
      break;
    case Ev.WEAKEN:
      state.weakTarget[id] = words[at + 2];
      state.extras.dirty[id >>> PAGE_SHIFT] = 1;
      break;

    case Ev.ENTER:
      frames.leave();
      break;
    case Ev.LEAVE:
      frames.enter(id, words[at + 1], state.frameSlots[id]);
      break;
    case Ev.LOCAL:
      frames.setLocal(id, words[at + 2]);
      break;
    case Ev.RELEASE_LOCAL:
      frames.setLocal(id, words[at + 1]);
      if (words[at + 1] > 0) count(state, words[at + 1], 1);
      break;
    case Ev.SUSPEND:
      resumeGenerator(state, id, state.journal.generatorCode(id), words[at + 1], words[at + 2]);
      break;
    case Ev.RESUME:
      suspendGenerator(state, id);
      break;
    case Ev.LINE:
      frames.line = words[at + 1];
      break;

    case Ev.TRACK:
      state.generation[id] = UNTRACKED;
      touch(state, id);
      break;
    case Ev.UNTRACK:
      state.generation[id] = words[at + 1];
      touch(state, id);
      break;
    case Ev.MOVE:
      state.generation[id] = words[at + 1] >>> 8;
      touch(state, id);
      break;
    case Ev.FINALIZED:
      state.flags[id] &= ~StateFlag.FINALIZED;
      touch(state, id);
      break;
    case Ev.EMBED:
      if (words[at + 1] === 1) state.flags[id] &= ~StateFlag.EMBEDDED;
      else state.flags[id] |= StateFlag.EMBEDDED;
      touch(state, id);
      break;
    case Ev.RESIZE:
      state.size[id] = words[at + 2];
      touch(state, id);
      break;
    case Ev.ATOM_BYTES:
      state.atomBytes = words[at + 2];
      break;
  }
}

function touch(state: HeapState, id: number): void {
  state.heads.dirty[id >>> PAGE_SHIFT] = 1;
}

function count(state: HeapState, id: number, by: number): void {
  state.refcount[id] += by;
  touch(state, id);
}

function countType(state: HeapState, type: number, by: number): void {
  if (state.heapTypes[type] === 1) count(state, type, by);
}
