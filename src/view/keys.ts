/** The keys, as data: what they do and what the help sheet says of them. */
import type { Breakpoints } from './state/breakpoints.svelte.ts';
import type { InsideCollection } from './state/inside-collection.svelte.ts';
import type { Session } from './state/session.svelte.ts';

/** What keys can do beyond the session. */
export interface KeyTargets {
  readonly session: Session;
  readonly inside: InsideCollection;
  readonly breakpoints: Breakpoints;
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly search: () => void;
  readonly help: () => void;
  readonly compare: () => void;
}

export interface KeyBinding {
  /** As `KeyboardEvent.key`; letters in lower case. */
  readonly key: string;
  readonly shift?: boolean;
  /** As printed in the help sheet. */
  readonly shown: string;
  readonly does: string;
  readonly run: (targets: KeyTargets) => void;
}

export const keyBindings: readonly KeyBinding[] = [
  {
    key: ' ',
    shown: 'Space',
    does: 'play or pause',
    run: ({ session }) => (session.playing ? session.pause() : session.play()),
  },
  { key: 'ArrowRight', shown: '→', does: 'forward one line', run: ({ session }) => session.stepLine() },
  { key: 'ArrowLeft', shown: '←', does: 'back one line', run: ({ session }) => session.stepLineBack() },
  {
    key: 'ArrowRight',
    shift: true,
    shown: 'Shift →',
    does: 'forward one heap event',
    run: ({ session }) => session.stepEvent(),
  },
  {
    key: 'ArrowLeft',
    shift: true,
    shown: 'Shift ←',
    does: 'back one heap event',
    run: ({ session }) => session.stepEventBack(),
  },
  { key: 'Home', shown: 'Home', does: 'to the start', run: ({ session }) => session.toStart() },
  { key: 'End', shown: 'End', does: 'to the end', run: ({ session }) => session.toEnd() },
  { key: 'f', shown: 'F', does: 'to the next object freed', run: ({ session }) => session.nextFree() },
  {
    key: 'f',
    shift: true,
    shown: 'Shift F',
    does: 'to the object freed before',
    run: ({ session }) => session.previousFree(),
  },
  { key: 'c', shown: 'C', does: 'to the next collection', run: ({ session }) => session.nextCollection() },
  {
    key: 'c',
    shift: true,
    shown: 'Shift C',
    does: 'to the collection before',
    run: ({ session }) => session.previousCollection(),
  },
  {
    key: 'i',
    shown: 'I',
    does: 'enter the collection at this moment, or leave it',
    run: ({ inside }) => (inside.walk === null ? inside.enter() : inside.leave()),
  },
  { key: '.', shown: '.', does: 'inside a collection: forward one step', run: ({ inside }) => inside.next() },
  { key: ',', shown: ',', does: 'inside a collection: back one step', run: ({ inside }) => inside.previous() },
  { key: ']', shown: ']', does: 'inside a collection: to the next phase', run: ({ inside }) => inside.nextPhase() },
  {
    key: '[',
    shown: '[',
    does: 'inside a collection: to the phase before',
    run: ({ inside }) => inside.previousPhase(),
  },
  {
    key: 'n',
    shown: 'N',
    does: 'to the next change of the selected object',
    run: ({ session }) => session.nextChange(),
  },
  {
    key: 'n',
    shift: true,
    shown: 'Shift N',
    does: 'to its change before',
    run: ({ session }) => session.previousChange(),
  },
  { key: 'r', shown: 'R', does: 'run to the next breakpoint', run: ({ breakpoints }) => breakpoints.runToNext() },
  {
    key: 'r',
    shift: true,
    shown: 'Shift R',
    does: 'run back to the breakpoint before',
    run: ({ breakpoints }) => breakpoints.runToPrevious(),
  },
  {
    key: 'b',
    shown: 'B',
    does: 'put a breakpoint on the line where the program is, or take it away',
    run: ({ breakpoints }) => breakpoints.toggleHere(),
  },
  {
    key: 'b',
    shift: true,
    shown: 'Shift B',
    does: 'list the breakpoints',
    run: ({ breakpoints }) => breakpoints.show(!breakpoints.isShown),
  },
  {
    key: 'd',
    shown: 'D',
    does: 'run del root',
    run: ({ session }) => session.globals.has('root') && session.execute('del root'),
  },
  {
    key: 'v',
    shown: 'V',
    does: 'the same program under another collector, side by side, or no longer',
    run: ({ compare }) => compare(),
  },
  { key: 'g', shown: 'G', does: 'run gc.collect()', run: ({ session }) => session.collect() },
  { key: '+', shown: '+', does: 'zoom in', run: ({ zoomBy }) => zoomBy(1.4) },
  { key: '-', shown: '−', does: 'zoom out', run: ({ zoomBy }) => zoomBy(1 / 1.4) },
  { key: '0', shown: '0', does: 'show all', run: ({ fit }) => fit() },
  { key: '/', shown: '/', does: 'find an object', run: ({ search }) => search() },
  { key: '?', shown: '?', does: 'this sheet', run: ({ help }) => help() },
  {
    key: 'Escape',
    shown: 'Esc',
    does: 'leave what is being picked, then the selection, then the collection',
    run: ({ session, inside }) => {
      if (session.picking === null && session.selection === 0 && inside.walk !== null) inside.leave();
      else session.escape();
    },
  },
];

/** Runs the binding of a key press, unless the key belongs to what has the focus (text, a slider, a menu, a button). */
export function handleKey(event: KeyboardEvent, targets: KeyTargets): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  // What pops up is taken away first, which the browser does itself.
  if (event.key === 'Escape' && document.querySelector(':popover-open') !== null) return;
  if (ownsKey(event.target, event.key)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isSign = key.length === 1 && !/[a-z ]/.test(key);
  // '+' and '?' need Shift on many keyboards: for signs it is part of the sign.
  const binding = keyBindings.find((each) => each.key === key && (isSign || (each.shift ?? false) === event.shiftKey));
  if (binding === undefined) return;
  event.preventDefault();
  binding.run(targets);
}

function ownsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('.cm-editor, dialog') !== null) return true;
  if (target instanceof HTMLInputElement) {
    if (target.type === 'checkbox') return key === ' ';
    return target.type !== 'range' || key.startsWith('Arrow') || key === 'Home' || key === 'End';
  }
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLButtonElement) return key === ' ' || key === 'Enter';
  return target.tabIndex >= 0 && (key === 'Home' || key === 'End');
}
