/**
 * Functions and types of CPython without a vectorcall of their own take their arguments as a tuple. Programs never see
 * it, but it counts as an allocation the first time, and lies in the free-list afterwards.
 * Source: CPython Objects/call.c (_PyObject_MakeTpCall), Objects/methodobject.c (METH_VARARGS).
 */
import { Kind } from '../../heap/kinds.ts';
import { withHiddenContainer } from '../hidden-containers.ts';
import type { Machine } from '../native.ts';

/** Runs `call` while the tuple of `args` exists. */
export function throughArgumentTuple(m: Machine, args: readonly number[], call: () => number): number {
  return args.length === 0 ? call() : withHiddenContainer(m, Kind.TUPLE, args, call);
}
