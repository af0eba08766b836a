/** FUNCTION objects: what their slots mean, how they are made. Source: CPython Objects/funcobject.c. */
import { Kind } from '../heap/kinds.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';

/** Slots of a FUNCTION object, in the order in which func_traverse visits them. 0 where there is none. */
export const FunctionSlot = {
  CODE: 0,
  GLOBALS: 1,
  BUILTINS: 2,
  DEFAULTS: 3, //          tuple
  KEYWORD_DEFAULTS: 4, //  dict
  CLOSURE: 5, //           tuple of cells
  ANNOTATIONS: 6, //       tuple of names and values in turn, or a dict
  ANNOTATE: 7, //          function that makes the annotations (3.14 and later); missing in functions without
  TYPE_PARAMETERS: 8,
} as const;

export interface FunctionBody {
  code: LoadedCode;
  name: string;
  qualifiedName: string;
  module: string | null;
  /** `__doc__` and `__module__` that were assigned, owned: atoms nearly always, kept beside the slots. */
  overrides?: Map<string, number>;
}

/**
 * A function over `code` (a CODE object, borrowed); the other references are stolen, 0 = none. `annotations`: a tuple, or the
 * function that makes them.
 */
export function newFunction(
  m: PythonMachine,
  code: number,
  globals: number,
  defaults: number,
  keywordDefaults: number,
  annotations: number,
  closure: number,
): number {
  const heap = m.heap;
  const loaded = heap.body[code] as LoadedCode;
  const moduleName = m.dictGetName(globals, '__name__');
  const body: FunctionBody = {
    code: loaded,
    name: loaded.code.name,
    qualifiedName: loaded.code.qualifiedName,
    module: moduleName !== 0 && m.isStr(moduleName) ? m.strValue(moduleName) : null,
  };
  heap.incref(code);
  heap.incref(globals);
  const { builtins } = m.frame;
  heap.incref(builtins);
  const slots = [code, globals, builtins, defaults, keywordDefaults, closure, annotations];
  if (annotations !== 0 && heap.kind[annotations] === Kind.FUNCTION) {
    slots[FunctionSlot.ANNOTATIONS] = 0;
    slots.push(annotations);
  }
  return heap.allocTracked(Kind.FUNCTION, m.functionType, slots, body, m.profile.sizes.function);
}

export function functionBody(m: PythonMachine, func: number): FunctionBody {
  return m.heap.body[func] as FunctionBody;
}

/** The name that complaints about arguments use. */
export function functionName(m: PythonMachine, func: number): string {
  return functionBody(m, func).qualifiedName;
}
