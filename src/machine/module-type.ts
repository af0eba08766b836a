/** The type module. Source: CPython Objects/moduleobject.c. */
import { Kind } from '../heap/kinds.ts';
import { annotationsBy } from './annotations.ts';
import { lookUp, bind, isDataDescriptor } from './attributes.ts';
import { madeDeferredNames, newModule, partOfPackage } from './imports.ts';
import type { PythonMachine } from './machine.ts';
import type { TypeDeclaration } from './native.ts';
import { raiseAttributeError } from './raising.ts';
import { dictLookupName, dictRemoveName } from './types/dict-table.ts';

/** Those of a module that has none yet: made by its `__annotate__`, or none. */
function annotationsOf(m: PythonMachine, dict: number): number {
  const annotate = dictLookupName(m.heap, dict, '__annotate__');
  const annotations = annotate === 0 || annotate === m.none ? m.dict() : annotationsBy(m, annotate);
  m.dictSetName(dict, '__annotations__', annotations);
  return annotations;
}

export const moduleType: TypeDeclaration = {
  name: 'module',
  kind: Kind.MODULE,
  canBeBase: true,
  weaklyReferenceable: true,
  slots: {
    create(machine, _type, args) {
      const m = machine as PythonMachine;
      if (args.length === 0) m.raise('TypeError', "module() missing required argument 'name' (pos 1)");
      const [name, doc] = args;
      if (!m.isStr(name)) m.raise('TypeError', `module() argument 'name' must be str, not ${m.typeName(name)}`);
      return newModule(m, m.strValue(name), m.dict(), doc);
    },
    initialize() {},
    repr(machine, self) {
      const m = machine as PythonMachine;
      const name = m.dictGetName(m.heap.slots[self]![0], '__name__');
      const shown = name === 0 ? '?' : m.strValue(name);
      return `<module '${shown}'${m.dictGetName(m.modules, shown) === self ? ' (built-in)' : ''}>`;
    },
    getAttribute(machine, self, name) {
      const m = machine as PythonMachine;
      const dict = m.heap.slots[self]![0];
      if (name === '__dict__') {
        madeDeferredNames(m, self, name);
        m.heap.incref(dict);
        return dict;
      }
      const type = m.heap.typeOf[self];
      const descriptor = lookUp(m, type, name);
      if (descriptor !== 0 && isDataDescriptor(m, descriptor)) return bind(m, descriptor, self, type);
      let value = dictLookupName(m.heap, dict, name);
      if (value === 0 && madeDeferredNames(m, self, name)) value = dictLookupName(m.heap, dict, name);
      if (value !== 0) {
        m.heap.incref(value);
        return value;
      }
      if (descriptor !== 0) return bind(m, descriptor, self, type);
      if (name === '__annotations__') return annotationsOf(m, dict);
      const own = dictLookupName(m.heap, dict, '__name__');
      const part = own !== 0 && m.isStr(own) ? partOfPackage(m, m.strValue(own), name) : 0;
      if (part !== 0) return part;
      const title = own !== 0 && m.isStr(own) ? ` '${m.strValue(own)}'` : '';
      raiseAttributeError(m, self, name, `module${title} has no attribute '${name}'`);
    },
    setAttribute(machine, self, name, value) {
      const m = machine as PythonMachine;
      const dict = m.heap.slots[self]![0];
      if (value !== 0) m.dictSetName(dict, name, value);
      else if (!dictRemoveName(m.heap, dict, name)) {
        raiseAttributeError(m, self, name, `module has no attribute '${name}'`);
      }
    },
  },
};
