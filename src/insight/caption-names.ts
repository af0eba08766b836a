/** What happened to the names of the program between two positions. */
import { EventCursor } from '../journal/event-store.ts';
import { Ev, Kind } from '../journal/event-words.ts';
import type { Playhead } from '../playhead/playhead.ts';
import { nameOfKey } from './global-names.ts';
import { cellTextAt, labelAt } from './label.ts';

/** A name is bound at the end of a line and removed at its beginning: of a long stretch, that much is read at either end. */
const EDGE = 200;

/**
 * `root now is DataNode 0`, `root no longer names DataNode 0, which stays alive (refcount 10)`. Of names that held what
 * died, nothing is said: the death is. `isDel`: the line is a del statement, so locals that are emptied count, too.
 */
export function changedNames(playhead: Playhead, from: number, to: number, isDel: boolean): string[] {
  if (to - from <= 2 * EDGE) return namesWithin(playhead, from, to, isDel);
  return [...namesWithin(playhead, from, from + EDGE, isDel), ...namesWithin(playhead, to - EDGE, to, isDel)];
}

function namesWithin(playhead: Playhead, from: number, to: number, isDel: boolean): string[] {
  const { journal, state } = playhead;
  const { globals } = journal;
  const parts: string[] = [];
  // The key that was put into or taken out of the globals last: a value follows its key.
  let key = 0;
  const cursor = new EventCursor(journal.events).moveTo(from);
  for (; cursor.event < to; cursor.next()) {
    const { words, at, op, id } = cursor;
    if (op === Ev.SET && id === globals) {
      const [slot, now, old] = words.subarray(at + 1, at + 4);
      if (slot % 2 === 0) key = now === 0 ? old : now;
      else {
        const word = key === 0 ? state.slot(globals, slot - 1) : key;
        parts.push(...tell(playhead, nameOfKey(journal, word), now, old));
        key = 0;
      }
    } else if (op === Ev.APPEND && id === globals) {
      if (key === 0) key = words[at + 1];
      else {
        parts.push(...tell(playhead, nameOfKey(journal, key), words[at + 1], 0));
        key = 0;
      }
    } else if (isDel && op === Ev.LOCAL && words[at + 1] === 0 && words[at + 2] > 0) {
      const code = journal.codes.get(journal.placeAt(cursor.event)?.code ?? -1);
      parts.push(...tell(playhead, code?.slotNames[id] ?? '', 0, words[at + 2]));
    }
  }
  return parts;
}

/** `now` and `old` are cell words. */
function tell({ journal, state }: Playhead, name: string, now: number, old: number): string[] {
  if (name === '' || name.startsWith('__')) return [];
  if (now > 0 || (now < 0 && old === 0)) {
    return isDefinition(journal.objects.kind[now]) ? [] : [`${name} now is ${cellTextAt(state, now)}`];
  }
  if (old <= 0 || !state.isAlive(old)) return [];
  return [`${name} no longer names ${labelAt(state, old)}, which stays alive (refcount ${state.refcount[old]})`];
}

/** Functions, classes and modules are told of as they are made. */
function isDefinition(kind: number): boolean {
  return kind === Kind.FUNCTION || kind === Kind.TYPE || kind === Kind.MODULE;
}
