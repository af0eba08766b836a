/**
 * Methods that bytes and bytearray share: they run on Latin-1 text and hand the result to `make`.
 *
 * Source: CPython Objects/bytes_methods.c, Objects/stringlib.
 */
import type { Machine, NativeCall } from '../native.ts';
import * as classes from '../text/character-classes.ts';
import { center, expandTabs, padLeft, padRight, zeroFill } from '../text/padding.ts';
import * as searching from '../text/searching.ts';
import * as splitting from '../text/splitting.ts';
import { bytesOf, bytesOfLatin1, latin1Text, requireBytes } from './bytes-like.ts';
import { noArguments, oneArgument, positional } from './call-arguments.ts';
import { roomForSplits } from './list-growth.ts';
import { decoded, requireEncodingNames } from './encoding-arguments.ts';
import { byteValue } from './int-bytes.ts';
import { boundArgument } from './str-argument.ts';

type Args = readonly number[];
type Names = readonly string[] | null;
/** Makes the result: a bytes or a bytearray object, owned. */
export type MakeBytes = (m: Machine, bytes: Uint8Array) => number;

const textOf = (m: Machine, id: number): string => latin1Text(requireBytes(m, id));

/** What find and count look for: bytes, or an int that is one byte. */
function part(m: Machine, id: number): string {
  const bytes = bytesOf(m, id);
  if (bytes !== null) return latin1Text(bytes);
  if (m.isInt(id)) return String.fromCharCode(byteValue(m, m.intValue(id), 'byte'));
  return m.raise('TypeError', `argument should be integer or bytes-like object, not '${m.shownTypeName(id)}'`);
}

function range(m: Machine, text: string, args: Args): searching.SearchRange | null {
  return searching.searchRange(text, boundArgument(m, args[2]), boundArgument(m, args[3]));
}

function finder(method: string, find: typeof searching.findFirst, mustExist: boolean): NativeCall {
  return (m, args, names) => {
    positional(m, method, args, names, 1, 3);
    const text = textOf(m, args[0]);
    const at = find(text, part(m, args[1]), range(m, text, args));
    if (at < 0 && mustExist) m.raise('ValueError', 'subsection not found');
    return m.int(at);
  };
}

function matcher(method: string, end: 'start' | 'end'): NativeCall {
  return (m, args, names) => {
    positional(m, method, args, names, 1, 3);
    const text = textOf(m, args[0]);
    const where = range(m, text, args);
    const wanted = bytesOf(m, args[1]);
    if (wanted !== null) {
      return m.bool(searching.matchesAt(text, latin1Text(wanted), where, end));
    }
    if (!m.isInstance(args[1], m.type('tuple'))) {
      m.raise('TypeError', `${method} first arg must be bytes or a tuple of bytes, not ${m.typeName(args[1])}`);
    }
    return m.bool(m.items(args[1]).some((item) => searching.matchesAt(text, textOf(m, item), where, end)));
  };
}

function question(method: string, ask: (text: string) => boolean): NativeCall {
  return (m, args, names) => {
    noArguments(m, method, args, names);
    const text = textOf(m, args[0]);
    return m.bool(ask(text));
  };
}

const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
const asciiUpper = (text: string): string => text.replace(/[a-z]+/g, (run) => run.toUpperCase());
const asciiTitle = (text: string): string =>
  text.replace(/[A-Za-z]+/g, (word) => word[0].toUpperCase() + word.slice(1).toLowerCase());
const asciiCapitalize = (text: string): string => asciiUpper(text.slice(0, 1)) + asciiLower(text.slice(1));
const asciiSwap = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));

