import { expect, test } from 'vitest';
import {
  decodeBytes,
  encodeText,
  EncodingError,
  encodingOf,
  type Encoding,
  type ErrorHandler,
} from './text-encoding.ts';

function attempt(action: () => string): string {
  try {
    return action();
  } catch (error) {
    if (error instanceof EncodingError) return `${error.encoding} ${error.start}-${error.end}: ${error.reason}`;
    throw error;
  }
}

const encoded = (text: string, encoding: Encoding, errors: ErrorHandler = 'strict'): string =>
  attempt(() => encodeText(text, encoding, errors).join(' '));
const decoded = (bytes: number[], encoding: Encoding, errors: ErrorHandler = 'strict'): string =>
  attempt(() => decodeBytes(Uint8Array.from(bytes), encoding, errors));

test('names', () => {
  expect(['UTF-8', 'utf8', 'U8', 'Latin1', 'iso-8859-1', 'us-ascii', 'xx'].map(encodingOf)).toEqual([
    'utf-8',
    'utf-8',
    'utf-8',
    'latin-1',
    'latin-1',
    'ascii',
    null,
  ]);
});

test('encoding', () => {
  expect(encoded('aé😀', 'utf-8')).toBe('97 195 169 240 159 152 128');
  expect(encoded('aé', 'latin-1')).toBe('97 233');
  expect(encoded('a😀', 'utf-16-le')).toBe('97 0 61 216 0 222');
  expect(encoded('é', 'ascii')).toBe('ascii 0-1: ordinal not in range(128)');
  expect(encoded('aéü', 'ascii')).toBe('ascii 1-3: ordinal not in range(128)');
  expect(encoded('\ud800', 'utf-8')).toBe('utf-8 0-1: surrogates not allowed');
  expect(encoded('é', 'ascii', 'replace')).toBe('63');
  expect(encoded('é', 'ascii', 'xmlcharrefreplace')).toBe('38 35 50 51 51 59');
});

test('decoding', () => {
  expect(decoded([97, 195, 169, 240, 159, 152, 128], 'utf-8')).toBe('aé😀');
  expect(decoded([255], 'utf-8')).toBe('utf-8 0-1: invalid start byte');
  expect(decoded([195], 'utf-8')).toBe('utf-8 0-1: unexpected end of data');
  expect(decoded([97, 224, 160, 97], 'utf-8')).toBe('utf-8 1-3: invalid continuation byte');
  expect(decoded([237, 160, 128], 'utf-8')).toBe('utf-8 0-1: invalid continuation byte');
  expect(decoded([97, 255, 98], 'utf-8', 'replace')).toBe('a\ufffdb');
  expect(decoded([97, 255, 98], 'utf-8', 'backslashreplace')).toBe('a\\xffb');
  expect(decoded([200], 'ascii')).toBe('ascii 0-1: ordinal not in range(128)');
});
