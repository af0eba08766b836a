/**
 * Real CPython to compare with: the Pyodide builds, under Node.
 *
 * Programs run under the protocol of section 0.4 of the memory facts: everything that the interpreter itself holds is
 * collected and frozen first, so that only the program's own objects are counted, listed and traversed.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The versions that have a Pyodide build; 3.14 (three generations again) has none. */
export const REAL_VERSIONS = ['3.11', '3.12', '3.13', '3.14.2', '3.15'] as const;
export type RealVersion = (typeof REAL_VERSIONS)[number];

export interface RealPython {
  /**
   * What the program prints in a fresh interpreter; an uncaught exception adds a last line `ExceptionType: message`.
   */
  run(source: string): string;
  /**
   * The same, twice as fast, in an interpreter that has run other programs since it was fresh: their objects are
   * gone, but what CPython keeps for good (interned strings, free-lists) may show. Where the answer is not what was
   * expected, `run` has the last word.
   */
  runWorn(source: string): string;
}

interface Pyodide {
  runPython(source: string): unknown;
  readonly _module: { readonly HEAPU8: Uint8Array };
}

/** Programs that one interpreter runs before it is made fresh. */
const MOST_WORN = 20;

const HARNESS = `
import gc, io, sys

def __run__(source):
    out, saved, last = io.StringIO(), sys.stdout, ''
    code = compile(source, 'main.py', 'exec')
    sys.stdout = out
    try:
        gc.collect()
        gc.freeze()
        gc.collect()
        exec(code, {'__name__': '__main__'})
    except BaseException as exc:
        message = str(exc)
        last = type(exc).__name__ + (': ' + message if message else '') + '\\n'
    # By now the exception and the frames that it held are gone, as when an interpreter has shown its traceback.
    text = out.getvalue() + last
    sys.stdout = saved
    return text

def __clean__():
    gc.disable()
    gc.set_threshold(*__thresholds__)
    gc.set_debug(0)
    gc.garbage.clear()
    gc.callbacks.clear()
    gc.collect()
    gc.collect()
    gc.enable()

__thresholds__ = gc.get_threshold()

# What the interpreter makes on first use and keeps (repr's guard against recursion, the modules that show an exception
# which nobody catches) is none of the program's.
__run__('print([1], (1,), {1: 2}, {1})\\nraise ValueError')
__run__('from collections import ChainMap, Counter\\nCounter([1]) + Counter({1: 2}) == ChainMap({})')
__run__('class C:\\n    def __del__(self):\\n        raise ValueError\\nC()')
import abc, collections, contextlib, copy, dataclasses, enum, functools, weakref
for __i__ in range(4): gc.collect()
`;

/**
 * Boots the version's build. Booting takes seconds, so the whole memory of the just booted interpreter is kept and put
 * back, byte for byte, before each program: each one runs in a fresh interpreter. One version per process: the builds
 * cannot share a JavaScript global scope.
 */
export async function bootRealPython(version: RealVersion): Promise<RealPython> {
  const entry = createRequire(import.meta.url).resolve(`pyodide-${version}/pyodide.mjs`);
  const { loadPyodide } = (await import(pathToFileURL(entry).href)) as {
    loadPyodide(options: { indexURL: string; stdout(): void; stderr(): void }): Promise<Pyodide>;
  };
  const python = await loadPyodide({ indexURL: dirname(entry), stdout() {}, stderr() {} });
  python.runPython(HARNESS);
  python.runPython('gc.collect()');
  const memory = () => python._module.HEAPU8; // a new array whenever the memory grows
  const image = memory().slice();
  let worn = 0;
  const refresh = () => {
    memory().set(image);
    memory().fill(0, image.length);
    worn = 0;
  };
  const answer = (source: string) => String(python.runPython(`__run__(${JSON.stringify(source)})`));
  return {
    run(source) {
      refresh();
      worn = MOST_WORN;
      return answer(source);
    },
    runWorn(source) {
      if (worn >= MOST_WORN) refresh();
      else if (worn > 0) python.runPython('__clean__()');
      worn++;
      return answer(source);
    },
  };
}
