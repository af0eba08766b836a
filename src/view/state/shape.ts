/** What a live object is for the statements behind the buttons. */
import { pythonPath } from '../../insight/why-alive.ts';
import type { HeapView } from '../../playhead/heap-state.ts';
import { containerOf } from '../words.ts';
import type { NodeShape } from './statements.ts';

/** The shape of a live object that a variable leads to, else null. */
export function shapeOf(heap: HeapView, id: number): NodeShape | null {
  if (id === 0 || !heap.isAlive(id)) return null;
  const path = pythonPath(heap, id);
  if (path === null) return null;
  const { journal } = heap;
  const slotNames = journal.types.get(journal.objects.type[id])?.slotNames ?? [];
  const children = slotNames.indexOf('children');
  return {
    path,
    typeName: journal.typeNameOf(id),
    container: containerOf(journal.objects.kind[id]),
    hasChildren: children >= 0 && children < heap.slotCount[id] && heap.slot(id, children) > 0,
  };
}
