/** Instructions of `match`. Source: CPython Python/ceval.c (match_keys, match_class). */
import { Kind } from '../heap/kinds.ts';
import { Op } from '../program/instructions.ts';
import type { Frame } from './frame.ts';
import type { PythonMachine } from './machine.ts';
import { isInstanceOf } from './modules/builtin-attributes.ts';
import { dropEntries, entryId, putEntry } from './value-stack.ts';

/** subject -- subject bool */
export function matchKind(m: PythonMachine, frame: Frame, op: number): void {
  const subject = entryId(m.stack[frame.sp - 1]);
  const kind = m.heap.kind[subject];
  const isNative =
    op === Op.MATCH_MAPPING
      ? kind === Kind.DICT || kind === Kind.MAPPING_PROXY
      : kind === Kind.LIST || kind === Kind.TUPLE || kind === Kind.RANGE || kind === Kind.DEQUE;
  const answer = isNative || isCollection(m, m.heap.typeOf[subject], op === Op.MATCH_MAPPING ? 'Mapping' : 'Sequence');
  putEntry(m, frame.sp++, m.bool(answer));
}

/** Whether a class or a base of it is that class of `collections.abc`, or was registered there. */
function isCollection(m: PythonMachine, type: number, name: 'Mapping' | 'Sequence'): boolean {
  return m
    .typeBody(type)
    .mro.map((base) => m.typeBody(base))
    .some((body) => body.registeredAs === name || (body.name === name && body.module === 'collections.abc'));
}

/** `match` takes the instances of a class for what those of `abstract` are. Built-in types stay what they are. */
export function registerCollection(m: PythonMachine, abstract: number, subclass: number): void {
  const body = m.typeBody(subclass);
  if (!body.isHeapType) return;
  if (isCollection(m, abstract, 'Mapping')) body.registeredAs = 'Mapping';
  else if (isCollection(m, abstract, 'Sequence')) body.registeredAs = 'Sequence';
}

/** subject keys -- subject keys values-or-None */
export function matchKeys(m: PythonMachine, frame: Frame): void {
  const subject = entryId(m.stack[frame.sp - 2]);
  const values: number[] = [];
  for (const key of m.items(entryId(m.stack[frame.sp - 1]))) {
    const value = m.catching('KeyError', () => m.callMethod(subject, 'get', [key, m.notImplemented]));
    if (value === undefined || value === m.notImplemented) {
      for (const id of values) m.heap.decref(id);
      putEntry(m, frame.sp++, m.none);
      return;
    }
    values.push(value);
  }
  putEntry(m, frame.sp++, m.tuple(values));
}

/** Types whose single positional pattern is the subject itself. */
const SELF_MATCHING = [
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
];

function complaintAboutClass(minor: number): string {
  if (minor >= 15) return 'class pattern must refer to a class';
  return `called match pattern must be a ${minor >= 12 ? 'class' : 'type'}`;
}

/** subject class names -- attributes-or-None */
export function matchClass(m: PythonMachine, frame: Frame, positional: number): void {
  const at = frame.sp - 3;
  const subject = entryId(m.stack[at]);
  const type = entryId(m.stack[at + 1]);
  const keywords = m.items(entryId(m.stack[at + 2])).map((name) => m.strValue(name));
  if (!m.isType(type)) m.raise('TypeError', complaintAboutClass(m.profile.versionInfo[1]));
  const result = isInstanceOf(m, subject, type) ? attributesOf(m, subject, type, positional, keywords) : null;
  dropEntries(m, at, frame.sp);
  frame.sp = at;
  putEntry(m, frame.sp++, result === null ? m.none : m.tupleFromArray(result));
}

function attributesOf(
  m: PythonMachine,
  subject: number,
  type: number,
  positional: number,
  keywords: readonly string[],
): number[] | null {
  const values: number[] = [];
  const names: string[] = [];
  if (positional > 0) {
    const matchArgs = m.findAttribute(type, '__match_args__');
    if (matchArgs !== 0) {
      names.push(...namesToMatch(m, type, matchArgs));
      m.heap.decref(matchArgs);
    } else if (SELF_MATCHING.some((name) => m.isSubtype(type, m.type(name)))) {
      if (positional > 1) complainAboutPatterns(m, type, 1, positional);
      m.heap.incref(subject);
      values.push(subject);
    }
    if (values.length === 0 && positional > names.length) complainAboutPatterns(m, type, names.length, positional);
    names.length = values.length === 0 ? positional : 0;
  }
  for (const [i, name] of [...names, ...keywords].entries()) {
    if ([...names, ...keywords].indexOf(name) < i) {
      for (const id of values) m.heap.decref(id);
      m.raise('TypeError', `${m.typeBody(type).name}() got multiple sub-patterns for attribute '${name}'`);
    }
    const value = m.findAttribute(subject, name);
    if (value === 0) {
      for (const id of values) m.heap.decref(id);
      return null;
    }
    values.push(value);
  }
  return values;
}

/** The names in `__match_args__`. */
function namesToMatch(m: PythonMachine, type: number, matchArgs: number): string[] {
  if (m.heap.kind[matchArgs] !== Kind.TUPLE) {
    m.raise('TypeError', `${m.typeBody(type).name}.__match_args__ must be a tuple (got ${m.typeName(matchArgs)})`);
  }
  return m.items(matchArgs).map((name) => {
    if (!m.isStr(name)) m.raise('TypeError', `__match_args__ elements must be strings (got ${m.typeName(name)})`);
    return m.strValue(name);
  });
}

function complainAboutPatterns(m: PythonMachine, type: number, allowed: number, given: number): never {
  const noun = allowed === 1 ? 'sub-pattern' : 'sub-patterns';
  m.raise('TypeError', `${m.typeBody(type).name}() accepts ${allowed} positional ${noun} (${given} given)`);
}
