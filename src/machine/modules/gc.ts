/** The module gc. Source: CPython Modules/gcmodule.c, Python/gc.c. */
import { Debug, type Collector } from '../../collector/collector.ts';
import { NUM_GENERATIONS, OLDEST } from '../../collector/generations.ts';
import { Ev } from '../../heap/events.ts';
import { Flag } from '../../heap/heap.ts';
import { FIRST_CONTAINER, Kind } from '../../heap/kinds.ts';
import { visitReferents } from '../hidden-referents.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeCall, NativeModule } from '../native.ts';
import { collectorOf } from './collector-of.ts';
import { observeCollections, SECONDS_PER_CANDIDATE } from './gc-callbacks.ts';
import { asLibrary, isOfLibrary } from './library-object.ts';

/** A method without arguments. */
function plain(name: string, action: (m: Machine, collector: Collector) => number): NativeCall {
  return (m, args, names) => {
    m.expectArguments(`gc.${name}`, args, names, 0);
    return action(m, collectorOf(m));
  };
}

/** An argument of the C type int. `long`: where the number passes through a C long first, whose message it is. */
function toCInt(m: Machine, id: number, passesLong = false): number {
  const value = Number(m.index(id));
  if (value >= -(2 ** 31) && value < 2 ** 31) return value;
  if (!passesLong) m.raise('OverflowError', 'Python int too large to convert to C int');
  if (Math.abs(value) >= 2 ** 63) m.raise('OverflowError', 'Python int too large to convert to C long');
  m.raise('OverflowError', `signed integer is ${value < 0 ? 'less than minimum' : 'greater than maximum'}`);
}

function expectNoKeywords(m: Machine, name: string, names: readonly string[] | null): void {
  if (names !== null && names.length > 0) m.raise('TypeError', `${name}() takes no keyword arguments`);
}

/** Owned references to objects, as a list. */
function listOf(m: Machine, ids: readonly number[]): number {
  for (const id of ids) m.heap.incref(id);
  return m.list([...ids]);
}

/** PyObject_IS_GC: objects that could be tracked. */
function isCollectable(m: Machine, id: number): boolean {
  const kind = m.heap.kind[id];
  return kind >= FIRST_CONTAINER && (kind !== Kind.TYPE || (m.heap.flags[id] & Flag.HEAP_TYPE) !== 0);
}

/**
 * Built-in and library objects are in none of our lists. In CPython they are tracked, apart from static types and from
 * dicts and tuples, of which nobody can say in general.
 */
function isTracked(m: Machine, id: number): boolean {
  const { flags, kind, programStart } = m.heap;
  if (flags[id] & Flag.TRACKED) return true;
  if (id >= programStart && !isOfLibrary(m, id)) return false;
  return isCollectable(m, id) && kind[id] !== Kind.DICT && kind[id] !== Kind.TUPLE;
}

function collect(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  const [generation] = m.bindArguments('collect', args, names, ['generation=']);
  const number = generation === 0 ? OLDEST : toCInt(m, generation);
  if (number < 0 || number >= NUM_GENERATIONS) m.raise('ValueError', 'invalid generation');
  return m.int(collectorOf(m).collect(number));
}

function generationNumber(m: Machine, id: number): number {
  if (!m.isInt(id) && m.special(id, '__index__') === 0) {
    m.raise('TypeError', `argument should be integer or None, not '${m.shownTypeName(id)}'`);
  }
  const value = Number(m.index(id));
  if (Math.abs(value) >= 2 ** 63) m.raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  return value;
}

function getObjects(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  const [generation] = m.bindArguments('get_objects', args, names, ['generation=']);
  const number = generation === 0 || generation === m.none ? -1 : generationNumber(m, generation);
  if (number >= NUM_GENERATIONS) {
    m.raise(
      'ValueError',
      `generation parameter must be less than the number of available generations (${NUM_GENERATIONS})`,
    );
  }
  if (number < -1) m.raise('ValueError', 'generation parameter cannot be negative');
  return listOf(m, collectorOf(m).objects(number < 0 ? null : number));
}

function getStats(m: Machine, collector: Collector): number {
  const rows = collector.generations.stats.map((row) => {
    const dict = m.dict();
    const set = (name: string, value: number): void => {
      m.dictSetName(dict, name, value);
      m.heap.decref(value);
    };
    set('collections', m.int(row.collections));
    set('collected', m.int(row.collected));
    set('uncollectable', m.int(row.uncollectable));
    if (m.profile.versionInfo[1] >= 15) {
      set('candidates', m.int(row.candidates));
      set('duration', m.float(row.candidates * SECONDS_PER_CANDIDATE));
    }
    return dict;
  });
  return m.list(rows);
}

