/** How native types make their objects when the type may be a subclass, which `m.list`, `m.tuple` ... cannot. */
import { Flag } from '../../heap/heap.ts';
import type { KindNumber } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import type { TypeBody } from '../type-body.ts';

/** A tracked container of `type` that owns the references in `slots` (stolen); owned by the caller. */
export function newContainer(
  m: Machine,
  kind: KindNumber,
  type: number,
  slots: number[],
  body: unknown,
  bytes: number,
): number {
  const id = m.heap.alloc(kind, type, slots, body, bytes + subclassBytes(m, type));
  m.heap.track(id);
  return id;
}

/** What an instance of a class statement's type has beyond the native part: `__slots__`, its dict and weak references. */
export function subclassBytes(m: Machine, type: number): number {
  if (!(m.heap.flags[type] & Flag.HEAP_TYPE)) return 0;
  return (m.heap.body[type] as TypeBody).addedBytes;
}

/** True for the type itself, false for subclasses. */
export function isExactly(m: Machine, id: number, typeName: string): boolean {
  return m.heap.typeOf[id] === m.type(typeName);
}
