/** What happened to the names of the program between two positions. */
import { EventCursor } from '../journal/event-store.ts';
import { Ev, Kind } from '../journal/event-words.ts';
import type { Playhead } from '../playhead/playhead.ts';
import { nameOfKey } from './global-names.ts';
import { cellTextAt, labelAt } from './label.ts';

/** A name is bound at the end of a line and removed at its beginning: of a long stretch, that much is read at either end. */
const EDGE = 200;

/** Names that are told; of more, how many there are. */
const MOST_NAMES = 4;

/**
 * `root` now is DataNode 0; `root` no longer names DataNode 0, which stays alive (refcount 10). Of each name the last that
 * happened to it; of names that held what died, nothing is said: the death is. `isDel`: the line is a del statement, so
 * locals that are emptied count, too.
 */
export function changedNames(playhead: Playhead, from: number, to: number, isDel: boolean): string[] {
  const told = new Map<string, string>();
  if (to - from <= 2 * EDGE) tellWithin(told, playhead, from, to, isDel);
  else {
    tellWithin(told, playhead, from, from + EDGE, isDel);
    tellWithin(told, playhead, to - EDGE, to, isDel);
  }
  const parts = [...told.values()].filter((part) => part !== '');
  const rest = parts.length - MOST_NAMES;
  if (rest <= 1) return parts;
  return [...parts.slice(0, MOST_NAMES), `${rest} more names changed`];
}

function tellWithin(told: Map<string, string>, playhead: Playhead, from: number, to: number, isDel: boolean): void {
  const { journal, state } = playhead;
  const { globals } = journal;
  const take = (name: string, now: number, old: number): void => {
    told.set(name, tell(playhead, name, now, old));
  };
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
        take(nameOfKey(journal, word), now, old);
        key = 0;
      }
    } else if (op === Ev.APPEND && id === globals) {
      if (key === 0) key = words[at + 1];
      else {
        take(nameOfKey(journal, key), words[at + 1], 0);
        key = 0;
      }
    } else if (isDel && op === Ev.LOCAL && words[at + 1] === 0 && words[at + 2] > 0) {
      const code = journal.codes.get(journal.placeAt(cursor.event)?.code ?? -1);
      take(code?.slotNames[id] ?? '', 0, words[at + 2]);
    }
  }
}

/** `now` and `old` are cell words; '': nothing is said. */
function tell({ journal, state }: Playhead, name: string, now: number, old: number): string {
  if (name === '' || name.startsWith('__')) return '';
  if (now > 0 || (now < 0 && old === 0)) {
    return isDefinition(journal.objects.kind[now]) ? '' : `\`${name}\` now is ${cellTextAt(state, now)}`;
  }
  if (old <= 0 || !state.isAlive(old)) return '';
  return `\`${name}\` no longer names ${labelAt(state, old)}, which stays alive (refcount ${state.refcount[old]})`;
}

/** Functions, classes and modules are told of as they are made. */
function isDefinition(kind: number): boolean {
  return kind === Kind.FUNCTION || kind === Kind.TYPE || kind === Kind.MODULE;
}
