/**
 * The methods of random.Random; the functions of the module are those of one hidden instance.
 * Source: CPython Lib/random.py.
 */
import { firstAbove, firstThat } from '../../../base/bisect.ts';
import type { Machine } from '../../native.ts';
import { bindParameters } from '../../types/function-signature.ts';
import { isAtLeast } from '../../types/versions.ts';
import {
  betaVariate,
  expoVariate,
  gammaVariate,
  gauss,
  normalVariate,
  paretoVariate,
  triangular,
  vonMisesVariate,
  weibullVariate,
} from './distributions.ts';
import { below, countOf, itemAt, sampleIndexes } from './integers.ts';
import { type RandomState, seed } from './random-state.ts';

/** `args` without self. Owned result. */
export type RandomMethod = (
  m: Machine,
  state: RandomState,
  args: readonly number[],
  names: readonly string[] | null,
) => number;

function number(m: Machine, id: number, missing: number): number {
  if (id === 0) return missing;
  if (m.isFloat(id)) return m.floatValue(id);
  if (m.isInt(id)) return Number(m.intValue(id));
  const asFloat = m.findAttribute(id, '__float__');
  if (asFloat === 0) m.raise('TypeError', `must be real number, not ${m.typeName(id)}`);
  const value = m.call(asFloat, []);
  m.heap.decref(asFloat);
  const plain = m.floatValue(value);
  m.heap.decref(value);
  return plain;
}

/** The functions of CPython's `random` are written in Python, and complain as methods written in it. */
function bindAsPython(
  m: Machine,
  name: string,
  args: readonly number[],
  names: readonly string[] | null,
  spec: readonly string[],
): number[] {
  const star = spec.indexOf('*');
  const parameters = spec.map((entry, i) => ({
    name: entry.replace('=', ''),
    hasDefault: entry.endsWith('='),
    keywordOnly: star >= 0 && i > star,
  }));
  const given = [{ name: 'self', hasDefault: false }, ...parameters.filter(({ name: each }) => each !== '*')];
  return bindParameters(m, name, given, [m.none, ...args], names).slice(1);
}

/** A method of real numbers with defaults. */
function real(
  name: string,
  spec: readonly string[],
  defaults: readonly number[],
  draw: (state: RandomState, values: readonly number[]) => number,
): RandomMethod {
  return (m, state, args, names) => {
    const bound = bindAsPython(m, name, args, names, spec);
    const values = bound.map((id, i) => number(m, id, defaults[i]));
    return m.float(draw(state, values));
  };
}

/** Bounds of randint and randrange. */
function integer(m: Machine, id: number): bigint {
  if (m.isFloat(id)) {
    const value = m.floatValue(id);
    if (m.profile.versionInfo[1] < 12 && Number.isInteger(value)) return BigInt(value);
    if (m.profile.versionInfo[1] < 12) m.raise('ValueError', 'non-integer arg 1 for randrange()');
    m.raise('TypeError', `'float' object cannot be interpreted as an integer`);
  }
  return BigInt(m.index(id));
}

function drawFromRange(m: Machine, state: RandomState, start: bigint, step: bigint, count: bigint): number {
  const drawn = below(m, state, count <= 0x100000000n ? Number(count) : count);
  const value = start + step * BigInt(drawn);
  return m.int(value);
}

function randrange(m: Machine, state: RandomState, start: bigint, stop: bigint, step: bigint): number {
  const count = countOf(start, stop, step);
  if (count > 0n) return drawFromRange(m, state, start, step, count);
  const old = m.profile.versionInfo[1] < 12;
  if (step === 1n) {
    const width = old ? ` for randrange() (${start}, ${stop}, ${stop - start})` : ` in randrange(${start}, ${stop})`;
    m.raise('ValueError', `empty range${width}`);
  }
  m.raise('ValueError', old ? 'empty range for randrange()' : `empty range in randrange(${start}, ${stop}, ${step})`);
}

/** How many numbers randint(a, b) can draw, or 0 when they are not plain small ints. Spares a million BigInts. */
function smallWidth(m: Machine, a: number, b: number): number {
  if (!m.isInt(a) || !m.isInt(b)) return 0;
  const low = m.intValue(a);
  const high = m.intValue(b);
  if (typeof low !== 'number' || typeof high !== 'number') return 0;
  const width = high - low + 1;
  return width <= 0x100000000 && Number.isSafeInteger(low + width) ? width : 0;
}

function sequenceLength(m: Machine, sequence: number): number {
  return m.length(sequence);
}

/** Running sums of `counts`, one for each of `size` items. */
function sumsOf(m: Machine, counts: number, size: number): number[] {
  const items = m.collect(counts);
  const sums: number[] = [];
  let total = 0;
  for (const item of items) {
    if (!m.isInt(item)) m.raise('TypeError', 'Counts must be integers');
    sums.push((total += Number(m.intValue(item))));
  }
  for (const item of items) m.heap.decref(item);
  if (sums.length !== size) m.raise('ValueError', 'The number of counts does not match the population');
  if (isAtLeast(m, 12) ? total < 0 : total <= 0)
    m.raise(
      'ValueError',
      isAtLeast(m, 12) ? 'Counts must be non-negative' : 'Total of counts must be greater than zero',
    );
  return sums;
}

