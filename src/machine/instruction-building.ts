/** Instructions that build, take apart and test values. */
import { Kind } from '../heap/kinds.ts';
import { Op } from '../program/instructions.ts';
import type { Frame } from './frame.ts';
import type { PythonMachine } from './machine.ts';
import * as protocols from './protocols.ts';
import { updateFromCall } from './types/dict.ts';
import { setUpdate as setUpdateFrom } from './types/set-operations.ts';
import { throughBoundMethod } from './argument-tuples.ts';
import { withHiddenContainer } from './hidden-containers.ts';
import { PythonError } from './python-error.ts';
import { dictReserve } from './types/dict-table.ts';
import { listAppend as listAppendItem } from './types/list-items.ts';
import { setAdd as setAddElement } from './types/set-table.ts';
import { dropEntries, dropEntry, entryId, putEntry, putNewEntry, takeEntry } from './value-stack.ts';

export function pushNew(m: PythonMachine, frame: Frame, id: number): void {
  putNewEntry(m, frame.sp++, id);
}

/** GET_LEN: obj -- obj len */
export function pushLength(m: PythonMachine, frame: Frame): void {
  const length = m.int(protocols.length(m, entryId(m.stack[frame.sp - 1])));
  putEntry(m, frame.sp++, length);
}

/** Exchanges the top with the entry `arg` places down; the journal sees what is popped and pushed again. */
export function swap(m: PythonMachine, sp: number, arg: number): void {
  const { stack } = m;
  const low = sp - arg;
  const top = stack[sp - 1];
  const bottom = stack[low];
  const position = m.positions[low];
  m.positions[low] = m.positions[sp - 1];
  m.positions[sp - 1] = position;
  const isNode = (entry: number): boolean => entry > 0 && m.heap.isNode(entry);
  let nodes = 0;
  for (let at = low; at < sp; at++) if (isNode(stack[at])) nodes++;
  if (nodes < 2 || !(isNode(top) || isNode(bottom))) {
    stack[low] = top;
    stack[sp - 1] = bottom;
    return;
  }
  const entries: number[] = [];
  for (let at = sp - 1; at >= low; at--) {
    const entry = stack[at];
    entries.push(entry);
    if (entry > 0) takeEntry(m, at);
  }
  entries.reverse();
  entries[0] = top;
  entries[entries.length - 1] = bottom;
  entries.forEach((entry, i) => {
    if (entry > 0) putEntry(m, low + i, entry);
    else stack[low + i] = entry;
  });
}

/** Takes `count` entries off the stack; the references are the caller's, first to last. */
function takeMany(m: PythonMachine, frame: Frame, count: number): number[] {
  const taken: number[] = new Array(count);
  for (let i = count - 1; i >= 0; i--) taken[i] = takeEntry(m, --frame.sp);
  return taken;
}

export function buildTuple(m: PythonMachine, frame: Frame, count: number): void {
  const tuple = m.tupleFromArray(takeMany(m, frame, count));
  putEntry(m, frame.sp++, tuple);
}

export function buildList(m: PythonMachine, frame: Frame, count: number): void {
  const list = m.list(count === 0 ? [] : takeMany(m, frame, count));
  putEntry(m, frame.sp++, list);
}

export function buildSet(m: PythonMachine, frame: Frame, count: number): void {
  const items: number[] = [];
  for (let at = frame.sp - count; at < frame.sp; at++) items.push(entryId(m.stack[at]));
  const set = m.set(items);
  dropEntries(m, frame.sp - count, frame.sp);
  frame.sp -= count;
  putEntry(m, frame.sp++, set);
}

