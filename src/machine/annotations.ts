/** What `__annotate__` functions make, from 3.14 on (PEP 649). Source: CPython Objects/funcobject.c, typeobject.c. */
import { Kind } from '../heap/kinds.ts';
import type { PythonMachine } from './machine.ts';

/** annotationlib.Format.VALUE */
const VALUE = 1;

/** The dict of annotations that `annotate` (borrowed) makes, owned; TypeError when it makes something else. */
export function annotationsBy(m: PythonMachine, annotate: number): number {
  const format = m.int(VALUE);
  const dict = m.call(annotate, [format]);
  m.heap.decref(format);
  if (m.heap.kind[dict] === Kind.DICT) return dict;
  const given = m.typeName(dict);
  m.heap.decref(dict);
  const isLate = m.profile.versionInfo[1] >= 15;
  return m.raise(
    'TypeError',
    isLate ? `__annotate__() must return a dict, not ${given}` : `__annotate__ returned non-dict of type '${given}'`,
  );
}
