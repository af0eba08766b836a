/** The native parts of collections.namedtuple: field descriptors and the constructor. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeCall, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { throughNewTuples } from '../argument-tuples.ts';
import { functionPositional } from './call-arguments.ts';
import { bindParameters, type Parameter } from './function-signature.ts';

const GETTER_BYTES = 48;

/** Reads one item of a tuple by the name of a field. Slots: [doc]; body: index. */
export const tupleGetterType: TypeDeclaration = {
  name: '_tuplegetter',
  module: 'collections',
  kind: Kind.DESCRIPTOR,
  slots: {
    create(m, type, args, names) {
      functionPositional(m, '_tuplegetter', args, names, 2, 2);
      m.heap.incref(args[1]);
      const index = m.indexNumber(args[0]);
      return newContainer(m, Kind.DESCRIPTOR, type, [args[1]], index, GETTER_BYTES);
    },
    descriptorGet(m, self, instance) {
      if (instance === 0 || instance === m.none) {
        m.heap.incref(self);
        return self;
      }
      const item = m.heap.slots[instance]![m.heap.body[self] as number];
      m.heap.incref(item);
      return item;
    },
    descriptorSet(m, _self, _instance, value) {
      m.raise('AttributeError', value === 0 ? "can't delete attribute" : "can't set attribute");
    },
  },
  properties: {
    __doc__: {
      get(m, self) {
        const doc = m.heap.slots[self]![0];
        m.heap.incref(doc);
        return doc;
      },
    },
  },
};

/** `_tuple_maker(typename, fields, defaults)`: a `__new__` for tuples with named fields. */
export const tupleMaker: NativeCall = (m, args, names) => {
  functionPositional(m, '_tuple_maker', args, names, 3, 3);
  const [typename, fields, defaults] = args;
  const fieldNames = m.items(fields).map((id) => m.strValue(id));
  const values = m.items(defaults);
  const firstDefault = fieldNames.length - values.length;
  const parameters: Parameter[] = [
    { name: '_cls', hasDefault: false },
    ...fieldNames.map((name, i) => ({ name, hasDefault: i >= firstDefault })),
  ];
  const functionName = `${m.strValue(typename)}.__new__`;
  const make: NativeCall = (machine, given, givenNames) => {
    const bound = bindParameters(machine, functionName, parameters, given, givenNames);
    // A Python function in CPython: it makes a tuple of the values and passes that to tuple.__new__.
    return throughNewTuples(machine, bound, () => instance(machine, bound, values, firstDefault));
  };
  const made = m.function_('__new__', make);
  // The function owns the defaults, behind its (absent) self.
  m.heap.incref(defaults);
  m.heap.appendSlot(made, defaults);
  return made;
};

function instance(m: Machine, bound: readonly number[], defaults: readonly number[], firstDefault: number): number {
  const [type, ...items] = bound.map((id, i) => (id === 0 ? defaults[i - 1 - firstDefault] : id));
  for (const item of items) m.heap.incref(item);
  const bytes = m.profile.sizes.tupleBase + 8 * items.length;
  return newContainer(m, Kind.TUPLE, type, items, null, bytes);
}
