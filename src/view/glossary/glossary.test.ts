import { expect, test } from 'vitest';
import { glossary, piecesOf } from './glossary.ts';

test('every entry is one sentence', () => {
  for (const { term, sentence } of glossary) {
    expect(sentence, term).toMatch(/^[A-Z].*\.$/);
    expect(sentence, term).not.toMatch(/[.!?] [A-Z]/);
  }
});

test('no form belongs to two entries', () => {
  const forms = glossary.flatMap(({ term, forms }) => [term, ...(forms ?? [])]);
  expect(new Set(forms).size).toBe(forms.length);
});

test('a text is cut where a word stands first, the longest one wins, code is left alone', () => {
  const text = 'Its refcount fell: cyclic garbage. `refcount` of weakref and the refcounts.';
  const pieces = piecesOf(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text.replaceAll('`', ''));
  expect(pieces.filter(({ entry }) => entry !== null).map(({ text, entry }) => [text, entry!.term])).toEqual([
    ['refcount', 'reference count'],
    ['cyclic garbage', 'cyclic garbage'],
  ]);
});
