/** What a step inside a collection does, in a sentence. */
import { Phase } from '../../journal/event-words.ts';
import type { HeapView } from '../../playhead/heap-view.ts';
import { number, phaseText } from '../caption-collection.ts';
import { labelAt } from '../label.ts';
import type { CollectionWalk } from './collection-walk.ts';
import { Step, type StepView } from './step-row.ts';

/**
 * The moment (phase, step), with the heap at its position. `single`: the step was taken alone; else it ends a whole wave
 * of them. Null: the heap itself changed, and the event that did it says more.
 */
export function walkCaption(
  state: HeapView,
  walk: CollectionWalk,
  phase: number,
  step: number,
  single: boolean,
): string | null {
  const { phase: name, row, steps } = walk.phases[phase];
  if (step === 0) return beginning(walk, name, steps);
  const taken = walk.stepTo(phase, step);
  if (taken === null || row === null) return null;
  if (!single) return `${number(step)} of ${number(steps)} steps. ${wave(walk, name)}`;
  const { gcRefs } = walk.rowAt(phase, step);
  return sentence(state, taken, gcRefs[taken.to]);
}

function beginning(walk: CollectionWalk, phase: number, steps: number): string {
  if (phase === Phase.UPDATE_REFS) return `${phaseText(phase)} ${number(walk.examined.length)} objects are examined.`;
  if (phase === Phase.HANDLE_RESURRECTED && steps === 0)
    return 'The collector would look again for what a finalizer brought back, but no Python code ran: nothing can have changed.';
  if (steps > 0) return phaseText(phase);
  switch (phase) {
    case Phase.SUBTRACT_REFS:
      return 'No reference leads from one examined object to another: nothing is subtracted.';
    case Phase.HANDLE_WEAKREFS:
      return 'No weak reference leads to the garbage: nothing is cleared.';
    case Phase.FINALIZE:
      return 'None of the garbage has a finalizer: nothing runs.';
    case Phase.DELETE_GARBAGE:
    case Phase.SWEEP:
      return 'There is no garbage: nothing is freed.';
    default:
      return phaseText(phase);
  }
}

function wave(walk: CollectionWalk, phase: number): string {
  switch (phase) {
    case Phase.UPDATE_REFS:
      return 'Refcounts are copied into gc_refs; objects light up as it is their turn.';
    case Phase.SUBTRACT_REFS:
      return 'Each reference from one examined object to another takes 1 off gc_refs; objects that come to 0 fade.';
    case Phase.MARK:
      return 'Marking runs along the references from the roots.';
    default:
      return `What is held from outside stays, and rescues what it reaches; ${number(walk.unreachable.length)} will be left over.`;
  }
}

function sentence(state: HeapView, { kind, from, to }: StepView, gcRefs: number): string {
  const target = labelAt(state, to);
  const holder = from === 0 ? '' : labelAt(state, from);
  switch (kind) {
    case Step.COPY:
      return `The refcount of ${target} is copied: gc_refs = ${gcRefs}.`;
    case Step.SUBTRACT:
      return `${holder} refers to ${target}: gc_refs ${gcRefs + 1} → ${gcRefs}.`;
    case Step.DOUBT:
      return `gc_refs of ${target} is 0: tentatively unreachable, until something that stays refers to it.`;
    case Step.KEEP:
      return `${target} stays: its gc_refs is ${gcRefs}, so something outside, or something that stays, refers to it. What it refers to comes next.`;
    case Step.REACH:
      return `${holder} stays and refers to ${target}: so that stays, too (gc_refs 0 → 1).`;
    case Step.RESCUE:
      return `${holder} stays and refers to ${target}, which looked unreachable: it is rescued (gc_refs 0 → 1).`;
    case Step.ROOT:
      return `${target} is held by a variable, the value stack or native code: a root, grey.`;
    case Step.SHADE:
      return `${holder} refers to ${target}: white becomes grey.`;
    default:
      return `All that ${target} refers to is grey or black: ${target} is black.`;
  }
}
