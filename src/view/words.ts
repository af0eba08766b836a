/** Words shown to people that more than one place needs. */
import { CollectCause, Phase } from '../heap/events.ts';
import { Kind } from '../heap/kinds.ts';
import type { CollectionRecord } from '../journal/moments.ts';
import type { CollectorChoice, DrawnByChoice, LayoutChoice, PythonChoice } from './state/choices.ts';

export const collectorNames: Readonly<Record<CollectorChoice, string>> = {
  generational: 'CPython: counts and generations',
  refcount: 'Reference counts alone',
  'mark-sweep': 'Textbook mark-and-sweep',
};

export const pythonNames: Readonly<Record<PythonChoice, string>> = {
  '3.11': 'Python 3.11',
  '3.12': 'Python 3.12',
  '3.13': 'Python 3.13',
  '3.14.2': 'Python 3.14.0–3.14.4 (incremental)',
  '3.14': 'Python 3.14 (3.14.5 and later)',
  '3.15': 'Python 3.15',
};

const shortCollectors: Readonly<Record<CollectorChoice, string>> = {
  generational: 'CPython',
  refcount: 'counts alone',
  'mark-sweep': 'mark-and-sweep',
};

/** `3.13, CPython` */
export function profileText({ collector, python }: { collector: CollectorChoice; python: PythonChoice }): string {
  return `${python === '3.14.2' ? '3.14.0–3.14.4' : python}, ${shortCollectors[collector]}`;
}

export const layoutNames: Readonly<Record<LayoutChoice, string>> = {
  tidy: 'Tree',
  radial: 'Radial',
  force: 'Force',
  packed: 'Packed by size',
  map: 'Heap map',
};

export const drawnByNames: Readonly<Record<DrawnByChoice, string>> = {
  auto: 'Drawn the faster way',
  card: 'Drawn by the card',
  processor: 'Drawn by processor',
};

export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KiB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
  return `${countText(Math.round((bytes / 1024 ** 3) * 10) / 10)} GiB`;
}

export function countText(count: number): string {
  return count.toLocaleString('en');
}

/** What a container is for the statements behind the buttons. */
export function containerOf(kind: number): 'list' | 'dict' | 'set' | 'instance' | 'other' {
  switch (kind) {
    case Kind.LIST:
      return 'list';
    case Kind.DICT:
      return 'dict';
    case Kind.SET:
      return 'set';
    case Kind.INSTANCE:
      return 'instance';
    default:
      return 'other';
  }
}

/** Text with `code` in it, cut at the backticks: odd pieces are code. */
export function codePieces(text: string): string[] {
  return text.split('`');
}

const PHASE_NAMES: Readonly<Record<number, string>> = {
  [Phase.UPDATE_REFS]: 'copy refcounts',
  [Phase.SUBTRACT_REFS]: 'subtract references',
  [Phase.MOVE_UNREACHABLE]: 'find the unreachable',
  [Phase.HANDLE_WEAKREFS]: 'weak references',
  [Phase.FINALIZE]: 'finalizers',
  [Phase.HANDLE_RESURRECTED]: 'resurrection check',
  [Phase.DELETE_GARBAGE]: 'clear',
  [Phase.MARK]: 'mark',
  [Phase.SWEEP]: 'sweep',
};

/** A phase of a collection, in two or three words. */
export function phaseName(phase: number): string {
  return PHASE_NAMES[phase] ?? `phase ${phase}`;
}

/** What a profile is collected by. */
export interface Collecting {
  readonly collector: CollectorChoice;
  readonly python: PythonChoice;
}

/** `generation 0`, `an increment`, `the whole heap` */
export function collectedText(generation: number, { collector, python }: Collecting): string {
  if (collector === 'mark-sweep') return 'the whole heap';
  return python === '3.14.2' && generation === 1 ? 'an increment' : `generation ${generation}`;
}

/** `collection 3: generation 0, a threshold was reached, examined 2,001, found 12` */
export function collectionTitle(record: CollectionRecord, collecting: Collecting): string {
  const { index, generation, cause, examined, collected } = record;
  return `collection ${index + 1}: ${collectedText(generation, collecting)}, ${causeText(cause)}, examined ${countText(examined)}, found ${collected === 0 ? 'nothing' : countText(collected)}`;
}

/** `visited 4,001 objects, followed 9,312 references` */
export function workText({ visits, edges }: { readonly visits: number; readonly edges: number }): string {
  return `visited ${countText(visits)} objects, followed ${countText(edges)} references`;
}

/** Why a collection began. */
export function causeText(cause: number): string {
  return cause === CollectCause.EXPLICIT ? 'gc.collect() was called' : 'a threshold was reached';
}