export function buildMap(m: PythonMachine, frame: Frame, pairs: number): void {
  const dict = m.dict();
  const first = frame.sp - 2 * pairs;
  try {
    if (pairs > 5) dictReserve(m.heap, dict, pairs, !m.isStr(entryId(m.stack[first])));
    for (let at = first; at < frame.sp; at += 2) {
      m.dictSet(dict, entryId(m.stack[at]), entryId(m.stack[at + 1]));
    }
  } catch (error) {
    if (error instanceof PythonError) m.heap.decref(dict);
    throw error;
  }
  dropEntries(m, first, frame.sp);
  frame.sp = first;
  putEntry(m, frame.sp++, dict);
}

export function buildString(m: PythonMachine, frame: Frame, count: number): void {
  let text = '';
  for (let at = frame.sp - count; at < frame.sp; at++) text += m.heap.body[entryId(m.stack[at])] as string;
  const result = m.str(text);
  dropEntries(m, frame.sp - count, frame.sp);
  frame.sp -= count;
  putEntry(m, frame.sp++, result);
}

export function isSame(m: PythonMachine, frame: Frame, inverted: number): void {
  const same = entryId(m.stack[frame.sp - 1]) === entryId(m.stack[frame.sp - 2]);
  dropEntries(m, frame.sp - 2, frame.sp);
  frame.sp -= 2;
  putEntry(m, frame.sp++, m.bool(same !== (inverted === 1)));
}

export function contains(m: PythonMachine, frame: Frame, inverted: number): void {
  const found = protocols.contains(m, entryId(m.stack[frame.sp - 1]), entryId(m.stack[frame.sp - 2]));
  dropEntries(m, frame.sp - 2, frame.sp);
  frame.sp -= 2;
  putEntry(m, frame.sp++, m.bool(found !== (inverted === 1)));
}

export function unary(m: PythonMachine, frame: Frame, op: number): void {
  const operand = entryId(m.stack[frame.sp - 1]);
  let result: number;
  if (op === Op.UNARY_NOT) result = m.bool(!protocols.truth(m, operand));
  else {
    const slots = m.bodyOfType(operand).slots;
    const [slot, sign] =
      op === Op.UNARY_NEGATIVE
        ? [slots.negative, '-']
        : op === Op.UNARY_POSITIVE
          ? [slots.positive, '+']
          : [slots.invert, '~'];
    if (slot === undefined) m.raise('TypeError', `bad operand type for unary ${sign}: '${m.shownTypeName(operand)}'`);
    result = slot(m, operand);
  }
  dropEntry(m, --frame.sp);
  putEntry(m, frame.sp++, result);
}

// ------------------------------------------------------------------------------------------------ comprehensions, displays

export function listAppend(m: PythonMachine, frame: Frame, depth: number): void {
  const list = entryId(m.stack[frame.sp - 1 - depth]);
  const value = takeEntry(m, --frame.sp);
  listAppendItem(m, list, value);
}

export function setAdd(m: PythonMachine, frame: Frame, depth: number): void {
  const set = entryId(m.stack[frame.sp - 1 - depth]);
  setAddElement(m, set, entryId(m.stack[frame.sp - 1]));
  dropEntry(m, --frame.sp);
}

export function mapAdd(m: PythonMachine, frame: Frame, depth: number): void {
  const dict = entryId(m.stack[frame.sp - 2 - depth]);
  m.dictSet(dict, entryId(m.stack[frame.sp - 2]), entryId(m.stack[frame.sp - 1]));
  dropEntries(m, frame.sp - 2, frame.sp);
  frame.sp -= 2;
}

export function listExtend(m: PythonMachine, frame: Frame, depth: number): void {
  const list = entryId(m.stack[frame.sp - 1 - depth]);
  const iterable = entryId(m.stack[frame.sp - 1]);
  const slots = m.bodyOfType(iterable).slots;
  if (slots.iterate === undefined && slots.getItem === undefined) {
    m.raise('TypeError', `Value after * must be an iterable, not ${m.typeName(iterable)}`);
  }
  m.heap.decref(m.callMethod(list, 'extend', [iterable]));
  dropEntry(m, --frame.sp);
}

