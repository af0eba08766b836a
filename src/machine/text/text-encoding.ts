/**
 * str.encode and bytes.decode: UTF-8, UTF-16, UTF-32, ASCII and Latin-1, with the usual error handlers.
 *
 * Source: CPython Objects/unicodeobject.c (unicode_encode_ucs1, unicode_decode_utf8), Lib/encodings/aliases.py.
 */

export type Encoding = 'utf-8' | 'utf-8-sig' | 'ascii' | 'latin-1' | 'utf-16' | 'utf-16-le' | 'utf-16-be' | 'utf-32';

export type ErrorHandler =
  | 'strict'
  | 'ignore'
  | 'replace'
  | 'backslashreplace'
  | 'xmlcharrefreplace'
  | 'namereplace'
  | 'surrogateescape'
  | 'surrogatepass';

/** Text or bytes that an encoding has no room for: what a UnicodeError says of them. */
export class EncodingError extends Error {
  readonly encoding: string;
  /** Characters, or bytes, from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  readonly reason: string;

  constructor(encoding: string, start: number, end: number, reason: string) {
    super(reason);
    this.encoding = encoding;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8', u8: 'utf-8', utf: 'utf-8', utf8sig: 'utf-8-sig',
  ascii: 'ascii', usascii: 'ascii', '646': 'ascii',
  latin1: 'latin-1', latin: 'latin-1', l1: 'latin-1', iso88591: 'latin-1', '88591': 'latin-1',
  utf16: 'utf-16', utf16le: 'utf-16-le', utf16be: 'utf-16-be', utf32: 'utf-32',
}; // prettier-ignore

/** The encoding of a name as Python normalises it, or null. */
export function encodingOf(name: string): Encoding | null {
  return aliases[name.toLowerCase().replace(/[-_ ]/g, '')] ?? null;
}

/** @throws EncodingError */
export function encodeText(text: string, encoding: Encoding, errors: ErrorHandler): Uint8Array {
  const bytes: number[] = [];
  const put16 = (unit: number): void => {
    if (encoding === 'utf-16-be') bytes.push(unit >> 8, unit & 255);
    else bytes.push(unit & 255, unit >> 8);
  };
  if (encoding === 'utf-8-sig') bytes.push(0xef, 0xbb, 0xbf);
  else if (encoding === 'utf-16') bytes.push(0xff, 0xfe);
  else if (encoding === 'utf-32') bytes.push(0xff, 0xfe, 0, 0);
  const characters = Array.from(text);
  const isByteEncoding = encoding === 'ascii' || encoding === 'latin-1';
  const limit = encoding === 'ascii' ? 128 : 256;
  const fails = (code: number): boolean => (isByteEncoding ? code >= limit : code >= 0xd800 && code <= 0xdfff);

  for (let i = 0; i < characters.length; i++) {
    const code = characters[i].codePointAt(0)!;
    if (fails(code)) {
      const isEscapedByte = errors === 'surrogateescape' && code >= 0xdc80 && code <= 0xdcff;
      if (isEscapedByte) bytes.push(code - 0xdc00);
      else if (errors === 'surrogatepass' && !isByteEncoding) pushUtf8(bytes, code);
      else if (errors === 'strict' || errors.startsWith('surrogate')) {
        let end = i + 1;
        while (end < characters.length && fails(characters[end].codePointAt(0)!)) end++;
        {
          const reason = encoding.startsWith('utf') ? 'surrogates not allowed' : `ordinal not in range(${limit})`;
          throw new EncodingError(encoding, i, end, reason);
        }
      } else for (const c of substitute(code, errors)) bytes.push(c.charCodeAt(0));
    } else if (isByteEncoding) bytes.push(code);
    else if (encoding.startsWith('utf-8')) pushUtf8(bytes, code);
    else if (encoding === 'utf-32') {
      bytes.push(code & 255, (code >> 8) & 255, code >> 16, 0);
    } else for (let unit = 0; unit < characters[i].length; unit++) put16(characters[i].charCodeAt(unit));
  }
  return Uint8Array.from(bytes);
}

function pushUtf8(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) {
    bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  } else {
    bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
    bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
}

function substitute(code: number, errors: ErrorHandler): string {
  switch (errors) {
    case 'replace':
      return '?';
    case 'xmlcharrefreplace':
      return `&#${code};`;
    case 'backslashreplace':
    case 'namereplace':
      return escaped(code);
    default:
      return '';
  }
}

/** A character as an escape of a string literal. */
export function escaped(code: number): string {
  const hex = code.toString(16);
  if (code <= 0xff) return '\\x' + hex.padStart(2, '0');
  return code <= 0xffff ? '\\u' + hex.padStart(4, '0') : '\\U' + hex.padStart(8, '0');
}

/** @throws EncodingError */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding, errors: ErrorHandler): string {
  switch (encoding) {
    case 'latin-1':
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    case 'ascii':
      return decodeAscii(bytes, errors);
    case 'utf-8':
      return decodeUtf8(bytes, errors);
    case 'utf-8-sig': {
      const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      return decodeUtf8(marked ? bytes.subarray(3) : bytes, errors);
    }
    case 'utf-32': {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      let text = '';
      for (let at = 0; at + 4 <= bytes.length; at += 4) {
        const code = view.getUint32(at, true);
        if (at > 0 || code !== 0xfeff) text += String.fromCodePoint(Math.min(code, 0x10ffff));
      }
      return text;
    }
    default:
      return decodeUtf16(bytes, encoding);
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: Encoding): string {
  const isMarked = encoding === 'utf-16' && bytes.length >= 2;
  const bigEndian = encoding === 'utf-16-be' || (isMarked && bytes[0] === 0xfe && bytes[1] === 0xff);
  const hasMark = isMarked && (bigEndian || (bytes[0] === 0xff && bytes[1] === 0xfe));
  let text = '';
  for (let at = hasMark ? 2 : 0; at + 1 < bytes.length; at += 2) {
    const [low, high] = bigEndian ? [bytes[at + 1], bytes[at]] : [bytes[at], bytes[at + 1]];
    text += String.fromCharCode(low | (high << 8));
  }
  if (bytes.length % 2 === 1) {
    throw new EncodingError(encoding, bytes.length - 1, bytes.length, 'truncated data');
  }
  return text;
}

function decodeAscii(bytes: Uint8Array, errors: ErrorHandler): string {
  let text = '';
  bytes.forEach((byte, at) => {
    if (byte < 128) text += String.fromCharCode(byte);
    else text += undecodable(bytes, at, at + 1, 'ascii', 'ordinal not in range(128)', errors);
  });
  return text;
}

function decodeUtf8(bytes: Uint8Array, errors: ErrorHandler): string {
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      at++;
      continue;
    }
    const { length, code, good, reason } = utf8Sequence(bytes, at);
    if (good === length) {
      text += String.fromCodePoint(code);
      at += length;
    } else {
      const bad = Math.max(1, good);
      text += undecodable(bytes, at, at + bad, 'utf-8', reason, errors);
      at += bad;
    }
  }
  return text;
}