/** bytes.hex(sep, bytes_per_sep) */
function hex(m: Machine, args: Args, names: Names): number {
  const [separatorId, groupId] = m.bindArguments('hex', args.slice(1), names, ['sep=', 'bytes_per_sep=']);
  const digits = Array.from(requireBytes(m, args[0]), (byte) => byte.toString(16).padStart(2, '0'));
  if (separatorId === 0) return m.str(digits.join(''));
  const separator = m.isStr(separatorId) ? m.strValue(separatorId) : textOf(m, separatorId);
  if (separator.length !== 1) m.raise('ValueError', 'sep must be length 1.');
  const group = groupId === 0 ? 1 : m.indexNumber(groupId);
  if (group === 0) return m.str(digits.join(''));
  const size = Math.abs(group);
  const groups: string[] = [];
  // Positive sizes count from the right.
  let at = group > 0 ? digits.length % size : 0;
  if (at > 0) groups.push(digits.slice(0, at).join(''));
  for (; at < digits.length; at += size) groups.push(digits.slice(at, at + size).join(''));
  return m.str(groups.join(separator));
}

/** The methods, with results made by `make`. */
export function bytesMethods(make: MakeBytes): Readonly<Record<string, NativeCall>> {
  const result = (m: Machine, text: string): number => make(m, bytesOfLatin1(text));
  const list = (m: Machine, texts: readonly string[]): number => m.list(texts.map((text) => result(m, text)));
  const mapping =
    (method: string, change: (text: string) => string): NativeCall =>
    (m, args, names) => {
      noArguments(m, method, args, names);
      return result(m, change(textOf(m, args[0])));
    };
  const splitter =
    (method: string, words: typeof splitting.splitWords, at: typeof splitting.splitAt): NativeCall =>
    (m, args, names) => {
      const [by, mostId] = m.bindArguments(method, args.slice(1), names, ['sep=', 'maxsplit=']);
      const most = mostId === 0 ? -1 : m.indexNumber(mostId);
      const text = textOf(m, args[0]);
      const split = (parts: readonly string[]): number => {
        const made = list(m, parts);
        roomForSplits(m, made, most);
        return made;
      };
      if (by === 0 || by === m.none) return split(words(text, most, 'ascii'));
      const separator = textOf(m, by);
      if (separator === '') m.raise('ValueError', 'empty separator');
      return split(at(text, separator, most));
    };
  const stripper =
    (method: string, side: splitting.StripSide): NativeCall =>
    (m, args, names) => {
      positional(m, method, args, names, 0, 1);
      const set = args[1] === undefined || args[1] === m.none ? null : textOf(m, args[1]);
      return result(m, splitting.strip(textOf(m, args[0]), set, side, 'ascii'));
    };
  const partitioner =
    (method: string, act: typeof splitting.partition): NativeCall =>
    (m, args, names) => {
      oneArgument(m, method, args, names);
      const separator = textOf(m, args[1]);
      if (separator === '') m.raise('ValueError', 'empty separator');
      return m.tuple(act(textOf(m, args[0]), separator).map((text) => result(m, text)));
    };
  const padding =
    (method: string, pad: (text: string, width: number, fill: string) => string): NativeCall =>
    (m, args, names) => {
      positional(m, method, args, names, 1, 2);
      const fill = args[2] === undefined ? ' ' : textOf(m, args[2]);
      return result(m, pad(textOf(m, args[0]), m.indexNumber(args[1]), fill));
    };

  return {
    find: finder('find', searching.findFirst, false),
    rfind: finder('rfind', searching.findLast, false),
    index: finder('index', searching.findFirst, true),
    rindex: finder('rindex', searching.findLast, true),
    startswith: matcher('startswith', 'start'),
    endswith: matcher('endswith', 'end'),
    count(m, args, names) {
      positional(m, 'count', args, names, 1, 3);
      const text = textOf(m, args[0]);
      return m.int(searching.count(text, part(m, args[1]), range(m, text, args)));
    },
    replace(m, args, names) {
      positional(m, 'replace', args, names, 2, 3);
      const most = args[3] === undefined ? -1 : m.indexNumber(args[3]);
      const [text, old, by] = [textOf(m, args[0]), textOf(m, args[1]), textOf(m, args[2])];
      return result(m, searching.replace(text, old, by, most));
    },
    removeprefix(m, args, names) {
      oneArgument(m, 'removeprefix', args, names);
      const [text, affix] = [textOf(m, args[0]), textOf(m, args[1])];
      return result(m, text.startsWith(affix) ? text.slice(affix.length) : text);
    },
    removesuffix(m, args, names) {
      oneArgument(m, 'removesuffix', args, names);
      const [text, affix] = [textOf(m, args[0]), textOf(m, args[1])];
      const has = affix !== '' && text.endsWith(affix);
      return result(m, has ? text.slice(0, -affix.length) : text);
    },
    split: splitter('split', splitting.splitWords, splitting.splitAt),
    rsplit: splitter('rsplit', splitting.splitWordsFromRight, splitting.splitAtFromRight),
    splitlines(m, args, names) {
      const [keep] = m.bindArguments('splitlines', args.slice(1), names, ['keepends=']);
      const keepEnds = keep !== 0 && m.truth(keep);
      return list(m, splitting.splitByteLines(textOf(m, args[0]), keepEnds));
    },
    partition: partitioner('partition', splitting.partition),
    rpartition: partitioner('rpartition', splitting.partitionFromRight),
    strip: stripper('strip', 'both'),
    lstrip: stripper('lstrip', 'left'),
    rstrip: stripper('rstrip', 'right'),
    upper: mapping('upper', asciiUpper),
    lower: mapping('lower', asciiLower),
    title: mapping('title', asciiTitle),
    capitalize: mapping('capitalize', asciiCapitalize),
    swapcase: mapping('swapcase', asciiSwap),
    center: padding('center', center),
    ljust: padding('ljust', padRight),
    rjust: padding('rjust', padLeft),
    zfill(m, args, names) {
      oneArgument(m, 'zfill', args, names);
      return result(m, zeroFill(textOf(m, args[0]), m.indexNumber(args[1])));
    },
    expandtabs(m, args, names) {
      const [size] = m.bindArguments('expandtabs', args.slice(1), names, ['tabsize=']);
      return result(m, expandTabs(textOf(m, args[0]), size === 0 ? 8 : m.indexNumber(size)));
    },
    isalpha: question('isalpha', (text) => /^[A-Za-z]+$/.test(text)),
    isdigit: question('isdigit', (text) => /^[0-9]+$/.test(text)),
    isalnum: question('isalnum', (text) => /^[0-9A-Za-z]+$/.test(text)),
    isspace: question('isspace', (text) => /^[\t-\r ]+$/.test(text)),
    isascii: question('isascii', classes.isAscii),
    islower: question('islower', (text) => /[a-z]/.test(text) && !/[A-Z]/.test(text)),
    isupper: question('isupper', (text) => /[A-Z]/.test(text) && !/[a-z]/.test(text)),
    hex,
    decode(m, args, names) {
      const [encoding, errors] = m.bindArguments('decode', args.slice(1), names, ['encoding=', 'errors=']);
      requireEncodingNames(m, 'decode', encoding, errors);
      return m.str(decoded(m, requireBytes(m, args[0]), encoding, errors));
    },
    join(m, args, names) {
      oneArgument(m, 'join', args, names);
      if (m.special(args[1], '__iter__') === 0 && m.special(args[1], '__getitem__') === 0) {
        m.raise('TypeError', 'can only join an iterable');
      }
      const items = m.collect(args[1]);
      try {
        const texts = items.map((item, index) => {
          const bytes = bytesOf(m, item);
          if (bytes !== null) return latin1Text(bytes);
          return m.raise(
            'TypeError',
            `sequence item ${index}: expected a bytes-like object, ${m.typeName(item)} found`,
          );
        });
        return result(m, texts.join(textOf(m, args[0])));
      } finally {
        for (const item of items) m.heap.decref(item);
      }
    },
  };
}
