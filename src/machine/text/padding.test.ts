import { expect, test } from 'vitest';
import { center, expandTabs, padLeft, padRight, zeroFill } from './padding.ts';

// text, width; center, rjust, ljust, zfill of CPython.
const padded: readonly (readonly [string, number, string, string, string, string])[] = [
  ['ab', 1, 'ab', 'ab', 'ab', 'ab'],
  ['ab', 4, '*ab*', '**ab', 'ab**', '00ab'],
  ['ab', 5, '**ab*', '***ab', 'ab***', '000ab'],
  ['abc', 1, 'abc', 'abc', 'abc', 'abc'],
  ['abc', 4, 'abc*', '*abc', 'abc*', '0abc'],
  ['abc', 5, '*abc*', '**abc', 'abc**', '00abc'],
  ['-5', 1, '-5', '-5', '-5', '-5'],
  ['-5', 4, '*-5*', '**-5', '-5**', '-005'],
  ['-5', 5, '**-5*', '***-5', '-5***', '-0005'],
  ['+x', 1, '+x', '+x', '+x', '+x'],
  ['+x', 4, '*+x*', '**+x', '+x**', '+00x'],
  ['+x', 5, '**+x*', '***+x', '+x***', '+000x'],
  ['', 1, '*', '*', '*', '0'],
  ['', 4, '****', '****', '****', '0000'],
  ['', 5, '*****', '*****', '*****', '00000'],
  ['😀', 1, '😀', '😀', '😀', '😀'],
  ['😀', 4, '*😀**', '***😀', '😀***', '000😀'],
  ['😀', 5, '**😀**', '****😀', '😀****', '0000😀'],
];
const tabs: readonly (readonly [string, number, string])[] = [
  ['a\tb', 8, 'a       b'],
  ['ab\tc\td', 4, 'ab  c   d'],
  ['a\n\tb', 4, 'a\n    b'],
  ['\t', 0, ''],
  ['a\rbc\td', 4, 'a\rbc  d'],
];

test.each(padded)('%j in width %i', (text, width, centered, right, left, zeros) => {
  expect(center(text, width, '*')).toBe(centered);
  expect(padLeft(text, width, '*')).toBe(right);
  expect(padRight(text, width, '*')).toBe(left);
  expect(zeroFill(text, width)).toBe(zeros);
});
test.each(tabs)('tabs of %j, every %i columns', (text, size, expanded) => {
  expect(expandTabs(text, size)).toBe(expanded);
});
