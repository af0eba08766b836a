/** What just happened, in plain English: for the eye and for the screen reader. */
import type { EventDescription } from '../playhead/event-description.ts';
import { describeEvent } from '../playhead/describe-event.ts';
import type { Playhead } from '../playhead/playhead.ts';
import { describesDeath, fallText } from './caption-counts.ts';
import { collectionEndText, collectionStartText, phaseText } from './caption-collection.ts';
import { causeName } from './death.ts';
import { changedGlobalName } from './global-names.ts';
import { cellTextAt, labelAt, slotNameAt } from './label.ts';
import { isOfStatement } from './statement-code.ts';

/** Text of a line (1-based) of a file of the program, '' when unknown. */
export type SourceLine = (filename: string, line: number) => string;

/** The event that led to the playhead's position, in one or two sentences. */
export function captionEvent(playhead: Playhead, sourceLine: SourceLine): string {
  const { journal, state } = playhead;
  const event = describeEvent(playhead);
  const label = (id: number): string => labelAt(state, id);
  const text = (word: number): string => cellTextAt(state, word);
  const subject = subjectAt(playhead, sourceLine);
  switch (event.kind) {
    case 'start':
      return 'The program has not begun.';
    case 'statement': {
      const source = journal.statements.at(event.index)?.source.trim() ?? '';
      return event.index === 0 || source === '' ? 'The program begins.' : `\`${source}\` begins.`;
    }
    case 'line':
      return `Line ${event.line} is next: ${subject}.`;
    case 'born':
      return `${subject} made a ${journal.typeNameOf(event.id)}: ${label(event.id)}, ${event.bytes} bytes, refcount 1.`;
    case 'freed':
      return freedText(label(event.id), causeName(event.cause), event.generation);
    case 'counted':
    case 'stack':
      return countText(playhead, event, subject);
    case 'released':
      return `The dying ${label(event.holder)} let go of ${text(event.old)}: ${fallText(playhead, event.old, event.before, event.after)}`;
    case 'slot':
      return slotText(playhead, event, subject);
    case 'dict':
      return event.now === 0
        ? `${label(event.holder)} lost its __dict__.`
        : `${label(event.holder)} now has a __dict__ of its own.`;
    case 'local':
      return localText(playhead, event, subject);
    case 'entered':
    case 'left':
    case 'resumed':
    case 'suspended':
      return frameText(playhead, event);
    case 'tracked':
      return `The collector now tracks ${label(event.id)}, in generation 0.`;
    case 'untracked':
      return `The collector no longer tracks ${label(event.id)}.`;
    case 'moved':
      return `${label(event.id)} moved from generation ${event.from} to ${event.to === 3 ? 'the permanent one' : event.to}.`;
    case 'collection-started':
      return collectionStartText(event.generation, event.cause);
    case 'phase':
      return phaseText(event.phase);
    case 'collection-ended':
      return collectionEndText(event.generation, event.collected, event.examined);
    case 'unreachable':
      return `${label(event.id)} is unreachable: nothing outside its cycle refers to it.`;
    case 'rescued':
      return `${label(event.id)} looked unreachable, but something that stays refers to it: it is rescued.`;
    case 'taken-in':
      return `The collector takes ${label(event.id)} into this increment.`;
    case 'embedded':
      return event.isNow
        ? 'To the collector, the values of this __dict__ still are its owner’s own.'
        : 'The values of this __dict__ are its own now.';
    case 'threshold':
      return `The threshold of generation ${event.generation} now is ${event.value}.`;
    case 'finalized':
      return `The finalizer of ${label(event.id)} runs.`;
    case 'resurrected':
      return `${label(event.id)} was resurrected: its finalizer made a new reference to it.`;
    case 'raised':
      return `${subject} raised ${journal.typeNameOf(event.id)}.`;
    case 'weakened':
      if (event.now !== 0)
        return `A weak reference to ${label(event.now)} was made; its refcount stays ${state.refcount[event.now]}.`;
      return event.old === 0
        ? 'A weak reference was cleared.'
        : `A weak reference to ${label(event.old)} was cleared: it gives None from now on.`;
    case 'resized':
      return `${label(event.id)} ${event.now > event.old ? 'grew' : 'shrank'} from ${event.old} to ${event.now} bytes.`;
    case 'atom-bytes':
      return `Numbers and strings take ${event.now} bytes.`;
    case 'output':
      return `Printed ${JSON.stringify(event.text)}.`;
  }
}

