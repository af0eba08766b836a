/** Iterators over str, character by character. Source: CPython Objects/unicodeobject.c (unicodeiter_next). */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { codePointLength } from '../text/code-points.ts';
import { newContainer } from './allocation.ts';
import { exhaust, itself } from './sequence-iterator.ts';

const ITERATOR_BYTES = 48;

/** Slots: [the str]; body: the next index in UTF-16 units. `text` is borrowed. */
export function newStrIterator(m: Machine, text: number): number {
  m.heap.incref(text);
  const isAscii = /^[\0-\x7f]*$/.test(m.strValue(text));
  const type = m.type(isAscii ? 'str_ascii_iterator' : 'str_iterator');
  return newContainer(m, Kind.ITERATOR, type, [text], 0, ITERATOR_BYTES);
}

function next(m: Machine, self: number): number {
  const sequence = m.heap.slots[self]![0];
  if (sequence === 0) return 0;
  const text = m.strValue(sequence);
  const at = m.heap.body[self] as number;
  if (at >= text.length) return exhaust(m, self);
  const character = String.fromCodePoint(text.codePointAt(at)!);
  m.heap.body[self] = at + character.length;
  return m.str(character);
}

function iteratorType(name: string): TypeDeclaration {
  return {
    name,
    kind: Kind.ITERATOR,
    slots: { iterate: itself, next },
    methods: {
      __length_hint__(m, args) {
        const sequence = m.heap.slots[args[0]]![0];
        if (sequence === 0) return m.int(0);
        const rest = m.strValue(sequence).slice(m.heap.body[args[0]] as number);
        return m.int(codePointLength(rest));
      },
    },
  };
}

export const strIteratorType = iteratorType('str_iterator');
export const strAsciiIteratorType = iteratorType('str_ascii_iterator');