/** The sequence that starts at `at`: its length, code point, and how many of its bytes are valid. */
function utf8Sequence(bytes: Uint8Array, at: number): { length: number; code: number; good: number; reason: string } {
  const first = bytes[at];
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return { length: 1, code: 0, good: 0, reason: 'invalid start byte' };
  // The second byte has a narrower range after some first bytes: no overlong forms, no surrogates, no more than U+10FFFF.
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  let code = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined) return { length, code: 0, good: i, reason: 'unexpected end of data' };
    const valid = i === 1 ? next >= low && next <= high : next >= 0x80 && next <= 0xbf;
    if (!valid) return { length, code: 0, good: i, reason: 'invalid continuation byte' };
    code = (code << 6) | (next & 63);
  }
  return { length, code, good: length, reason: '' };
}

function undecodable(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: string,
  reason: string,
  errors: ErrorHandler,
): string {
  switch (errors) {
    case 'ignore':
      return '';
    case 'replace':
      return '\ufffd';
    case 'backslashreplace':
      return Array.from(bytes.subarray(start, end), (byte) => escaped(byte)).join('');
    case 'surrogateescape':
      return String.fromCharCode(...Array.from(bytes.subarray(start, end), (byte) => 0xdc00 + byte));
    default:
      throw new EncodingError(encoding, start, end, reason);
  }
}