/** `\`del root\``, or `line 12` where the text is unknown or long. */
export function subjectAt(playhead: Playhead, sourceLine: SourceLine): string {
  const { journal, position } = playhead;
  const place = journal.placeAt(position);
  if (place === null) return 'The program';
  const filename = journal.codes.get(place.code)?.filename ?? '';
  const source = sourceLine(filename, place.line).trim();
  return source === '' || source.length > 60 ? `Line ${place.line}` : `\`${source}\``;
}

type Of<Kind extends EventDescription['kind']> = Extract<EventDescription, { kind: Kind }>;

function freedText(label: string, cause: ReturnType<typeof causeName>, generation: number): string {
  if (cause === 'refcount') return `${label} was freed: its refcount had reached 0.`;
  if (cause === 'collected') return `${label} was freed by the collector (generation ${generation}).`;
  return `${label} was swept: no root reached it.`;
}

function countText(playhead: Playhead, event: Of<'counted' | 'stack'>, subject: string): string {
  const { id, before, after } = event;
  const label = labelAt(playhead.state, id);
  const change = before === after ? `refcount stays ${after}` : `refcount ${before} → ${after}`;
  if (after < before && describesDeath(playhead, id, after)) {
    const who = isOfStatement(playhead.journal, id) ? 'The statement is over; its end' : subject;
    return `${who} dropped the last reference to ${label}: ${fallText(playhead, id, before, after)}`;
  }
  if (event.kind === 'stack') {
    return event.pushed
      ? `${label} was put on the value stack: ${change}.`
      : `${label} was taken from the value stack: ${change}.`;
  }
  return after > before
    ? `A reference to ${label} was taken: ${change}.`
    : `A reference to ${label} was given up: ${change}.`;
}

function slotText(playhead: Playhead, event: Of<'slot'>, subject: string): string {
  const { state, journal } = playhead;
  const { holder, slot, now, old } = event;
  if (holder === journal.globals && slot % 2 === 1) {
    const name = changedGlobalName(state, slot, playhead.position);
    return now === 0
      ? `${subject} removed the global \`${name}\`; it held ${cellTextAt(state, old)}.`
      : `The global \`${name}\` now is ${cellTextAt(state, now)}.`;
  }
  const place = labelAt(state, holder) + slotNameAt(state, holder, slot);
  if (now === 0 && old === 0) return `${labelAt(state, holder)} has an empty slot.`;
  if (now === 0) return `${place} no longer refers to ${cellTextAt(state, old)}.`;
  const count = now > 0 ? ` (refcount ${state.refcount[now]})` : '';
  const before = old === 0 ? '' : `; before, it was ${cellTextAt(state, old)}`;
  return `${place} now refers to ${cellTextAt(state, now)}${count}${before}.`;
}

function localText(playhead: Playhead, event: Of<'local'>, subject: string): string {
  const { state } = playhead;
  const { name, now, old, before, after } = event;
  const was = cellTextAt(state, old);
  if (now === 0 && old > 0 && before !== null && after !== null) {
    return describesDeath(playhead, old, after)
      ? `${subject} dropped the last reference to ${was}: ${fallText(playhead, old, before, after)}`
      : `${subject} gave up \`${name}\`, which held ${was}: ${fallText(playhead, old, before, after)}`;
  }
  if (now === 0) return `${subject} emptied \`${name}\`, which held ${was === '' ? 'nothing' : was}.`;
  const count = now > 0 ? ` (refcount ${state.refcount[now]})` : '';
  return `\`${name}\` now is ${cellTextAt(state, now)}${count}.`;
}

function frameText(playhead: Playhead, event: Of<'entered' | 'left' | 'resumed' | 'suspended'>): string {
  const info = playhead.journal.codes.get(event.code);
  const name = info?.isModule === true ? 'the module' : `${info?.name ?? 'a function'}()`;
  switch (event.kind) {
    case 'entered':
      return `Entered ${name}.`;
    case 'left':
      return `Left ${name}: its locals are gone.`;
    case 'resumed':
      return `The generator ${name} goes on.`;
    default:
      return `The generator ${name} sleeps; its locals stay alive with it.`;
  }
}
