/** The statement that makes one object refer to another. Loaded when it is first asked for: paths need the whole graph. */
import { pythonPath } from '../../insight/why-alive.ts';
import type { HeapView } from '../../playhead/heap-state.ts';
import { shapeOf } from './shape.ts';
import { linkStatement } from './statements.ts';

/** The statement, or one sentence about why there is none. The attribute is `parent` where `from` has none yet, else `link`. */
export function linkBetween(
  heap: HeapView,
  from: number,
  to: number,
): { readonly statement: string } | { readonly notice: string } {
  const shape = shapeOf(heap, from);
  const path = pythonPath(heap, to);
  if (shape === null || path === null) {
    return {
      notice: 'No variable leads to one of the two objects, so no statement can name it; give it a variable first.',
    };
  }
  const { types, objects } = heap.journal;
  const slotNames = types.get(objects.type[from])?.slotNames ?? [];
  const statement = linkStatement(shape, path, slotNames.includes('parent') ? 'link' : 'parent');
  return statement === null
    ? { notice: `A ${shape.typeName} cannot be given a reference; choose an instance, a list, a dict or a set.` }
    : { statement };
}
