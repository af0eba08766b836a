/**
 * What part the objects of a kind play in the picture. By the kind's name, because a layout knows objects by kind only.
 */
export const Role = {
  /** No object. */
  NONE: 0,
  /** Data: always a node. */
  DATA: 1,
  /** Data that becomes part of its owner when containers are folded. */
  CONTAINER: 2,
  /** As CONTAINER, but a part of the machinery when machinery owns it (the dict of a class, a function's defaults). */
  HUMBLE_CONTAINER: 3,
  /** A weak reference: a dashed line rather than a node, wherever something owns it. */
  WEAK_LINK: 4,
  /** Shown when data hangs on it (a closure, a kept frame) or when data owns it (a stored callback). */
  CARRIER: 5,
  /** As CARRIER, and folded as a container is (cells). */
  CARRIER_CONTAINER: 6,
  /** Machinery: shown on request only. */
  INTERNAL: 7,
} as const;

const roleOfName: Readonly<Record<string, number>> = {
  object: Role.DATA,
  bytearray: Role.DATA,
  derived_int: Role.DATA,
  derived_float: Role.DATA,
  derived_complex: Role.DATA,
  derived_str: Role.DATA,
  derived_bytes: Role.DATA,
  derived_bytearray: Role.DATA,
  instance: Role.DATA,
  generator: Role.DATA,
  exception: Role.DATA,
  partial: Role.DATA,
  record: Role.DATA,
  list: Role.CONTAINER,
  set: Role.CONTAINER,
  frozenset: Role.CONTAINER,
  deque: Role.CONTAINER,
  tuple: Role.HUMBLE_CONTAINER,
  dict: Role.HUMBLE_CONTAINER,
  weakref: Role.WEAK_LINK,
  weakproxy: Role.WEAK_LINK,
  cell: Role.CARRIER_CONTAINER,
  function: Role.CARRIER,
  method: Role.CARRIER,
  builtin: Role.CARRIER,
  frame: Role.CARRIER,
  traceback: Role.CARRIER,
  iterator: Role.CARRIER,
  lazy_iterator: Role.CARRIER,
  slice: Role.CARRIER,
};

/** Kinds into which the containers they own are folded. */
const folding: readonly string[] = [
  'instance',
  'function',
  'exception',
  'partial',
  'record',
  ...Object.keys(roleOfName).filter((name) => name.startsWith('derived_')),
];

/** `Role` by kind code. Kinds without a role here (types, modules, code, ranges ...) are INTERNAL. */
export function rolesOf(kindNames: readonly string[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, kind) =>
    kind === 0 ? Role.NONE : (roleOfName[kindNames[kind] ?? ''] ?? Role.INTERNAL),
  );
}

/** 1 by kind code where containers are folded into their owner. */
export function foldersOf(kindNames: readonly string[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, kind) => (folding.includes(kindNames[kind] ?? '') ? 1 : 0));
}
