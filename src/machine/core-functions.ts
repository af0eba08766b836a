/** Built-in functions that are part of the machine: they make classes, import, or look at frames. Source: CPython Python/bltinmodule.c. */
import { dirOf, sortedNames, varsOf } from './modules/builtin-attributes.ts';
import { buildClass } from './classes.ts';
import { localsOfLive } from './frame-locals.ts';
import { compileFunction, evalFunction, execFunction } from './evaluation.ts';
import { importModule } from './imports.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeCall } from './native.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;

export const coreFunctions: Readonly<Record<string, NativeCall>> = {
  __build_class__: buildClass,
  __import__(machine, args, names) {
    const m = core(machine);
    if (args.length === 0) m.raise('TypeError', "__import__() missing required argument 'name' (pos 1)");
    m.expectArguments('__import__', args, names, 1, 5);
    if (!m.isStr(args[0])) {
      m.raise('TypeError', `__import__() argument 1 must be str, not ${m.typeName(args[0])}`);
    }
    if (m.strValue(args[0]) === '') m.raise('ValueError', 'Empty module name');
    const hasFromList = args.length > 3 && m.truth(args[3]);
    return importModule(m, m.strValue(args[0]), hasFromList);
  },
  globals(machine, args, names) {
    const m = core(machine);
    m.expectArguments('globals', args, names, 0);
    m.heap.incref(m.frame.globals);
    return m.frame.globals;
  },
  locals(machine, args, names) {
    machine.expectArguments('locals', args, names, 0);
    return localsOfLive(core(machine), core(machine).depth);
  },
  vars(machine, args, names) {
    machine.expectArguments('vars', args, names, 0, 1);
    return args.length === 0 ? localsOfLive(core(machine), core(machine).depth) : varsOf(machine, args[0]);
  },
  dir(machine, args, names) {
    const m = core(machine);
    m.expectArguments('dir', args, names, 0, 1);
    if (args.length === 1) return dirOf(m, args[0]);
    const locals = localsOfLive(m, m.depth);
    const found: string[] = [];
    m.forEach(locals, (name) => void found.push(m.strValue(name)));
    m.heap.decref(locals);
    return sortedNames(m, found);
  },
  compile: compileFunction,
  eval: evalFunction,
  exec: execFunction,
};
