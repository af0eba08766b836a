/** The module random: the Mersenne Twister, bit for bit. Source: CPython Lib/random.py, Modules/_randommodule.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeCall, NativeModule, TypeDeclaration } from '../native.ts';
import { newContainer } from '../types/allocation.ts';
import { asLibrary } from './library-object.ts';
import { randomMethods } from './random/methods.ts';
import { newRandomState, type RandomState, seed } from './random/random-state.ts';

const RANDOM_BYTES = 2568;

/** Body: RandomState. */
const randomType: TypeDeclaration = {
  name: 'Random',
  module: 'random',
  kind: Kind.RECORD,
  canBeBase: true,
  weaklyReferenceable: true,
  slots: {
    create: (m, type) => newContainer(m, Kind.RECORD, type, [], newRandomState(), RANDOM_BYTES),
    initialize(m, self, args, names) {
      const [value] = m.bindArguments('Random', args, names, ['x=']);
      seed(m, m.heap.body[self] as RandomState, value);
    },
  },
  methods: Object.fromEntries(
    Object.entries(randomMethods).map(([name, method]): [string, NativeCall] => [
      name,
      (m, args, names) => method(m, m.heap.body[args[0]] as RandomState, args.slice(1), names),
    ]),
  ),
};

/** The functions of the module: methods of one hidden instance. */
function functions(m: Machine): Record<string, number> {
  const state = newRandomState();
  const made: Record<string, number> = {};
  for (const [name, method] of Object.entries(randomMethods)) {
    made[name] = m.function_(name, (machine, args, names) => method(machine, state, args, names));
  }
  return made;
}

export const randomModule: NativeModule = {
  name: 'random',
  types: [randomType],
  attributes: (m) =>
    asLibrary(m, () => {
      const type = m.type('random.Random');
      m.heap.incref(type);
      return { ...functions(m), Random: type };
    }),
};
