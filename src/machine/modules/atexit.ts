/**
 * The module atexit. Source: CPython Modules/atexitmodule.c.
 *
 * Not CPython: a run on the page stays open for statements and never comes to its end, so there the callbacks wait until the
 * program asks for `atexit._run_exitfuncs()`. `npm run simulate` ends, and calls them (RunOptions.runsExitCallbacks).
 */
import type { NativeModule } from '../native.ts';

export const atexitModule: NativeModule = {
  name: 'atexit',
  functions: {
    _attempt(m, [callback, args, kwargs]) {
      const entries = m.dictEntries(kwargs);
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


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _registered.append((func, args, kwargs))
    return func


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