export function setUpdate(m: PythonMachine, frame: Frame, depth: number): void {
  const set = entryId(m.stack[frame.sp - 1 - depth]);
  setUpdateFrom(m, set, entryId(m.stack[frame.sp - 1]));
  dropEntry(m, --frame.sp);
}

export function dictUpdate(m: PythonMachine, frame: Frame, depth: number): void {
  const dict = entryId(m.stack[frame.sp - 1 - depth]);
  const mapping = entryId(m.stack[frame.sp - 1]);
  if (m.special(mapping, 'keys') === 0) m.raise('TypeError', `'${m.shownTypeName(mapping)}' object is not a mapping`);
  updateFromCall(m, 'update', dict, [mapping], null);
  dropEntry(m, --frame.sp);
}

export function dictMerge(m: PythonMachine, frame: Frame, depth: number): void {
  const dict = entryId(m.stack[frame.sp - 1 - depth]);
  const mapping = entryId(m.stack[frame.sp - 1]);
  const callable = entryId(m.stack[frame.sp - 4 - depth]);
  const name = (): string => calledName(m, callable);
  if (m.special(mapping, 'keys') === 0) {
    const where = m.profile.versionInfo[1] >= 15 ? 'Value' : `${name()} argument`;
    m.raise('TypeError', `${where} after ** must be a mapping, not ${m.typeName(mapping)}`);
  }
  const keys = m.callMethod(mapping, 'keys', []);
  try {
    m.forEach(keys, (key) => {
      if (m.dictGet(dict, key) !== 0) {
        m.raise('TypeError', `${name()} got multiple values for keyword argument '${m.toStr(key)}'`);
      }
      const value = m.getItem(mapping, key);
      m.dictSet(dict, key, value);
      m.heap.decref(value);
    });
  } finally {
    m.heap.decref(keys);
  }
  dropEntry(m, --frame.sp);
}

/** `main.f()`, as complaints about a call name the callable (_PyObject_FunctionStr). */
export function calledName(m: PythonMachine, callable: number): string {
  const qualified = m.findAttribute(callable, '__qualname__');
  if (qualified === 0) return m.toStr(callable);
  const module = m.findAttribute(callable, '__module__');
  const prefix = module !== 0 && m.isStr(module) && m.strValue(module) !== 'builtins' ? `${m.strValue(module)}.` : '';
  const text = `${prefix}${m.toStr(qualified)}()`;
  m.heap.decref(qualified);
  if (module !== 0) m.heap.decref(module);
  return text;
}

export function listToTuple(m: PythonMachine, frame: Frame): void {
  const list = entryId(m.stack[frame.sp - 1]);
  const items = [...m.items(list)];
  for (const item of items) m.heap.incref(item);
  const tuple = m.tupleFromArray(items);
  dropEntry(m, --frame.sp);
  putEntry(m, frame.sp++, tuple);
}

// ------------------------------------------------------------------------------------------------ unpacking

export function unpackSequence(m: PythonMachine, frame: Frame, count: number): void {
  const heap = m.heap;
  const sequence = entryId(m.stack[frame.sp - 1]);
  const type = heap.typeOf[sequence];
  let items: number[];
  if (type === m.tupleType || type === m.listType) {
    // The first time, not yet specialised, CPython unpacks through an iterator.
    if (frame.code.cacheVersion[frame.pc] === 0) {
      frame.code.cacheVersion[frame.pc] = 1;
      withHiddenContainer(m, Kind.ITERATOR, null, () => undefined);
    }
    items = [...heap.slots[sequence]!];
    if (items.length !== count) complainAboutCount(m, items.length, count, type);
    for (const item of items) heap.incref(item);
  } else items = takeItems(m, sequence, count);
  dropEntry(m, --frame.sp);
  for (let i = count - 1; i >= 0; i--) putEntry(m, frame.sp++, items[i]);
}

