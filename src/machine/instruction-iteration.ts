/** Instructions that iterate: getting iterators, `yield from`, generators entered without native code in between. */
import { Kind } from '../heap/kinds.ts';
import { Op } from '../program/instructions.ts';
import type { Frame } from './frame.ts';
import { type GeneratorBody, pushSent, resume } from './generators.ts';
import type { PythonMachine } from './machine.ts';
import * as protocols from './protocols.ts';
import { PythonError } from './python-error.ts';
import { ExceptionSlot } from './raising.ts';
import { dropEntry, entryId, putEntry, takeEntry } from './value-stack.ts';

export function getIterator(m: PythonMachine, frame: Frame): void {
  if (!m.profile.allocatesSequenceIterators && iteratesInPlace(m, entryId(m.stack[frame.sp - 1]))) {
    m.positions[frame.sp - 1] = 0;
    return;
  }
  const iterator = protocols.iterate(m, entryId(m.stack[frame.sp - 1]));
  dropEntry(m, frame.sp - 1);
  putEntry(m, frame.sp - 1, iterator);
}

/** 3.15: `for` over these needs no iterator; the position is kept beside the stack (CPython: on it, as a tagged int). */
function iteratesInPlace(m: PythonMachine, id: number): boolean {
  const type = m.heap.typeOf[id];
  return type === m.listType || type === m.tupleType || type === m.strType;
}

/** FOR_ITER over something that has no `next`: such a sequence at `at` of the stack; owned, 0 at its end. */
export function nextWithoutIterator(m: PythonMachine, at: number, id: number): number {
  if (!iteratesInPlace(m, id)) return protocols.next(m, id);
  const position = m.positions[at];
  if (m.heap.typeOf[id] === m.strType) {
    const code = m.strValue(id).codePointAt(position);
    if (code === undefined) return 0;
    const character = String.fromCodePoint(code);
    m.positions[at] = position + character.length;
    return m.str(character);
  }
  const items = m.heap.slots[id]!;
  if (position >= items.length) return 0;
  m.positions[at] = position + 1;
  m.heap.incref(items[position]);
  return items[position];
}

export function getYieldFromIterator(m: PythonMachine, frame: Frame): void {
  if (m.heap.kind[entryId(m.stack[frame.sp - 1])] !== Kind.GENERATOR) getIterator(m, frame);
}

/**
 * The frame of a generator becomes the innermost one, to be continued by the loop; its function lies at `at`. False when
 * it has finished already. `value` is what `yield` evaluates to, borrowed.
 */
export function enterGenerator(m: PythonMachine, generator: number, at: number, value: number): boolean {
  const body = m.heap.body[generator] as GeneratorBody;
  if (body.state === 'running') m.raise('ValueError', 'generator already executing');
  if (body.state === 'closed') return false;
  const started = body.state === 'suspended';
  const frame = resume(m, generator, at, 0);
  m.heap.incref(value);
  pushSent(m, frame, value, started);
  return true;
}

/** FOR_ITER at its end: the iterator goes; returns the new height of the stack. */
export function dropExhausted(m: PythonMachine, frame: Frame): number {
  dropEntry(m, --frame.sp);
  return frame.sp;
}

/** A generator's frame that was entered by FOR_ITER or SEND has returned `result` (owned). */
export function finishGenerator(m: PythonMachine, caller: Frame, at: number, result: number): void {
  const code = caller.code.instructions;
  caller.sp = at;
  if (code[2 * caller.pc] === Op.FOR_ITER) {
    m.heap.decref(result);
    dropExhausted(m, caller);
  } else putEntry(m, caller.sp++, result);
  caller.pc = code[2 * caller.pc + 1];
}

export const Sent = { ENTERED: 0, YIELDED: 1, RETURNED: 2 } as const;

function nextOfReceiver(m: PythonMachine, at: number, receiver: number): number {
  return m.profile.allocatesSequenceIterators ? protocols.next(m, receiver) : nextWithoutIterator(m, at, receiver);
}

/** SEND: receiver value -- receiver result. */
export function send(m: PythonMachine, frame: Frame): number {
  const heap = m.heap;
  const receiver = entryId(m.stack[frame.sp - 2]);
  const value = entryId(m.stack[frame.sp - 1]);
  if (heap.kind[receiver] === Kind.GENERATOR) {
    const body = heap.body[receiver] as GeneratorBody;
    if (body.state !== 'closed') {
      if (body.state === 'created' && value !== m.none) {
        m.raise('TypeError', "can't send non-None value to a just-started generator");
      }
      const sent = takeEntry(m, --frame.sp);
      enterGenerator(m, receiver, frame.sp, sent);
      heap.decref(sent);
      return Sent.ENTERED;
    }
    dropEntry(m, frame.sp - 1);
    putEntry(m, frame.sp - 1, m.none);
    return Sent.RETURNED;
  }
  let result = 0;
  let returned = m.none;
  try {
    if (value === m.none) {
      const next = m.bodyOfType(receiver).slots.next;
      if (next !== undefined && m.isHeapType(heap.typeOf[receiver])) {
        const method = m.special(receiver, '__next__');
        result = m.call(method, [receiver]);
      } else result = nextOfReceiver(m, frame.sp - 2, receiver);
    } else result = m.callMethod(receiver, 'send', [value]);
  } catch (error) {
    if (!(error instanceof PythonError) || !m.isInstance(error.exception, m.type('StopIteration'))) throw error;
    returned = valueOfStopIteration(m, error.exception);
  }
  dropEntry(m, frame.sp - 1);
  putEntry(m, frame.sp - 1, result === 0 ? returned : result);
  return result === 0 ? Sent.RETURNED : Sent.YIELDED;
}

/** The value that a StopIteration (stolen) carries, owned. */
export function valueOfStopIteration(m: PythonMachine, exception: number): number {
  const args = m.items(m.heap.slots[exception]![ExceptionSlot.ARGS]);
  const value = args.length > 0 ? args[0] : m.none;
  m.heap.incref(value);
  m.heap.decref(exception);
  return value;
}
