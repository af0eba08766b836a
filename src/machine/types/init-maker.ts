/** The native part of dataclasses: `__init__` methods, which CPython makes by compiling text. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeCall, NativeFunction } from '../native.ts';
import { functionPositional } from './call-arguments.ts';
import { bindParameters, type Parameter } from './function-signature.ts';

/** One field as the `__init__` sees it. `initOnly`: goes to __post_init__, not into the object. */
interface InitField extends Parameter {
  readonly takesPart: boolean;
  readonly initOnly: boolean;
  readonly hasFactory: boolean;
}

/**
 * `_make_init(class_name, rows, frozen)`: a method. Every row is (name, takes part in init, has default, default,
 * has factory, factory, keyword only, is InitVar).
 */
export const makeInit: NativeCall = (m, args, names) => {
  functionPositional(m, '_make_init', args, names, 3, 3);
  const [className, rows, frozen] = args;
  const fields: InitField[] = m.items(rows).map((row) => {
    const [name, takesPart, hasDefault, , hasFactory, , keywordOnly, initOnly] = m.items(row);
    return {
      name: m.strValue(name),
      takesPart: m.truth(takesPart),
      hasDefault: m.truth(hasDefault) || m.truth(hasFactory),
      hasFactory: m.truth(hasFactory),
      keywordOnly: m.truth(keywordOnly),
      initOnly: m.truth(initOnly),
    };
  });
  const functionName = `${m.strValue(className)}.__init__`;
  const isFrozen = m.truth(frozen);
  const call: NativeCall = (machine, given, givenNames) =>
    initialize(machine, functionName, fields, rows, isFrozen, given, givenNames);
  const body: NativeFunction = {
    name: '__init__',
    qualifiedName: functionName,
    call,
    module: null,
    isMethod: true,
  };
  // Behind its (absent) self the method owns the rows, and with them the defaults.
  m.heap.incref(rows);
  return m.object(Kind.BUILTIN, 'builtin_function_or_method', [0, rows], body);
};

const DEFAULT = 3;
const FACTORY = 5;

function initialize(
  m: Machine,
  functionName: string,
  fields: readonly InitField[],
  rows: number,
  isFrozen: boolean,
  args: readonly number[],
  names: readonly string[] | null,
): number {
  const taking = fields.filter((field) => field.takesPart);
  const parameters: Parameter[] = [{ name: 'self', hasDefault: false }, ...taking];
  const [self, ...given] = bindParameters(m, functionName, parameters, args, names);
  const initOnly: number[] = [];
  try {
    fields.forEach((field, i) => {
      const at = taking.indexOf(field);
      let value = at < 0 ? 0 : given[at];
      if (value !== 0) m.heap.incref(value);
      else {
        const row = m.items(m.items(rows)[i]);
        if (field.hasFactory) value = m.call(row[FACTORY], []);
        else if (field.takesPart) {
          value = row[DEFAULT];
          m.heap.incref(value);
        } else return;
      }
      if (field.initOnly) {
        initOnly.push(value);
        return;
      }
      try {
        if (isFrozen) setPastGuard(m, self, field.name, value);
        else m.setAttribute(self, field.name, value);
      } finally {
        m.heap.decref(value);
      }
    });
    if (m.special(self, '__post_init__') !== 0) {
      m.heap.decref(m.callMethod(self, '__post_init__', initOnly));
    }
  } finally {
    for (const value of initOnly) m.heap.decref(value);
  }
  return m.none;
}

/** object.__setattr__, which a frozen class has overridden. */
function setPastGuard(m: Machine, self: number, name: string, value: number): void {
  const setter = m.getAttribute(m.type('object'), '__setattr__');
  const key = m.intern(name);
  try {
    m.heap.decref(m.call(setter, [self, key, value]));
  } finally {
    m.heap.decref(key);
    m.heap.decref(setter);
  }
}
