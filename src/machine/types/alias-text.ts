/** Types as the reprs of `list[int]` and `int | None` write them. Source: CPython Objects/genericaliasobject.c (ga_repr_item). */
import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';

/** How a type is written in the repr of an alias. */
export function shownInAlias(m: Machine, id: number): string {
  if (id === m.ellipsis) return '...';
  // Since 3.15 what the statement `type X = …` makes is named with its module, too.
  const isAlias = m.profile.versionInfo[1] >= 15 && m.typeName(id) === 'TypeAliasType';
  if (!m.isType(id) && !isAlias) {
    if (m.heap.kind[id] !== Kind.LIST) return m.repr(id);
    return `[${m
      .items(id)
      .map((item) => shownInAlias(m, item))
      .join(', ')}]`;
  }
  const name = text(m, id, '__qualname__');
  const module = text(m, id, '__module__');
  return module === 'builtins' ? name : `${module}.${name}`;
}

function text(m: Machine, id: number, attribute: string): string {
  const value = m.getAttribute(id, attribute);
  try {
    return m.toStr(value);
  } finally {
    m.heap.decref(value);
  }
}
