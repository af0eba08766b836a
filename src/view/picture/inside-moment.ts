/** The moment inside a collection: gc_refs in place of refcounts, and what the collector thinks of each object. */
import { Mark, type MomentView } from '../../draw/moment-view.ts';
import { Phase } from '../../heap/events.ts';
import { Colour } from '../../insight/collection/step-row.ts';
import type { Emphasis } from '../../draw/scene.ts';
import type { InsideCollection } from '../state/inside-collection.svelte.ts';

/** `moment` as it is, outside of a collection. */
export function momentInside(moment: MomentView, inside: InsideCollection): MomentView {
  const { walk, row, phase, step } = inside;
  if (walk === null || row === null) return moment;
  const { isThinking } = inside;
  const isFound =
    phase > 0 && inside.phases[phase].phase >= Phase.HANDLE_WEAKREFS && inside.phases[phase].phase !== Phase.MARK;
  const cycles = isFound ? walk.cycles().component : null;
  const marks = new Uint8Array(row.colour.length);
  if (isFound) {
    for (const id of walk.unreachable) marks[id] = cycles![id] > 0 ? Mark.CONDEMNED : Mark.HANGING;
    // Resurrected ones are no garbage any more.
    if (isThinking) for (const id of walk.unreachable) if (row.colour[id] === Colour.REACHED) marks[id] = Mark.REACHED;
  } else for (const id of walk.examined) marks[id] = MARK_OF[row.colour[id]];
  const shared = { ...moment, version: moment.version * 1e6 + phase * 1e5 + step * 1e-3, marks, cycles };
  if (!isThinking || walk.isTracing) return shared;
  return {
    ...shared,
    // Zero gc_refs is no death.
    isCounted: false,
    refcount: row.gcRefs,
    badgeText: (id) => (row.colour[id] >= Colour.COPIED ? String(row.gcRefs[id]) : ''),
  };
}

const MARK_OF: readonly number[] = [Mark.NONE, Mark.NONE, Mark.NONE, Mark.DOUBTED, Mark.WAITING, Mark.REACHED];

/** From so many on badges are not read: then the first two phases are waves of light over the picture. */
const MANY = 1000;

/**
 * While the collector thinks, what it does not examine steps back, and the reference that it follows is lit. Of many
 * objects those come to light whose count has been copied, and fade whose gc_refs have fallen to 0.
 */
export function emphasisInside(inside: InsideCollection): Emphasis | null {
  const { walk, row, taken } = inside;
  if (walk === null || row === null || !inside.isThinking) return null;
  const { colour, gcRefs } = row;
  const phase = walk.examined.length < MANY ? Phase.NONE : inside.phases[inside.phase].phase;
  const isLit = (id: number): boolean => {
    if (phase === Phase.UPDATE_REFS) return colour[id] >= Colour.COPIED;
    if (phase === Phase.SUBTRACT_REFS) return colour[id] !== Colour.OUTSIDE && gcRefs[id] > 0;
    return colour[id] !== Colour.OUTSIDE;
  };
  return {
    ids: { has: isLit },
    path: taken === null || taken.from === 0 ? [] : [taken.from, taken.to],
  };
}
