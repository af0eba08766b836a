/** UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError. Source: CPython Objects/exceptions.c (UnicodeEncodeError_init and its neighbours). */
import { argsOf, extra, fillExtra, setArguments } from './exception-parts.ts';
import type { Machine, TypeDeclaration } from './native.ts';
import { ExceptionSlot } from './raising.ts';
import { escaped } from './text/text-encoding.ts';
import { bytesOf } from './types/bytes-like.ts';

type Part = 'encoding' | 'object' | 'start' | 'end' | 'reason';

/** `work`: what could not be done. */
function unicodeError(work: string, parts: readonly Part[], holdsBytes: boolean): Partial<TypeDeclaration> {
  const check = (m: Machine, part: Part, value: number, place: number): void => {
    if (part === 'start' || part === 'end') m.index(value);
    else if (part === 'object' && holdsBytes) {
      if (bytesOf(m, value) !== null) return;
      m.raise('TypeError', `a bytes-like object is required, not '${m.shownTypeName(value)}'`);
    } else if (!m.isStr(value)) m.raise('TypeError', `argument ${place} must be str, not ${m.typeName(value)}`);
  };
  return {
    slots: {
      initialize(m, self, args, names) {
        setArguments(m, self, args, names);
        if (args.length !== parts.length) {
          m.raise('TypeError', `function takes exactly ${parts.length} arguments (${args.length} given)`);
        }
        parts.forEach((part, i) => check(m, part, args[i], i + 1));
        fillExtra(m, self, args);
      },
      str(m, self) {
        const values = m.heap.slots[self]!.slice(ExceptionSlot.EXTRA);
        if (values.length < parts.length)
          return argsOf(m, self).length === 0 ? '' : m.repr(m.heap.slots[self]![ExceptionSlot.ARGS]);
        const valueOf = (part: Part): number => values[parts.indexOf(part)];
        const [start, end] = [m.indexNumber(valueOf('start')), m.indexNumber(valueOf('end'))];
        const object = valueOf('object');
        const codes = holdsBytes ? [...bytesOf(m, object)!] : Array.from(m.strValue(object), (c) => c.codePointAt(0)!);
        const isOne = end === start + 1 && start < codes.length;
        const shown = holdsBytes
          ? `0x${(codes[start] ?? 0).toString(16).padStart(2, '0')}`
          : `'${escaped(codes[start] ?? 0)}'`;
        const noun = holdsBytes ? 'byte' : 'character';
        const where = isOne ? `${noun} ${shown} in position ${start}` : `${noun}s in position ${start}-${end - 1}`;
        const codec = parts[0] === 'encoding' ? `'${m.toStr(valueOf('encoding'))}' codec ` : '';
        return `${codec}can't ${work} ${where}: ${m.toStr(valueOf('reason'))}`;
      },
    },
    properties: Object.fromEntries(parts.map((part, i) => [part, extra(i)])),
  };
}

export const unicodeErrors: Readonly<Record<string, Partial<TypeDeclaration>>> = {
  UnicodeEncodeError: unicodeError('encode', ['encoding', 'object', 'start', 'end', 'reason'], false),
  UnicodeDecodeError: unicodeError('decode', ['encoding', 'object', 'start', 'end', 'reason'], true),
  UnicodeTranslateError: unicodeError('translate', ['object', 'start', 'end', 'reason'], false),
};
