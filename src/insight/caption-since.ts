/** What happened between two positions, summed up: for steps by line and for jumps. */
import type { Journal } from '../journal/journal.ts';
import { livesBetween } from '../playhead/lives.ts';
import type { Playhead } from '../playhead/playhead.ts';
import { number } from './caption-collection.ts';
import { changedNames } from './caption-names.ts';
import { causeName } from './death.ts';
import { labelAt } from './label.ts';
import { isOfStatement } from './statement-code.ts';

/** With this word a part continues the sentence that the statement began. */
const DROPPED = 'dropped';

/**
 * What happened from position `from` to the playhead's position. Stepping backwards (`from` is later) says where one is
 * now. `sourceLine`: text of a line of a file, '' when unknown.
 */
export function captionSince(
  playhead: Playhead,
  from: number,
  sourceLine: (filename: string, line: number) => string,
): string {
  const { journal, position } = playhead;
  if (position === 0) return 'The program has not begun.';
  if (from >= position) return nextText(playhead, sourceLine);
  const subject = sourceAt(journal, from, sourceLine);
  const isDel = /^del\b/.test(subject);
  const parts = [
    ...collections(journal, from, position),
    ...deaths(playhead, from, position, isDel),
    ...births(playhead, from, position),
    ...changedNames(playhead, from, position, isDel),
    ...output(journal, from, position),
  ];
  if (parts.length === 0) return nextText(playhead, sourceLine);
  const said = parts.join('; ');
  // `for n in range(3)` is followed by a colon anyway.
  const head = subject.replace(/:$/, '');
  if (subject === '') return `${said[0].toUpperCase()}${said.slice(1)}.`;
  return `\`${head}\`${said.startsWith(DROPPED) ? '' : ':'} ${said}.`;
}

function sourceAt(journal: Journal, position: number, sourceLine: (filename: string, line: number) => string): string {
  const place = journal.placeAt(position);
  if (place === null) return '';
  return sourceLine(journal.codes.get(place.code)?.filename ?? '', place.line).trim();
}

function nextText({ journal, position }: Playhead, sourceLine: (filename: string, line: number) => string): string {
  const place = journal.placeAt(position);
  if (place === null) return 'The program begins.';
  const source = sourceAt(journal, position, sourceLine);
  return source === '' ? `At line ${place.line}.` : `Line ${place.line}: \`${source}\`.`;
}

function collections(journal: Journal, from: number, to: number): string[] {
  const ended = journal.collections.filter(({ endEvent }) => endEvent >= from && endEvent < to);
  if (ended.length === 0) return [];
  if (ended.length === 1) {
    const [{ generation, collected }] = ended;
    return [`a collection of generation ${generation} found ${number(collected)} unreachable`];
  }
  const collected = ended.reduce((sum, collection) => sum + collection.collected, 0);
  return [`${ended.length} collections found ${number(collected)} unreachable`];
}

/** A `del` that ends an object is told as its cause: the object freed last is the one that it let go of. */
function deaths(playhead: Playhead, from: number, to: number, isDel: boolean): string[] {
  const { journal, state } = playhead;
  const { birth, deathCause } = journal.objects;
  // What was made and freed in between came and went unseen.
  const died = livesBetween(journal, from, to).died.filter((id) => birth[id] < from && !isOfStatement(journal, id));
  return (['refcount', 'collected', 'swept'] as const).flatMap((cause) => {
    const ids = died.filter((id) => causeName(deathCause[id]) === cause);
    if (ids.length === 0) return [];
    const how = { refcount: 'by reference count', collected: 'by the collector', swept: 'by the sweep' }[cause];
    if (isDel && cause === 'refcount') return [lastReferenceText(playhead, ids)];
    const what = ids.length === 1 ? labelAt(state, ids[0]) : `${number(ids.length)} objects`;
    return [`freed ${what} ${how}`];
  });
}

/** `ids`: what reference counting freed. What a dying object refers to is freed before its own memory is. */
function lastReferenceText({ journal, state }: Playhead, ids: Int32Array): string {
  const { death } = journal.objects;
  const head = ids.reduce((latest, id) => (death[id] > death[latest] ? id : latest));
  const fall = `${DROPPED} the last reference to ${labelAt(state, head)}: refcount 1 → 0, freed at once`;
  if (ids.length === 1) return fall;
  return `${fall}, and with it ${number(ids.length - 1)} ${ids.length === 2 ? 'object' : 'objects'} more`;
}

function births(playhead: Playhead, from: number, to: number): string[] {
  const { journal, state } = playhead;
  const { birth, death, countedBirths } = journal.objects;
  const { born, died } = livesBetween(journal, from, to);
  // Of all that were made, less those that did not stay: many more are made than freed when a program builds.
  let stayed = countedBirths.firstAtLeast(to) - countedBirths.firstAtLeast(from);
  for (const id of died) if (birth[id] >= from && journal.isCounted(id)) stayed--;
  if (stayed === 0) return [];
  const isOne = (id: number) => death[id] >= to && journal.isCounted(id);
  return [`made ${stayed === 1 ? labelAt(state, born.find(isOne)!) : `${number(stayed)} objects`}`];
}

function output(journal: Journal, from: number, to: number): string[] {
  const printed = journal.output.slice(journal.outputLengthAt(from), journal.outputLengthAt(to));
  const text = printed.trimEnd();
  if (text === '') return [];
  const lines = text.split('\n');
  return [lines.length === 1 && text.length <= 60 ? `printed ${text}` : `printed ${lines.length} lines`];
}
