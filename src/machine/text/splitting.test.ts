import { expect, test } from 'vitest';
import {
  partition,
  partitionFromRight,
  splitAt,
  splitAtFromRight,
  splitLines,
  splitWords,
  splitWordsFromRight,
  strip,
} from './splitting.ts';

// Expected values are CPython's.
const words: readonly (readonly [string, number, string[], string[]])[] = [
  [' a  b ', -1, ['a', 'b'], ['a', 'b']],
  [' a  b ', 0, ['a  b '], [' a  b']],
  [' a  b ', 1, ['a', 'b '], [' a', 'b']],
  [' a  b ', 2, ['a', 'b'], ['a', 'b']],
  ['', -1, [], []],
  ['', 0, [], []],
  ['', 1, [], []],
  ['', 2, [], []],
  ['   ', -1, [], []],
  ['   ', 0, [], []],
  ['   ', 1, [], []],
  ['   ', 2, [], []],
  ['a', -1, ['a'], ['a']],
  ['a', 0, ['a'], ['a']],
  ['a', 1, ['a'], ['a']],
  ['a', 2, ['a'], ['a']],
  ['a b c d', -1, ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
  ['a b c d', 0, ['a b c d'], ['a b c d']],
  ['a b c d', 1, ['a', 'b c d'], ['a b c', 'd']],
  ['a b c d', 2, ['a', 'b', 'c d'], ['a b', 'c', 'd']],
  ['\ta\nb\u001fc　d﻿', -1, ['a', 'b', 'c', 'd﻿'], ['a', 'b', 'c', 'd﻿']],
  ['\ta\nb\u001fc　d﻿', 0, ['a\nb\u001fc　d﻿'], ['\ta\nb\u001fc　d﻿']],
  ['\ta\nb\u001fc　d﻿', 1, ['a', 'b\u001fc　d﻿'], ['\ta\nb\u001fc', 'd﻿']],
  ['\ta\nb\u001fc　d﻿', 2, ['a', 'b', 'c　d﻿'], ['\ta\nb', 'c', 'd﻿']],
];
const atCommas: readonly (readonly [string, number, string[], string[]])[] = [
  ['a,b,,c', -1, ['a', 'b', '', 'c'], ['a', 'b', '', 'c']],
  ['a,b,,c', 0, ['a,b,,c'], ['a,b,,c']],
  ['a,b,,c', 1, ['a', 'b,,c'], ['a,b,', 'c']],
  ['a,b,,c', 5, ['a', 'b', '', 'c'], ['a', 'b', '', 'c']],
  [',', -1, ['', ''], ['', '']],
  [',', 0, [','], [',']],
  [',', 1, ['', ''], ['', '']],
  [',', 5, ['', ''], ['', '']],
  ['', -1, [''], ['']],
  ['', 0, [''], ['']],
  ['', 1, [''], ['']],
  ['', 5, [''], ['']],
  ['abc', -1, ['abc'], ['abc']],
  ['abc', 0, ['abc'], ['abc']],
  ['abc', 1, ['abc'], ['abc']],
  ['abc', 5, ['abc'], ['abc']],
  [',,a', -1, ['', '', 'a'], ['', '', 'a']],
  [',,a', 0, [',,a'], [',,a']],
  [',,a', 1, ['', ',a'], [',', 'a']],
  [',,a', 5, ['', '', 'a'], ['', '', 'a']],
];
const lines: readonly (readonly [string, string[], string[]])[] = [
  ['', [], []],
  ['a', ['a'], ['a']],
  ['a\n', ['a'], ['a\n']],
  ['a\r\nb\rc\n\nd', ['a', 'b', 'c', '', 'd'], ['a\r\n', 'b\r', 'c\n', '\n', 'd']],
  ['a\u000bb\fc\u001cde f', ['a', 'b', 'c', 'd', 'e', 'f'], ['a\u000b', 'b\f', 'c\u001c', 'd', 'e ', 'f']],
];
const stripped: readonly (readonly [string, string | null, string, string, string])[] = [
  ['  a b\n', null, 'a b', 'a b\n', '  a b'],
  ['xxaxx', 'x', 'a', 'axx', 'xxa'],
  ['😀a😀', '😀', 'a', 'a😀', '😀a'],
  ['abcba', 'ab', 'c', 'cba', 'abc'],
  ['', 'a', '', '', ''],
  ['aaa', 'a', '', '', ''],
  ['\u001f a​', null, 'a​', 'a​', '\u001f a​'],
];

test.each(words)('words of %j, at most %i splits', (text, most, left, right) => {
  expect(splitWords(text, most)).toEqual(left);
  expect(splitWordsFromRight(text, most)).toEqual(right);
});
test.each(atCommas)('%j at commas, at most %i splits', (text, most, left, right) => {
  expect(splitAt(text, ',', most)).toEqual(left);
  expect(splitAtFromRight(text, ',', most)).toEqual(right);
});
test.each(lines)('lines of %j', (text, bare, kept) => {
  expect(splitLines(text, false)).toEqual(bare);
  expect(splitLines(text, true)).toEqual(kept);
});
test.each(stripped)('%j without %j at the ends', (text, set, both, left, right) => {
  expect(strip(text, set, 'both')).toBe(both);
  expect(strip(text, set, 'left')).toBe(left);
  expect(strip(text, set, 'right')).toBe(right);
});
test('partition', () => {
  expect(partition('a=b=c', '=')).toEqual(['a', '=', 'b=c']);
  expect(partitionFromRight('a=b=c', '=')).toEqual(['a=b', '=', 'c']);
  expect(partition('abc', '=')).toEqual(['abc', '', '']);
  expect(partitionFromRight('abc', '=')).toEqual(['', '', 'abc']);
});
