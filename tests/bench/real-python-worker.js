/* Real CPython 3.13: runs a program, then statements one by one, and answers with the milliseconds of each. */

const { loadPyodide } = await import(new URL('/pyodide/pyodide.mjs', location.origin).href);
const python = await loadPyodide({ indexURL: '/pyodide/' });
let printed = 0;
python.setStdout({ batched: (line) => (printed += line.length + 1) });

onmessage = ({ data: { program, statements } }) => {
  const globals = python.globals.get('dict')();
  globals.set('__name__', '__main__');
  const run = (source) => {
    const begun = performance.now();
    python.runPython(source, { globals });
    return performance.now() - begun;
  };
  const times = [run(program), ...statements.map(run)];
  globals.destroy();
  python.runPython('import gc; gc.collect()');
  postMessage({ times, printed });
};
postMessage('ready');
