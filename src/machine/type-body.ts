/**
 * What a TYPE object holds besides references: its name, the layout of its instances, its slots and its caches.
 */
import { Kind, type KindNumber } from '../heap/kinds.ts';
import type { TypeSlots } from './native.ts';

/** Slots of a TYPE object, in the order in which CPython's type_traverse visits them. */
export const TypeSlot = { DICT: 0, MRO: 1, BASES: 2, BASE: 3 } as const;

/** CPython's SHARED_KEYS_MAX_SIZE: how many attribute names the instances of a class can share. */
export const SHARED_KEYS = 30;

/** All slots as fields, so that every type's slots have one shape. */
export class ResolvedSlots implements TypeSlots {
  create: TypeSlots['create'] = undefined;
  initialize: TypeSlots['initialize'] = undefined;
  repr: TypeSlots['repr'] = undefined;
  str: TypeSlots['str'] = undefined;
  format: TypeSlots['format'] = undefined;
  hash: TypeSlots['hash'] = undefined;
  call: TypeSlots['call'] = undefined;
  iterate: TypeSlots['iterate'] = undefined;
  next: TypeSlots['next'] = undefined;
  length: TypeSlots['length'] = undefined;
  truth: TypeSlots['truth'] = undefined;
  getItem: TypeSlots['getItem'] = undefined;
  setItem: TypeSlots['setItem'] = undefined;
  contains: TypeSlots['contains'] = undefined;
  compare: TypeSlots['compare'] = undefined;
  binary: TypeSlots['binary'] = undefined;
  inplace: TypeSlots['inplace'] = undefined;
  negative: TypeSlots['negative'] = undefined;
  positive: TypeSlots['positive'] = undefined;
  invert: TypeSlots['invert'] = undefined;
  absolute: TypeSlots['absolute'] = undefined;
  index: TypeSlots['index'] = undefined;
  getAttribute: TypeSlots['getAttribute'] = undefined;
  setAttribute: TypeSlots['setAttribute'] = undefined;
  descriptorGet: TypeSlots['descriptorGet'] = undefined;
  descriptorSet: TypeSlots['descriptorSet'] = undefined;
}

export class TypeBody {
  name: string;
  qualifiedName: string;
  module: string;
  /** Layout of the instances. */
  readonly kind: KindNumber;
  readonly isHeapType: boolean;
  /** The slots that the type itself was declared with; null for classes written in Python. */
  readonly declared: TypeSlots | null;
  /** The slots in force: own, from special methods, inherited. */
  slots = new ResolvedSlots();
  /** Number that no other state of any type has: inline caches remember it. */
  version = 0;
  /** Calling the type makes a tuple of the arguments; see argument-tuples.ts. */
  takesTuple: boolean;
  /** Borrowed; the TYPE object's slots own them. */
  base = 0;
  mro: readonly number[] = [];
  /** Result of a lookup along the MRO by name, borrowed, 0 = no such attribute. Emptied when the type changes. */
  readonly lookups = new Map<string, number>();
  /** Direct subclasses that are alive, oldest first. Borrowed. */
  readonly subclasses: number[] = [];
  /**
   * The weak references that a class keeps to its subclasses: a dict, owned. The collector never visits it, as in
   * CPython's type_traverse; so it looks as if referenced from outside.
   */
  registry = 0;
  /** A built-in type that has subclasses in any interpreter: its registry is older than the program, and stays. */
  keepsRegistry = false;
  /** The tuple of own `__slots__` names, owned and not visited either. */
  slotTuple = 0;

  /** Names of the fixed slots of an instance (`__slots__` of the class and its bases), at the front of its slots. */
  slotNames: readonly string[] = [];
  /** Names of the inline attributes, which follow the fixed slots, in the order in which the class met them. */
  readonly sharedNames: string[] = [];
  readonly sharedIndex = new Map<string, number>();
  /** How many more names can be shared (dk_usable of CPython's ht_cached_keys); 0 from the start: nothing lies inline. */
  keyBudget = SHARED_KEYS;
  /** Whether instances have a `__dict__`. */
  hasDict = false;
  /** The attributes of an instance that is a list, a str ... lie in it, too, until somebody asks for its `__dict__` (3.14). */
  hasInlineValues = false;
  weaklyReferenceable = false;
  /** Which of them `match` takes instances for, where the class was registered there (Py_TPFLAGS_MAPPING and _SEQUENCE). */
  registeredAs: 'Mapping' | 'Sequence' | null = null;
  canBeBase = true;
  hasFinalizer = false;
  /** Bytes of a fresh instance. */
  instanceBytes = 0;
  /** Of these, what classes have added to the native type's: `__slots__`, pointers to dict and weak references. */
  addedBytes = 0;
  /** Of these, what lies in front of the object: 16 where its class has given it a dict or weak references (3.11: a dict). */
  preHeaderBytes = 0;
  /** The class keeps the keys that its instances share. */
  sharesKeys = false;
  doc: string | null = null;

  constructor(name: string, module: string, kind: KindNumber, isHeapType: boolean, declared: TypeSlots | null) {
    this.name = name;
    this.qualifiedName = name;
    this.module = module;
    this.kind = kind;
    this.isHeapType = isHeapType;
    this.takesTuple = isHeapType && kind !== Kind.EXCEPTION && kind !== Kind.TYPE;
    this.declared = declared;
  }
}
