/**
 * The heap as a map: a grid of cells in address order. Whoever is born takes the lowest free cell, as memory that was
 * freed is handed out again; so the map shows how full the heap is, and how it frays.
 */
import type { DrawnForest } from './drawn-forest.ts';
import type { LayoutSource, PreviousLayout } from './layout.ts';
import { LifetimeCells } from './lifetime-cells.ts';
import { ASPECT, NODE_RADIUS, SPACING } from './metrics.ts';
import { emptyPlaces, type TreePlaces } from './tree-places.ts';

export interface HeapMap {
  /** Absolute centres, by index. */
  readonly places: TreePlaces;
  /** Object id of the next in the same cell, by index; 0: none. */
  readonly heir: Int32Array;
  readonly columns: number;
}

/** An earlier map keeps its number of columns until it is this much higher than wide. */
const TALL = 3;

export function heapMap(
  forest: DrawnForest,
  source: Pick<LayoutSource, 'birth' | 'death' | 'idLimit'>,
  previous: PreviousLayout | null,
): HeapMap {
  const { count, id } = forest;
  const { idLimit } = source;
  const indexOf = new Int32Array(idLimit).fill(-1);
  for (let i = 0; i < count; i++) indexOf[id[i]] = i;

  // The past of a run does not change, so an extended run gives every old object the cell that it had.
  const cells = new LifetimeCells();
  const cellOf = new Int32Array(count);
  const lastIn: number[] = [];
  const heir = new Int32Array(count);
  // Ids ascend with birth.
  for (let object = 0; object < idLimit; object++) {
    const i = indexOf[object];
    if (i === -1) continue;
    const cell = cells.take(source.birth[object], source.death[object]);
    if (cell < lastIn.length) heir[lastIn[cell]] = object;
    lastIn[cell] = i;
    cellOf[i] = cell;
  }

  let columns = Math.max(1, Math.ceil(Math.sqrt(cells.count * ASPECT)));
  const before = previous?.layout === 'map' ? columnsOf(previous) : 0;
  if (before > 0 && cells.count / before < TALL * before) columns = before;
  const places = emptyPlaces(forest);
  for (let i = 0; i < count; i++) {
    places.x[i] = NODE_RADIUS + (cellOf[i] % columns) * SPACING;
    places.y[i] = NODE_RADIUS + Math.floor(cellOf[i] / columns) * SPACING;
    places.radius[i] = NODE_RADIUS;
  }
  return { places, heir, columns };
}

/** A map notes its columns in the width of its one place (see lay-out.ts). */
function columnsOf(map: PreviousLayout): number {
  return map.places.rect.length === 4 ? Math.round(map.places.rect[2] / SPACING) : 0;
}
