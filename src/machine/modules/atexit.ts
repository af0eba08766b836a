/** The module atexit. Source: CPython Modules/atexitmodule.c. */
import type { NativeModule } from '../native.ts';

export const atexitModule: NativeModule = {
  name: 'atexit',
  functions: {
    _report(m, [callback]) {
      // Called from an except clause: the exception is being handled.
      m.writeError(`Exception ignored in atexit callback ${m.repr(callback)}\n`);
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
    while _registered:
        func, args, kwargs = _registered.pop()
        try:
            func(*args, **kwargs)
        except Exception:
            _report(func)
`,
};
