/** Methods of str that take text apart, and join. Source: CPython Objects/unicodeobject.c. */
import type { Machine, NativeCall } from '../native.ts';
import {
  partition,
  partitionFromRight,
  splitAt,
  splitAtFromRight,
  splitLines,
  splitWords,
  splitWordsFromRight,
  strip,
  type StripSide,
} from '../text/splitting.ts';
import { oneArgument, positional } from './call-arguments.ts';
import { growFrom, roomForSplits } from './list-growth.ts';
import { listOfTexts, plainTextArgument } from './str-argument.ts';
import { isAtLeast } from './versions.ts';

type Args = readonly number[];
type Names = readonly string[] | null;

function splitter(method: string, words: typeof splitWords, at: typeof splitAt): NativeCall {
  return (m, args, names) => {
    const [separator, mostId] = m.bindArguments(method, args.slice(1), names, ['sep=', 'maxsplit=']);
    const most = mostId === 0 ? -1 : m.indexNumber(mostId);
    const text = m.strValue(args[0]);
    if (separator === 0 || separator === m.none) {
      return listOfSplits(m, words(text, most), most, () => Math.trunc((text.length - 1) / 2) + 1);
    }
    if (!m.isStr(separator)) {
      m.raise('TypeError', `must be str or None, not ${m.typeName(separator)}`);
    }
    const by = m.strValue(separator);
    if (by === '') m.raise('ValueError', 'empty separator');
    if (by.length > text.length) return listOfTexts(m, [text]);
    return listOfSplits(m, at(text, by, most), most, () => Math.floor(text.length / by.length) + 1);
  };
}

/** `possible`: how many splits there can be, which 3.12 and later ask before they make the list. */
function listOfSplits(m: Machine, texts: readonly string[], most: number, possible: () => number): number {
  const list = listOfTexts(m, texts);
  roomForSplits(m, list, most < 0 && isAtLeast(m, 12) ? possible() : most);
  return list;
}

function partitioner(method: string, act: typeof partition): NativeCall {
  return (m, args, names) => {
    oneArgument(m, `str.${method}`, args, names);
    const separator = plainTextArgument(m, args[1]);
    if (separator === '') m.raise('ValueError', 'empty separator');
    return m.tuple(act(m.strValue(args[0]), separator).map((text) => m.str(text)));
  };
}

function stripper(method: string, side: StripSide): NativeCall {
  return (m, args, names) => {
    positional(m, method, args, names, 0, 1);
    const set = args[1] ?? m.none;
    if (set !== m.none && !m.isStr(set)) m.raise('TypeError', `${method} arg must be None or str`);
    const text = m.strValue(args[0]);
    const stripped = strip(text, set === m.none ? null : m.strValue(set), side);
    if (stripped.length < text.length || m.heap.typeOf[args[0]] !== m.type('str')) {
      return m.str(stripped);
    }
    m.heap.incref(args[0]);
    return args[0];
  };
}

function join(m: Machine, args: Args, names: Names): number {
  oneArgument(m, 'str.join', args, names);
  const iterable = args[1];
  if (m.special(iterable, '__iter__') === 0 && m.special(iterable, '__getitem__') === 0) {
    m.raise('TypeError', 'can only join an iterable');
  }
  const items = m.collect(iterable);
  try {
    const texts = items.map((item, index) =>
      m.isStr(item)
        ? m.strValue(item)
        : m.raise('TypeError', `sequence item ${index}: expected str instance, ${m.typeName(item)} found`),
    );
    // A single exact str is handed through, not copied.
    if (items.length === 1 && m.heap.typeOf[items[0]] === m.type('str')) {
      m.heap.incref(items[0]);
      return items[0];
    }
    return m.str(texts.join(m.strValue(args[0])));
  } finally {
    for (const item of items) m.heap.decref(item);
  }
}

export const strSplitMethods: Readonly<Record<string, NativeCall>> = {
  split: splitter('split', splitWords, splitAt),
  rsplit: splitter('rsplit', splitWordsFromRight, splitAtFromRight),
  splitlines(m, args, names) {
    const [keep] = m.bindArguments('splitlines', args.slice(1), names, ['keepends=']);
    const list = listOfTexts(m, splitLines(m.strValue(args[0]), keep !== 0 && m.truth(keep)));
    growFrom(m, list, 0);
    return list;
  },
  partition: partitioner('partition', partition),
  rpartition: partitioner('rpartition', partitionFromRight),
  strip: stripper('strip', 'both'),
  lstrip: stripper('lstrip', 'left'),
  rstrip: stripper('rstrip', 'right'),
  join,
};
