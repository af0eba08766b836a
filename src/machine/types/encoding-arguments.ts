/** The `encoding` and `errors` arguments of str(), bytes(), encode and decode. */
import type { Machine } from '../native.ts';
import {
  decodeBytes,
  encodeText,
  EncodingError,
  encodingOf,
  type Encoding,
  type ErrorHandler,
} from '../text/text-encoding.ts';

const handlers: readonly ErrorHandler[] = [
  'strict',
  'ignore',
  'replace',
  'backslashreplace',
  'xmlcharrefreplace',
  'namereplace',
  'surrogateescape',
  'surrogatepass',
];

/** `text` encoded; `encoding` and `errors` are str objects or 0. Raises LookupError, UnicodeEncodeError. */
export function encoded(m: Machine, text: string, encoding: number, errors: number): Uint8Array {
  const [name, handler] = chosen(m, encoding, errors);
  try {
    return encodeText(text, name, handler);
  } catch (error) {
    if (error instanceof EncodingError) return m.raise('UnicodeEncodeError', error.message);
    throw error;
  }
}

/** `bytes` decoded; as `encoded`. Raises LookupError, UnicodeDecodeError. */
export function decoded(m: Machine, bytes: Uint8Array, encoding: number, errors: number): string {
  const [name, handler] = chosen(m, encoding, errors);
  try {
    return decodeBytes(bytes, name, handler);
  } catch (error) {
    if (error instanceof EncodingError) return m.raise('UnicodeDecodeError', error.message);
    throw error;
  }
}

function chosen(m: Machine, encodingId: number, errorsId: number): [Encoding, ErrorHandler] {
  const name = encodingId === 0 ? 'utf-8' : requireText(m, encodingId, 'encoding');
  const encoding = encodingOf(name) ?? m.raise('LookupError', `unknown encoding: ${name}`);
  const wanted = errorsId === 0 ? 'strict' : requireText(m, errorsId, 'errors');
  const handler = handlers.find((known) => known === wanted);
  return [encoding, handler ?? m.raise('LookupError', `unknown error handler name '${wanted}'`)];
}

function requireText(m: Machine, id: number, name: string): string {
  if (m.isStr(id)) return m.strValue(id);
  return m.raise('TypeError', `argument '${name}' must be str, not ${m.typeName(id)}`);
}