/** The version of what getstate() gives. Version 2 has the same numbers. */
const STATE_VERSION = 3;

export const randomMethods: Readonly<Record<string, RandomMethod>> = {
  seed(m, state, args, names) {
    const [value] = m.bindArguments('seed', args, names, ['a=', 'version=']);
    seed(m, state, value);
    return m.none;
  },
  getstate(m, state, args, names) {
    bindAsPython(m, 'Random.getstate', args, names, []);
    const { twister, nextGauss } = state;
    const words = m.tuple([...twister.state, twister.index].map((word) => m.int(word)));
    return m.tuple([m.int(STATE_VERSION), words, nextGauss === null ? m.none : m.float(nextGauss)]);
  },
  setstate(m, state, args, names) {
    const [saved] = bindAsPython(m, 'Random.setstate', args, names, ['state']);
    const parts = m.collect(saved);
    const [version, words, nextGauss] = parts;
    if (parts.length !== 3 || ![2, STATE_VERSION].includes(m.isInt(version) ? Number(m.intValue(version)) : 0))
      m.raise(
        'ValueError',
        `state with version ${m.repr(version)} passed to Random.setstate() of version ${STATE_VERSION}`,
      );
    const numbers = m.collect(words);
    if (numbers.length !== state.twister.state.length + 1) m.raise('ValueError', 'state vector is the wrong size');
    const values = numbers.map((each) => Number(m.index(each)));
    state.twister.state.set(values.slice(0, -1));
    state.twister.index = values.at(-1)!;
    state.nextGauss = nextGauss === m.none ? null : m.floatValue(nextGauss);
    for (const each of [...numbers, ...parts]) m.heap.decref(each);
    return m.none;
  },
  random(m, state, args, names) {
    m.expectArguments('random', args, names, 0);
    return m.float(state.twister.random());
  },
  getrandbits(m, state, args, names) {
    m.expectArguments('getrandbits', args, names, 1);
    const bits = m.indexNumber(args[0]);
    if (bits < 0)
      m.raise('ValueError', isAtLeast(m, 14) ? 'Cannot convert negative int' : 'number of bits must be non-negative');
    return m.int(state.twister.bits(bits));
  },
  randbytes(m, state, args, names) {
    m.expectArguments('randbytes', args, names, 1);
    const count = m.indexNumber(args[0]);
    let value = state.twister.bits(count * 8);
    const bytes = new Uint8Array(count);
    for (let i = 0; i < count; i++, value >>= 8n) bytes[i] = Number(value & 0xffn);
    return m.bytes(bytes);
  },
  randint(m, state, args, names) {
    // Without a list of its own: programs draw a hundred thousand.
    const isPlain = names === null && args.length === 2;
    const [a, b] = isPlain ? args : bindAsPython(m, 'Random.randint', args, names, ['a', 'b']);
    const width = smallWidth(m, a, b);
    if (width > 0) return m.int((m.intValue(a) as number) + Number(below(m, state, width)));
    const low = integer(m, a);
    const high = integer(m, b);
    if (high < low && m.profile.versionInfo[1] >= 14) m.raise('ValueError', `empty range in randint(${low}, ${high})`);
    return randrange(m, state, low, high + 1n, 1n);
  },
  randrange(m, state, args, names) {
    const [start, stop, step] = bindAsPython(m, 'Random.randrange', args, names, ['start', 'stop=', 'step=']);
    const by = step === 0 ? 1n : integer(m, step);
    if (stop === 0 || stop === m.none) {
      if (by !== 1n) m.raise('TypeError', 'Missing a non-None stop argument');
      const limit = integer(m, start);
      if (limit <= 0n) m.raise('ValueError', 'empty range for randrange()');
      return drawFromRange(m, state, 0n, 1n, limit);
    }
    if (by === 0n) m.raise('ValueError', 'zero step for randrange()');
    return randrange(m, state, integer(m, start), integer(m, stop), by);
  },
  choice(m, state, args, names) {
    const [sequence] = bindAsPython(m, 'Random.choice', args, names, ['seq']);
    const length = sequenceLength(m, sequence);
    if (length === 0) m.raise('IndexError', 'Cannot choose from an empty sequence');
    return itemAt(m, sequence, Number(below(m, state, length)));
  },
  shuffle(m, state, args, names) {
    const [sequence] = bindAsPython(m, 'Random.shuffle', args, names, ['x']);
    for (let i = sequenceLength(m, sequence) - 1; i > 0; i--) {
      const j = Number(below(m, state, i + 1));
      swap(m, sequence, i, j);
    }
    return m.none;
  },
  sample(m, state, args, names) {
    const [population, k, counts] = bindAsPython(m, 'Random.sample', args, names, ['population', 'k', '*', 'counts=']);
    const isSequence = m.special(population, '__getitem__') !== 0 && m.special(population, 'keys') === 0;
    if (!isSequence) m.raise('TypeError', 'Population must be a sequence.  For dicts or sets, use sorted(d).');
    const sums = counts === 0 || counts === m.none ? null : sumsOf(m, counts, sequenceLength(m, population));
    const size = sums === null ? sequenceLength(m, population) : (sums.at(-1) ?? 0);
    const count = m.indexNumber(k);
    if (count < 0 || count > size) m.raise('ValueError', 'Sample larger than population or is negative');
    const drawn = sampleIndexes(m, state, size, count);
    const indexes = sums === null ? drawn : drawn.map((each) => firstAbove(sums, sums.length, each));
    return m.list(indexes.map((index) => itemAt(m, population, index)));
  },
  choices(m, state, args, names) {
    const [population, weights, cumulative, k] = bindAsPython(m, 'Random.choices', args, names, [
      'population',
      'weights=',
      '*',
      'cum_weights=',
      'k=',
    ]);
    const size = sequenceLength(m, population);
    const count = k === 0 ? 1 : m.indexNumber(k);
    const sums = cumulativeWeights(m, weights, cumulative);
    const pick = (): number => {
      const drawn = state.twister.random();
      if (sums === null) return Math.floor(drawn * size);
      return firstThat(size - 1, (i) => drawn * sums[sums.length - 1] < sums[i]);
    };
    if (sums === null && size === 0 && count > 0) m.raise('IndexError', 'list index out of range');
    if (sums !== null && sums.length !== size) {
      m.raise('ValueError', 'The number of weights does not match the population');
    }
    if (sums !== null && !(sums[size - 1] > 0)) {
      m.raise('ValueError', 'Total of weights must be greater than zero');
    }
    return m.list(Array.from({ length: Math.max(count, 0) }, () => itemAt(m, population, pick())));
  },
  uniform: real('Random.uniform', ['a', 'b'], [0, 1], (state, [a, b]) => a + (b - a) * state.twister.random()),
  triangular(m, state, args, names) {
    const bound = bindAsPython(m, 'Random.triangular', args, names, ['low=', 'high=', 'mode=']);
    const [low, high] = [number(m, bound[0], 0), number(m, bound[1], 1)];
    const mode = bound[2] === 0 || bound[2] === m.none ? null : number(m, bound[2], 0);
    return m.float(triangular(state, low, high, mode));
  },
  gauss: real('Random.gauss', ['mu=', 'sigma='], [0, 1], (state, [mu, sigma]) => gauss(state, mu, sigma)),
  normalvariate: real('Random.normalvariate', ['mu=', 'sigma='], [0, 1], (state, [mu, sigma]) =>
    normalVariate(state, mu, sigma),
  ),
  lognormvariate: real('Random.lognormvariate', ['mu', 'sigma'], [0, 1], (state, [mu, sigma]) =>
    Math.exp(normalVariate(state, mu, sigma)),
  ),
  expovariate: real('Random.expovariate', ['lambd='], [1], (state, [lambda]) => expoVariate(state, lambda)),
  gammavariate: real('Random.gammavariate', ['alpha', 'beta'], [1, 1], (state, [alpha, beta]) =>
    gammaVariate(state, alpha, beta),
  ),
  betavariate: real('Random.betavariate', ['alpha', 'beta'], [1, 1], (state, [alpha, beta]) =>
    betaVariate(state, alpha, beta),
  ),
  vonmisesvariate: real('Random.vonmisesvariate', ['mu', 'kappa'], [0, 0], (state, [mu, kappa]) =>
    vonMisesVariate(state, mu, kappa),
  ),
  paretovariate: real('Random.paretovariate', ['alpha'], [1], (state, [alpha]) => paretoVariate(state, alpha)),
  weibullvariate: real('Random.weibullvariate', ['alpha', 'beta'], [1, 1], (state, [alpha, beta]) =>
    weibullVariate(state, alpha, beta),
  ),
};

function swap(m: Machine, sequence: number, i: number, j: number): void {
  const { heap } = m;
  const first = m.int(i);
  const second = m.int(j);
  const left = m.getItem(sequence, first);
  const right = m.getItem(sequence, second);
  m.setItem(sequence, first, right);
  m.setItem(sequence, second, left);
  for (const id of [first, second, left, right]) heap.decref(id);
}

function cumulativeWeights(m: Machine, weights: number, cumulative: number): number[] | null {
  if (cumulative !== 0 && cumulative !== m.none) return numbersOf(m, cumulative);
  if (weights === 0 || weights === m.none) return null;
  let sum = 0;
  return numbersOf(m, weights).map((weight) => (sum += weight));
}

function numbersOf(m: Machine, iterable: number): number[] {
  const values: number[] = [];
  m.forEach(iterable, (item) => {
    values.push(number(m, item, 0));
  });
  return values;
}
