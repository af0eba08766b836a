import { expect, test } from 'vitest';
import { dedent, placeholderFits, wrapText, type WrapOptions } from './wrap-text.ts';

const defaults: WrapOptions = {
  width: 70,
  initialIndent: '',
  subsequentIndent: '',
  expandTabs: true,
  tabSize: 8,
  replaceWhitespace: true,
  fixSentenceEndings: false,
  breakLongWords: true,
  dropWhitespace: true,
  breakOnHyphens: true,
  maxLines: null,
  placeholder: ' [...]',
};

// Expected lines are CPython's.
const paragraphs: readonly (readonly [string, Partial<WrapOptions>, readonly string[]])[] = [
  ['', {}, []],
  [
    'The quick brown fox jumped over the lazy dog, well-known for its sleeping',
    { width: 20 },
    ['The quick brown fox', 'jumped over the lazy', 'dog, well-known for', 'its sleeping'],
  ],
  ['aaaaaaaaaaaaaaaaaaaa bb', { width: 6 }, ['aaaaaa', 'aaaaaa', 'aaaaaa', 'aa bb']],
  ['a  b\tc', { width: 10 }, ['a  b    c']],
  [
    'hello -- world foo--bar a-b-c super-cali-fragil',
    { width: 8 },
    ['hello --', 'world', 'foo--bar', 'a-b-c', 'super-', 'cali-', 'fragil'],
  ],
  ['a b c d e f', { width: 5, initialIndent: '* ', subsequentIndent: '  ' }, ['* a b', '  c d', '  e f']],
  ['one two three four five six', { width: 10, maxLines: 2 }, ['one two', '[...]']],
  ['aaa-bbb-ccc', { width: 5, breakOnHyphens: false }, ['aaa-b', 'bb-cc', 'c']],
  ['aaaaaaaaaa b', { width: 5, breakLongWords: false }, ['aaaaaaaaaa', 'b']],
  ['Hello world!', { width: 11, maxLines: 1 }, ['Hello [...]']],
];

test.each(paragraphs)('%j with %j', (text, options, lines) => {
  expect(wrapText(text, { ...defaults, ...options })).toEqual(lines);
});

test('a placeholder needs a line of its own', () => {
  expect(placeholderFits({ ...defaults, width: 4, maxLines: 1 })).toBe(false);
  expect(placeholderFits({ ...defaults, width: 5, maxLines: 1 })).toBe(true);
});

test('dedent', () => {
  expect(dedent('\n    a\n      b\n\n    c\n    ')).toBe('\na\n  b\n\nc\n');
  expect(dedent('  a\n\tb')).toBe('  a\n\tb');
  expect(dedent('    a\n  b\n   c')).toBe('  a\nb\n c');
});
