/** What the event that led to a playhead's position was, structured; insight/caption.ts puts it into words. */
import { EventCursor } from '../journal/event-store.ts';
import { Ev } from '../journal/event-words.ts';
import type { EventDescription } from './event-description.ts';
import type { Playhead } from './playhead.ts';

export type { EventDescription } from './event-description.ts';

/** Describes event `playhead.position - 1`. */
export function describeEvent(playhead: Playhead): EventDescription {
  const { journal, state, position } = playhead;
  if (position === 0) return { kind: 'start' };
  const cursor = new EventCursor(journal.events).moveTo(position - 1);
  const { words, at, id, op } = cursor;
  const a = words[at + 1];
  const b = words[at + 2];
  const c = words[at + 3];
  const { refcount } = state;
  switch (op) {
    case Ev.ALLOC:
      return { kind: 'born', id, type: a, bytes: b };
    case Ev.FREE:
      return { kind: 'freed', id, cause: a & 255, generation: a >>> 8 };
    case Ev.INCREF:
      return { kind: 'counted', id, before: refcount[id] - 1, after: refcount[id] };
    case Ev.DECREF:
      return { kind: 'counted', id, before: refcount[id] + 1, after: refcount[id] };
    case Ev.PUSH:
      return { kind: 'stack', id, pushed: true, before: refcount[id] - 1, after: refcount[id] };
    case Ev.POP:
      return { kind: 'stack', id, pushed: false, before: refcount[id] + 1, after: refcount[id] };
    case Ev.PUSH_MOVE:
    case Ev.POP_MOVE:
      return { kind: 'stack', id, pushed: op === Ev.PUSH_MOVE, before: refcount[id], after: refcount[id] };
    case Ev.SET:
      return { kind: 'slot', holder: id, slot: a, now: b, old: c };
    case Ev.APPEND:
      return { kind: 'slot', holder: id, slot: state.slotCount[id] - 1, now: a, old: 0 };
    case Ev.DROP_LAST:
      return { kind: 'slot', holder: id, slot: state.slotCount[id], now: 0, old: a };
    case Ev.INSERT:
      return { kind: 'slot', holder: id, slot: a, now: b, old: 0 };
    case Ev.REMOVE:
      return { kind: 'slot', holder: id, slot: a, now: 0, old: b };
    case Ev.RELEASE:
      return { kind: 'released', holder: id, slot: a, old: b, before: refcount[b] + 1, after: refcount[b] };
    case Ev.SET_DICT:
      return { kind: 'dict', holder: id, now: a, old: b };
    case Ev.LOCAL:
      return { ...local(playhead, id), now: a, old: b, before: null, after: null };
    case Ev.RELEASE_LOCAL: {
      const counts = a > 0 ? { before: refcount[a] + 1, after: refcount[a] } : { before: null, after: null };
      return { ...local(playhead, id), now: 0, old: a, ...counts };
    }
    case Ev.ENTER:
      return { kind: 'entered', code: id, generator: 0 };
    case Ev.LEAVE:
      return { kind: 'left', code: id, generator: 0 };
    case Ev.SUSPEND:
      return { kind: 'suspended', code: journal.generatorCode(id), generator: id };
    case Ev.RESUME:
      return { kind: 'resumed', code: a, generator: id };
    case Ev.LINE:
      return { kind: 'line', line: id, code: state.frame(state.depth - 1).code };
    case Ev.TRACK:
      return { kind: 'tracked', id, from: 255, to: 0 };
    case Ev.UNTRACK:
      return { kind: 'untracked', id, from: a, to: 255 };
    case Ev.MOVE:
      return { kind: 'moved', id, from: a >>> 8, to: a & 255 };
    case Ev.COLLECT_START:
      return { kind: 'collection-started', generation: id, cause: a };
    case Ev.PHASE:
      return { kind: 'phase', phase: id, before: a };
    case Ev.COLLECT_END:
      return { kind: 'collection-ended', generation: id, collected: a, examined: b };
    case Ev.UNREACHABLE:
      return { kind: 'unreachable', id };
    case Ev.FINALIZED:
      return { kind: 'finalized', id };
    case Ev.RESURRECTED:
      return { kind: 'resurrected', id };
    case Ev.RESCUE:
      return { kind: 'rescued', id };
    case Ev.EXAMINE:
      return { kind: 'taken-in', id };
    case Ev.EMBED:
      return { kind: 'embedded', id, isNow: a === 1 };
    case Ev.THRESHOLD:
      return { kind: 'threshold', generation: id, value: a };
    case Ev.RAISE:
      return { kind: 'raised', id };
    case Ev.WEAKEN:
      return { kind: 'weakened', id, now: a, old: b };
    case Ev.RESIZE:
      return { kind: 'resized', id, now: a, old: b };
    case Ev.ATOM_BYTES:
      return { kind: 'atom-bytes', now: a, old: b };
    case Ev.OUTPUT: {
      const from = journal.outputLengthAt(position - 1);
      return { kind: 'output', text: journal.output.slice(from, from + id) };
    }
    case Ev.STATEMENT:
      return { kind: 'statement', index: id };
    default:
      throw new Error(`event ${position - 1} has the unknown operation ${op}`);
  }
}

function local(playhead: Playhead, slot: number) {
  const { journal, state } = playhead;
  const frame = state.depth - 1;
  const name = journal.codes.get(state.frame(frame).code)?.slotNames[slot] ?? '';
  return { kind: 'local', frame, slot, name } as const;
}
