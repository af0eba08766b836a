import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import type { Complex } from './complex-arithmetic.ts';
import { COMPLEX_BYTES } from './object-sizes.ts';

/** A complex object of that value, owned. */
export function newComplex(m: Machine, value: Complex): number {
  return m.heap.allocAtom(Kind.COMPLEX, m.type('complex'), value, COMPLEX_BYTES);
}