function complainAboutCount(m: PythonMachine, given: number, count: number, type: number): never {
  if (given < count) {
    m.raise('ValueError', `not enough values to unpack (expected ${count}, got ${given})`);
  }
  const known = m.profile.versionInfo[1] >= 14 && type !== 0 ? `, got ${given}` : '';
  m.raise('ValueError', `too many values to unpack (expected ${count}${known})`);
}

/** Exactly `count` items of an iterable, owned. */
function takeItems(m: PythonMachine, iterable: number, count: number): number[] {
  const slots = m.bodyOfType(iterable).slots;
  if (slots.iterate === undefined && slots.getItem === undefined) {
    m.raise('TypeError', `cannot unpack non-iterable ${m.typeName(iterable)} object`);
  }
  const iterator = m.iterate(iterable);
  const items: number[] = [];
  try {
    for (let item = m.next(iterator); item !== 0; item = m.next(iterator)) {
      items.push(item);
      if (items.length > count) complainAboutCount(m, items.length, count, 0);
    }
    if (items.length < count) complainAboutCount(m, items.length, count, 0);
  } catch (error) {
    if (error instanceof PythonError) for (const item of items) m.heap.decref(item);
    throw error;
  } finally {
    m.heap.decref(iterator);
  }
  return items;
}

export function unpackWithStar(m: PythonMachine, frame: Frame, arg: number): void {
  const before = arg & 0xff;
  const after = arg >> 8;
  const sequence = entryId(m.stack[frame.sp - 1]);
  const slots = m.bodyOfType(sequence).slots;
  if (slots.iterate === undefined && slots.getItem === undefined) {
    m.raise('TypeError', `cannot unpack non-iterable ${m.typeName(sequence)} object`);
  }
  // The rest is a list made from an explicit iterator, even where `for` needs none.
  const iterator = m.profile.allocatesSequenceIterators ? 0 : m.iterate(sequence);
  const items = iterator === 0 ? m.collect(sequence) : throughBoundMethod(m, iterator, () => m.collect(iterator));
  if (iterator !== 0) m.heap.decref(iterator);
  if (items.length < before + after) {
    const given = items.length;
    for (const item of items) m.heap.decref(item);
    m.raise('ValueError', `not enough values to unpack (expected at least ${before + after}, got ${given})`);
  }
  const rest = items.splice(before, items.length - before - after);
  const list = m.list(rest);
  dropEntry(m, --frame.sp);
  for (let i = items.length - 1; i >= before; i--) putEntry(m, frame.sp++, items[i]);
  putEntry(m, frame.sp++, list);
  for (let i = before - 1; i >= 0; i--) putEntry(m, frame.sp++, items[i]);
}

// ------------------------------------------------------------------------------------------------ f-strings

export function formatSimple(m: PythonMachine, frame: Frame): void {
  const id = entryId(m.stack[frame.sp - 1]);
  if (m.heap.typeOf[id] === m.strType) return;
  const text = m.str(protocols.format(m, id, ''));
  dropEntry(m, --frame.sp);
  putEntry(m, frame.sp++, text);
}

export function formatWithSpec(m: PythonMachine, frame: Frame): void {
  const spec = m.strValue(entryId(m.stack[frame.sp - 1]));
  const text = m.str(protocols.format(m, entryId(m.stack[frame.sp - 2]), spec));
  dropEntries(m, frame.sp - 2, frame.sp);
  frame.sp -= 2;
  putEntry(m, frame.sp++, text);
}

export function convertValue(m: PythonMachine, frame: Frame, how: number): void {
  const id = entryId(m.stack[frame.sp - 1]);
  const text = how === 1 ? m.toStr(id) : m.repr(id);
  const result = m.str(how === 3 ? asciiOnly(text) : text);
  dropEntry(m, --frame.sp);
  putEntry(m, frame.sp++, result);
}

function asciiOnly(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) result += character;
    else if (code < 0x100) result += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return result;
}
