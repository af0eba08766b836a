/**
 * Strings and bytes as Python literals.
 *
 * Source: CPython Objects/unicodeobject.c (unicode_repr), Objects/bytesobject.c (PyBytes_Repr).
 */

const shortEscapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
};

/** Single quotes unless the text has one and no double quote. */
function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

/** Characters that repr escapes: controls, formats, surrogates, private use, unassigned, separators but the space. */
export function isPrintableCharacter(character: string): boolean {
  return character === ' ' || !/[\p{C}\p{Z}]/u.test(character);
}

/** repr(str) */
export function stringLiteral(text: string): string {
  const quote = quoteFor(text);
  // The usual case needs no look at single characters.
  if (/^[ !#-&(-[\]-~]*$/.test(text)) return quote + text + quote;
  let literal = quote;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (character === quote) literal += '\\' + character;
    else if (character in shortEscapes) literal += shortEscapes[character];
    else if (code < 0x20 || code === 0x7f) literal += '\\x' + hex(code, 2);
    else if (code < 0x7f) literal += character;
    else if (isPrintableCharacter(character)) literal += character;
    else if (code <= 0xff) literal += '\\x' + hex(code, 2);
    else if (code <= 0xffff) literal += '\\u' + hex(code, 4);
    else literal += '\\U' + hex(code, 8);
  }
  return literal + quote;
}

/** repr(bytes): `b'...'`. */
export function bytesLiteral(bytes: Uint8Array): string {
  let body = '';
  for (const byte of bytes) body += String.fromCharCode(byte);
  const quote = quoteFor(body);
  let literal = 'b' + quote;
  for (const character of body) {
    const code = character.charCodeAt(0);
    if (character === quote) literal += '\\' + character;
    else if (character in shortEscapes) literal += shortEscapes[character];
    else if (code < 0x20 || code >= 0x7f) literal += '\\x' + hex(code, 2);
    else literal += character;
  }
  return literal + quote;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}

/** What the built-in ascii() makes of a repr: characters beyond ASCII as escapes. */
export function escapedToAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const code = character.codePointAt(0)!;
    if (code <= 0xff) return '\\x' + hex(code, 2);
    return code <= 0xffff ? '\\u' + hex(code, 4) : '\\U' + hex(code, 8);
  });
}
