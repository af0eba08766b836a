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
    return raiseUnicodeError(m, 'UnicodeEncodeError', m.str(text), error);
  }
}

/** `bytes` decoded; as `encoded`. Raises LookupError, UnicodeDecodeError. */
export function decoded(m: Machine, bytes: Uint8Array, encoding: number, errors: number): string {
  const [name, handler] = chosen(m, encoding, errors);
  try {
    return decodeBytes(bytes, name, handler);
  } catch (error) {
    return raiseUnicodeError(m, 'UnicodeDecodeError', m.bytes(bytes), error);
  }
}

function chosen(m: Machine, encodingId: number, errorsId: number): [Encoding, ErrorHandler] {
  const name = encodingId === 0 ? 'utf-8' : m.strValue(encodingId);
  const encoding = encodingOf(name) ?? m.raise('LookupError', `unknown encoding: ${name}`);
  const wanted = errorsId === 0 ? 'strict' : m.strValue(errorsId);
  const handler = handlers.find((known) => known === wanted);
  return [encoding, handler ?? m.raise('LookupError', `unknown error handler name '${wanted}'`)];
}

/** Complains as CPython's argument clinic where `encoding` or `errors` (objects, or 0) of the function is no str. */
export function requireEncodingNames(m: Machine, name: string, encoding: number, errors: number): void {
  for (const [given, parameter] of [
    [encoding, 'encoding'],
    [errors, 'errors'],
  ] as const) {
    if (given !== 0 && !m.isStr(given)) {
      m.raise('TypeError', `${name}() argument '${parameter}' must be str, not ${m.typeName(given)}`);
    }
  }
}

/** `object` (owned) cannot be encoded or decoded; another error is thrown on. */
function raiseUnicodeError(m: Machine, typeName: string, object: number, error: unknown): never {
  if (!(error instanceof EncodingError)) throw error;
  const { encoding, start, end, reason } = error;
  const args = [m.str(encoding), object, m.int(start), m.int(end), m.str(reason)];
  try {
    return m.raiseObject(m.call(m.type(typeName), args));
  } finally {
    for (const id of args) m.heap.decref(id);
  }
}
