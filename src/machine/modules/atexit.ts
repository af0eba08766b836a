/**
 * The module atexit. Source: CPython Modules/atexitmodule.c.
 *
 * Not CPython: a run on the page stays open for statements and never comes to its end, so there the callbacks wait until the
 * program asks for `atexit._run_exitfuncs()`. `npm run simulate` ends, and calls them (RunOptions.runsExitCallbacks).
 */
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeModule } from '../native.ts';
import { listAppend } from '../types/list-items.ts';
import { asLibrary } from './library-object.ts';

/** The list of entries (function, arguments, keyword arguments or None), which in CPython no program can reach. */
function registered(m: Machine): number {
  const module = m.dictGetName((m as PythonMachine).modules, 'atexit');
  return m.dictGetName(m.heap.slots[module]![0], '_registered');
}

function entry(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  const positional = args.length - (names === null ? 0 : names.length);
  for (const id of args.slice(0, positional)) m.heap.incref(id);
  const values = positional === 1 ? m.emptyTuple : m.tuple(args.slice(1, positional));
  const keywords = positional === args.length ? m.none : m.dict();
  names?.forEach((name, i) => m.dictSetName(keywords, name, args[positional + i]));
  const make = (): number => m.tuple([args[0], values, keywords]);
  // Up to 3.13 the three lie in a C array.
  return m.profile.versionInfo[1] >= 14 ? make() : asLibrary(m, make);
}

export const atexitModule: NativeModule = {
  name: 'atexit',
  functions: {
    register(m, args, names) {
      if (args.length - (names?.length ?? 0) === 0) {
        m.raise('TypeError', 'register() takes at least 1 argument (0 given)');
      }
      if ((m as PythonMachine).bodyOfType(args[0]).slots.call === undefined) {
        m.raise('TypeError', 'the first argument must be callable');
      }
      listAppend(m, registered(m), entry(m, args, names));
      m.heap.incref(args[0]);
      return args[0];
    },
    _attempt(m, [callback, args, kwargs]) {
      const entries = kwargs === m.none ? [] : m.dictEntries(kwargs);
      const names = entries.filter((_, i) => i % 2 === 0).map((name) => m.strValue(name));
      const values = entries.filter((_, i) => i % 2 === 1);
      try {
        m.heap.decref(m.call(callback, [...m.items(args), ...values], names.length === 0 ? null : names));
      } catch (error) {
        m.reportUnraisable(error, 'in atexit callback', callback);
      }
      return m.none;
    },
  },
  source: `\
_registered = []


def unregister(func, /):
    _registered[:] = [entry for entry in _registered if entry[0] != func]


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    for func, args, kwargs in reversed(_registered[:]):
        _attempt(func, args, kwargs)
    _registered.clear()
`,
};
