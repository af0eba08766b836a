import { expect, test } from 'vitest';
import { JsonSyntaxError, parseJson } from './parse.ts';
import { jsonString } from './write.ts';

function failure(text: string, namesTrailingComma = true): string {
  try {
    parseJson(text, namesTrailingComma, true);
    return 'no error';
  } catch (error) {
    if (error instanceof JsonSyntaxError) return `${error.message} @${error.at}`;
    throw error;
  }
}

test('a document', () => {
  expect(parseJson(' {"a": [1, -2.5e3, null, "x\\u00e9\\n"], "b": {}} ', true, true)).toEqual({
    kind: 'object',
    entries: [
      [
        'a',
        {
          kind: 'array',
          items: [
            { kind: 'int', text: '1' },
            { kind: 'float', text: '-2.5e3' },
            { kind: 'null' },
            { kind: 'string', text: 'xé\n' },
          ],
        },
      ],
      ['b', { kind: 'object', entries: [] }],
    ],
  });
  expect(parseJson('"\\ud83d\\ude00"', true, true)).toEqual({ kind: 'string', text: '😀' });
  expect(parseJson('-Infinity', true, true)).toEqual({ kind: 'constant', text: '-Infinity' });
});

// Messages and places are those of CPython 3.13.
test.each([
  ['', 'Expecting value @0'],
  ['nul', 'Expecting value @0'],
  ['-', 'Expecting value @0'],
  ['01', 'Extra data @1'],
  ['1 2', 'Extra data @2'],
  ['[1,]', 'Illegal trailing comma before end of array @2'],
  ['{"a":1,}', 'Illegal trailing comma before end of object @6'],
  ['{a:1}', 'Expecting property name enclosed in double quotes @1'],
  ['{"a" 1}', "Expecting ':' delimiter @5"],
  ['[1 2]', "Expecting ',' delimiter @3"],
  ['[1,2', "Expecting ',' delimiter @4"],
  ['{"a":', 'Expecting value @5'],
  ['"abc', 'Unterminated string starting at @0'],
  ['"a\nb"', 'Invalid control character at @2'],
  ['"\\x"', 'Invalid \\escape @1'],
  ['"\\u12"', 'Invalid \\uXXXX escape @2'],
  ['\ufeff1', 'Unexpected UTF-8 BOM (decode using utf-8-sig) @0'],
])('%j', (text, message) => {
  expect(failure(text)).toBe(message);
});

test('before 3.13 a trailing comma is a missing value', () => {
  expect(failure('[1,]', false)).toBe('Expecting value @3');
  expect(failure('{"a":1,}', false)).toBe('Expecting property name enclosed in double quotes @7');
});

test('strings', () => {
  expect(jsonString('x\n"é😀\x7f', true)).toBe('"x\\n\\"\\u00e9\\ud83d\\ude00\\u007f"');
  expect(jsonString('x\n"é😀\x7f', false)).toBe('"x\\n\\"é😀\x7f"');
});