function setThreshold(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  expectNoKeywords(m, 'set_threshold', names);
  if (args.length === 0 || args.length > NUM_GENERATIONS) complainAboutThresholds(m, args.length);
  const { generations } = collectorOf(m);
  // The incremental collector has no third generation.
  const settable = m.profile.collector === 'incremental' ? 2 : NUM_GENERATIONS;
  const set = (value: number, generation: number): void => {
    if (generation >= settable) return;
    generations.setThreshold(generation, value);
    m.heap.events.two(Ev.THRESHOLD, generation, value);
  };
  // Up to 3.12 each number was set as soon as it was read, so those before a wrong one stay.
  if (m.profile.versionInfo[1] <= 12) args.forEach((id, generation) => set(toCInt(m, id, true), generation));
  else args.map((id) => toCInt(m, id, true)).forEach(set);
  return m.none;
}

function complainAboutThresholds(m: Machine, given: number): never {
  if (m.profile.versionInfo[1] >= 13) m.raise('TypeError', 'gc.set_threshold requires 1 to 3 arguments');
  const bound = given === 0 ? 'at least 1 argument' : 'at most 3 arguments';
  m.raise('TypeError', `set_threshold() takes ${bound} (${given} given)`);
}

function tupleOf(m: Machine, values: readonly number[]): number {
  return m.tuple(values.map((value) => m.int(value)));
}

/** Since 3.13 their names come with the module's. */
function expectObjects(m: Machine, name: string, names: readonly string[] | null): void {
  expectNoKeywords(m, m.profile.versionInfo[1] >= 13 ? `gc.${name}` : name, names);
}

function getReferrers(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  expectObjects(m, 'get_referrers', names);
  const wanted = new Set(args);
  const found: number[] = [];
  for (const id of collectorOf(m).objects(null)) {
    let refers = false;
    visitReferents(m as PythonMachine, id, (referent) => {
      if (wanted.has(referent)) refers = true;
    });
    if (refers) found.push(id);
  }
  return listOf(m, found);
}

function getReferents(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  expectObjects(m, 'get_referents', names);
  const found: number[] = [];
  for (const id of args) {
    if (isCollectable(m, id)) visitReferents(m as PythonMachine, id, (referent) => found.push(referent));
  }
  return listOf(m, found);
}

export const gcModule: NativeModule = {
  name: 'gc',
  functions: {
    collect,
    get_objects: getObjects,
    get_count: plain('get_count', (m, collector) => tupleOf(m, collector.count())),
    get_stats: plain('get_stats', getStats),
    get_threshold: plain('get_threshold', (m, collector) => tupleOf(m, collector.generations.threshold())),
    set_threshold: setThreshold,
    enable: plain('enable', (m) => {
      m.heap.counter.enabled = true;
      return m.none;
    }),
    disable: plain('disable', (m) => {
      m.heap.counter.enabled = false;
      return m.none;
    }),
    isenabled: plain('isenabled', (m) => m.bool(m.heap.counter.enabled)),
    freeze: plain('freeze', (m, collector) => {
      collector.freeze();
      return m.none;
    }),
    unfreeze: plain('unfreeze', (m, collector) => {
      collector.unfreeze();
      return m.none;
    }),
    get_freeze_count: plain('get_freeze_count', (m, collector) => m.int(collector.freezeCount())),
    get_referrers: getReferrers,
    get_referents: getReferents,
    is_tracked(m, args, names) {
      m.expectArguments('gc.is_tracked', args, names, 1);
      return m.bool(isTracked(m, args[0]));
    },
    is_finalized(m, args, names) {
      m.expectArguments('gc.is_finalized', args, names, 1);
      return m.bool((m.heap.flags[args[0]] & Flag.FINALIZED) !== 0);
    },
    get_debug: plain('get_debug', (m, collector) => m.int(collector.debug)),
    set_debug(m, args, names) {
      m.expectArguments('gc.set_debug', args, names, 1);
      collectorOf(m).debug = toCInt(m, args[0]);
      return m.none;
    },
  },
  attributes(m) {
    const callbacks = asLibrary(m, () => m.list([]));
    const garbage = asLibrary(m, () => m.list([]));
    observeCollections(m, collectorOf(m), callbacks, garbage);
    return {
      callbacks,
      garbage,
      DEBUG_STATS: m.int(Debug.STATS),
      DEBUG_COLLECTABLE: m.int(Debug.COLLECTABLE),
      DEBUG_UNCOLLECTABLE: m.int(Debug.UNCOLLECTABLE),
      DEBUG_SAVEALL: m.int(Debug.SAVEALL),
      DEBUG_LEAK: m.int(Debug.LEAK),
    };
  },
};
