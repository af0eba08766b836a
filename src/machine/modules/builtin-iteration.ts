/** Built-in functions that go over iterables. Source: CPython Python/bltinmodule.c. */
import { CompareOp } from '../../program/instructions.ts';
import type { Machine, NativeCall } from '../native.ts';
import { throughBoundMethod } from '../argument-tuples.ts';
import { functionOneArgument, functionPositional } from '../types/call-arguments.ts';
import { listExtend } from '../types/list-items.ts';
import { newCallableIterator } from '../types/sequence-iterator.ts';
import { isAtLeast } from '../types/versions.ts';

function extreme(name: 'min' | 'max', op: number): NativeCall {
  return (m, args, names) => {
    const given = args.length - (names?.length ?? 0);
    if (given === 0) m.raise('TypeError', `${name} expected at least 1 argument, got 0`);
    const [key, otherwise] = m.bindArguments(name, args.slice(given), names, ['key=', 'default=']);
    if (given > 1 && otherwise !== 0) {
      m.raise('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
    }
    const callable = key === m.none ? 0 : key;
    const search = new ExtremeSearch(m, callable, op);
    try {
      if (given > 1) for (const item of args.slice(0, given)) search.consider(item);
      else m.forEach(args[0], (item) => search.consider(item));
    } catch (error) {
      search.release();
      throw error;
    }
    const best = search.take();
    if (best !== 0) return best;
    if (otherwise !== 0) {
      m.heap.incref(otherwise);
      return otherwise;
    }
    const what = isAtLeast(m, 12) ? 'iterable argument is empty' : 'arg is an empty sequence';
    return m.raise('ValueError', `${name}() ${what}`);
  };
}

/** The item found so far and its key, both owned. */
class ExtremeSearch {
  private best = 0;
  private bestKey = 0;
  private readonly m: Machine;
  private readonly key: number;
  private readonly op: number;

  constructor(m: Machine, key: number, op: number) {
    this.m = m;
    this.key = key;
    this.op = op;
  }

  consider(item: number): void {
    const { m } = this;
    let key = item;
    if (this.key === 0) m.heap.incref(item);
    else key = m.call(this.key, [item]);
    let wins: boolean;
    try {
      wins = this.best === 0 || m.compareTruth(this.op, key, this.bestKey);
    } catch (error) {
      m.heap.decref(key);
      throw error;
    }
    if (!wins) {
      m.heap.decref(key);
      return;
    }
    m.heap.incref(item);
    this.release();
    this.best = item;
    this.bestKey = key;
  }

  release(): void {
    if (this.best === 0) return;
    this.m.heap.decref(this.bestKey);
    this.m.heap.decref(this.best);
    this.best = 0;
  }

  /** The item, owned by the caller; 0 when there was none. */
  take(): number {
    if (this.best !== 0) this.m.heap.decref(this.bestKey);
    return this.best;
  }
}

export const iterationFunctions: Readonly<Record<string, NativeCall>> = {
  all(m, args, names) {
    functionOneArgument(m, 'all', args, names);
    let all = true;
    m.forEach(args[0], (item) => (all = m.truth(item)));
    return m.bool(all);
  },
  any(m, args, names) {
    functionOneArgument(m, 'any', args, names);
    let any = false;
    m.forEach(args[0], (item) => !(any = m.truth(item)));
    return m.bool(any);
  },
  iter(m, args, names) {
    functionPositional(m, 'iter', args, names, 1, 2);
    if (args.length === 1) return m.iterate(args[0]);
    if (m.special(args[0], '__call__') === 0) {
      m.raise(
        'TypeError',
        isAtLeast(m, 12) && !isAtLeast(m, 13)
          ? 'iter(object, sentinel): object must be callable'
          : 'iter(v, w): v must be callable',
      );
    }
    return newCallableIterator(m, args[0], args[1]);
  },
  next(m, args, names) {
    functionPositional(m, 'next', args, names, 1, 2);
    const special = m.special(args[0], '__next__');
    if (special === 0) m.raise('TypeError', `'${m.shownTypeName(args[0])}' object is not an iterator`);
    if (args.length === 1) return m.call(special, [args[0]]);
    const item = m.next(args[0]);
    if (item !== 0) return item;
    m.heap.incref(args[1]);
    return args[1];
  },
  len(m, args, names) {
    functionOneArgument(m, 'len', args, names);
    return m.int(m.length(args[0]));
  },
  min: extreme('min', CompareOp.LT),
  max: extreme('max', CompareOp.GT),
  sorted(m, args, names) {
    functionPositional(m, 'sorted', args.slice(0, args.length - (names?.length ?? 0)), null, 1, 1);
    const list = m.list([]);
    try {
      listExtend(m, list, args[0]);
      const sort = m.special(list, 'sort');
      m.heap.decref(throughBoundMethod(m, list, () => m.call(sort, [list, ...args.slice(1)], names)));
    } catch (error) {
      m.heap.decref(list);
      throw error;
    }
    return list;
  },
};
