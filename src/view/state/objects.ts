/** Which objects are the program's own: what the table lists and the summaries count. */
import { Kind } from '../../heap/kinds.ts';
import type { Journal } from '../../journal/journal.ts';
import type { HeapView } from '../../playhead/heap-state.ts';

/** False for the machinery: classes, functions, modules, frames, library objects and the dict of the globals. */
export function isProgramObject(journal: Journal, id: number): boolean {
  if (id === journal.globals || journal.isLibrary(id)) return false;
  switch (journal.objects.kind[id]) {
    case 0:
    case Kind.TYPE:
    case Kind.FUNCTION:
    case Kind.MODULE:
    case Kind.BUILTIN:
    case Kind.DESCRIPTOR:
    case Kind.CODE:
    case Kind.FRAME:
      return false;
    default:
      return true;
  }
}

/** How many objects of the program are alive. One pass over its objects. */
export function liveProgramObjects(heap: HeapView): number {
  const { journal } = heap;
  const { born } = journal.objects;
  let count = 0;
  for (let i = 0; i < born.length; i++) {
    const id = born.values[i];
    if (heap.isAlive(id) && isProgramObject(journal, id)) count++;
  }
  return count;
}
