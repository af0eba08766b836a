/** Built-in functions that are part of the machine: they make classes, import, or look at frames. Source: CPython Python/bltinmodule.c. */
import { dirOf, sortedNames, varsOf } from './modules/builtin-attributes.ts';
import { buildClass } from './classes.ts';
import { cpythonWording } from './cpython-wording.ts';
import { runBody } from './calls.ts';
import { localsOfLive } from './frame-locals.ts';
import { importModule } from './imports.ts';
import { Kind } from '../heap/kinds.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeCall } from './native.ts';
import { newException, raiseObject } from './raising.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;

export const coreFunctions: Readonly<Record<string, NativeCall>> = {
  __build_class__: buildClass,
  __import__(machine, args) {
    const m = core(machine);
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
  compile(machine, args) {
    const m = core(machine);
    return compiled(m, m.strValue(args[0]), m.strValue(args[1])).object;
  },
  exec(machine, args) {
    const m = core(machine);
    const globals = args.length > 1 && args[1] !== m.none ? args[1] : m.frame.globals;
    const namespace = args.length > 2 && args[2] !== m.none ? args[2] : globals;
    const loaded =
      m.heap.kind[args[0]] === Kind.CODE
        ? (m.heap.body[args[0]] as LoadedCode)
        : compiled(m, m.strValue(args[0]), '<string>');
    return runBody(m, 0, loaded, globals, namespace);
  },
};

function compiled(m: PythonMachine, source: string, filename: string): LoadedCode {
  const result = m.parts.compile(source, filename);
  if (!result.ok) {
    const [first] = result.diagnostics;
    const { type, message } = cpythonWording(first.message, first.line, m.profile.versionInfo[1]);
    raiseObject(m, newException(m, m.type(type), m.tupleFromArray([m.str(message)])));
  }
  m.sources.set(filename, source);
  return m.loadCode(result.code, false);
}
