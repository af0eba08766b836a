/** What the collector tells the program: gc.callbacks, gc.garbage, debug output. Source: CPython Python/gc.c (invoke_gc_callback). */
import type { CollectionInfo, Collector } from '../../collector/collector.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine } from '../native.ts';
import { printToStderr } from '../standard-streams.ts';
import { addressText } from './object-address.ts';

/** Not CPython: durations are made up from the work done, so that a run can be repeated. */
export const SECONDS_PER_CANDIDATE = 1e-7;

/** `callbacks` and `garbage`: the two lists of the module, which owns them. */
export function observeCollections(m: Machine, collector: Collector, callbacks: number, garbage: number): void {
  collector.observer = {
    notify: (phase, info) => callAll(m, callbacks, phase, info),
    saveGarbage(id) {
      m.heap.decref(m.callMethod(garbage, 'append', [id]));
    },
    print: (text) => printToStderr(m as PythonMachine, text),
    describe: (id) => `<${m.typeName(id)} ${addressText(id)}>`,
  };
}

function callAll(m: Machine, callbacks: number, phase: string, info: CollectionInfo): void {
  const { heap } = m;
  if (m.items(callbacks).length === 0) return;
  const dict = infoDict(m, info);
  const name = m.intern(phase);
  for (let i = 0; i < m.items(callbacks).length; i++) {
    const callback = m.items(callbacks)[i];
    heap.incref(callback);
    try {
      heap.decref(m.call(callback, [name, dict]));
    } catch (error) {
      m.reportUnraisable(error, 'while calling GC callback', callback);
    }
    heap.decref(callback);
  }
  heap.decref(name);
  heap.decref(dict);
}

function infoDict(m: Machine, info: CollectionInfo): number {
  const dict = m.dict();
  const set = (name: string, value: number): void => {
    m.dictSetName(dict, name, value);
    m.heap.decref(value);
  };
  set('generation', m.int(info.generation));
  set('collected', m.int(info.collected));
  set('uncollectable', m.int(info.uncollectable));
  if (m.profile.versionInfo[1] >= 15) {
    set('candidates', m.int(info.candidates));
    set('duration', m.float(info.candidates * SECONDS_PER_CANDIDATE));
  }
  return dict;
}
