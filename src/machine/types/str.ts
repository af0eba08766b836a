/** str. Source: CPython Objects/unicodeobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { characterAt, codePointLength, compareByCodePoint, steppedSubstring } from '../text/code-points.ts';
import { formatTemplate } from '../text/format-method.ts';
import { formatText } from '../text/format-str.ts';
import { percentFormat } from '../text/percent-format.ts';
import { groupsFraction, raisingFormatErrors } from '../text/raise-format-error.ts';
import { stringLiteral } from '../text/string-literal.ts';
import { bytesOf } from './bytes-like.ts';
import { noKeywords, oneArgument } from './call-arguments.ts';
import { decoded, encoded, requireEncodingNames } from './encoding-arguments.ts';
import { newStr } from './new-atom.ts';
import { comparisonResult } from './ordering.ts';
import { isIndex } from './sequence-index.ts';
import { hasReflected, refuseRepetition } from './sequence-operators.ts';
import { sliceRange } from './slice.ts';
import { newStrIterator } from './str-iterator.ts';
import { strSearchMethods } from './str-search.ts';
import { strShapeMethods } from './str-shape.ts';
import { strSplitMethods } from './str-split.ts';
import { maketrans, translate } from './str-translate.ts';

type Args = readonly number[];
type Names = readonly string[] | null;

const LONGEST_TEXT = 2 ** 28;

/** A stable 32-bit hash (FNV-1a over UTF-16 units); 0 for the empty text, as in CPython. */
function hashOfText(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

function create(m: Machine, type: number, args: Args, names: Names): number {
  const [object, encoding, errors] = m.bindArguments('str', args, names, ['object=', 'encoding=', 'errors=']);
  requireEncodingNames(m, 'str', encoding, errors);
  if (object === 0) return newStr(m, type, '');
  if (encoding === 0 && errors === 0) {
    // The exact str is handed through.
    if (type === m.type('str') && m.heap.typeOf[object] === type) {
      m.heap.incref(object);
      return object;
    }
    return newStr(m, type, m.toStr(object));
  }
  if (m.isStr(object)) m.raise('TypeError', 'decoding str is not supported');
  const bytes = bytesOf(m, object);
  if (bytes === null) {
    return m.raise('TypeError', `decoding to str: need a bytes-like object, ${m.typeName(object)} found`);
  }
  return newStr(m, type, decoded(m, bytes, encoding, errors));
}

function getItem(m: Machine, self: number, key: number): number {
  const text = m.strValue(self);
  if (m.heap.kind[key] === Kind.SLICE) {
    const { start, step, count } = sliceRange(m, key, codePointLength(text));
    return m.str(steppedSubstring(text, start, step, count));
  }
  if (!isIndex(m, key)) {
    m.raise('TypeError', `string indices must be integers, not '${m.shownTypeName(key)}'`);
  }
  let at = m.indexNumber(key);
  const length = codePointLength(text);
  if (at < 0) at += length;
  if (at < 0 || at >= length) m.raise('IndexError', 'string index out of range');
  return m.str(characterAt(text, at));
}

function concatenated(m: Machine, left: number, right: number): number {
  if (m.isStr(right)) return m.str(m.strValue(left) + m.strValue(right));
  if (hasReflected(m, right, '__radd__')) return m.notImplemented;
  return m.raise('TypeError', `can only concatenate str (not "${m.typeName(right)}") to str`);
}

function repeated(m: Machine, text: string, count: number): number {
  if (!isIndex(m, count)) return refuseRepetition(m, count);
  const times = m.index(count);
  if (typeof times === 'bigint') {
    m.raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  }
  const rounds = Math.max(0, Number(times));
  if (rounds * text.length > LONGEST_TEXT) m.raise('MemoryError', '');
  return m.str(text.repeat(rounds));
}

function binary(m: Machine, op: number, left: number, right: number): number {
  const leftIsStr = m.isStr(left);
  if (op === BinaryOp.ADD) {
    return leftIsStr ? concatenated(m, left, right) : m.notImplemented;
  }
  if (op === BinaryOp.MULTIPLY) {
    return leftIsStr ? repeated(m, m.strValue(left), right) : repeated(m, m.strValue(right), left);
  }
  if (op === BinaryOp.REMAINDER && leftIsStr) {
    // A subclass of str on the right goes first; the core has asked it already.
    return m.str(percentFormat(m, m.strValue(left), right));
  }
  return m.notImplemented;
}

function format(m: Machine, args: Args, names: Names): number {
  const keywords = names ?? [];
  const firstKeyword = args.length - keywords.length;
  const named = new Map(keywords.map((name, i) => [name, args[firstKeyword + i]]));
  const positional = args.slice(1, firstKeyword);
  return m.str(formatTemplate(m, m.strValue(args[0]), { positional, named }));
}

function formatMap(m: Machine, args: Args, names: Names): number {
  oneArgument(m, 'str.format_map', args, names);
  const named = { mapping: args[1] };
  return m.str(formatTemplate(m, m.strValue(args[0]), { positional: null, named }));
}

export const strType: TypeDeclaration = {
  name: 'str',
  kind: Kind.STR,
  canBeBase: true,
  slots: {
    create,
    repr: (m, self) => stringLiteral(m.strValue(self)),
    str: (m, self) => m.strValue(self),
    format: (m, self, spec) =>
      spec === '' ? m.toStr(self) : raisingFormatErrors(m, () => formatText(m.strValue(self), spec, groupsFraction(m))),
    hash: (m, self) => hashOfText(m.strValue(self)),
    iterate: newStrIterator,
    length: (m, self) => codePointLength(m.strValue(self)),
    truth: (m, self) => m.strValue(self) !== '',
    getItem,
    contains(m, self, item) {
      if (m.isStr(item)) return m.strValue(self).includes(m.strValue(item));
      return m.raise('TypeError', `'in <string>' requires string as left operand, not ${m.typeName(item)}`);
    },
    compare(m, op, left, right) {
      if (!m.isStr(left) || !m.isStr(right)) return m.notImplemented;
      return comparisonResult(m, op, compareByCodePoint(m.strValue(left), m.strValue(right)));
    },
    binary,
  },
  methods: {
    ...strSearchMethods,
    ...strSplitMethods,
    ...strShapeMethods,
    translate,
    format,
    format_map: formatMap,
    encode(m, args, names) {
      const [encoding, errors] = m.bindArguments('encode', args.slice(1), names, ['encoding=', 'errors=']);
      requireEncodingNames(m, 'encode', encoding, errors);
      return m.bytes(encoded(m, m.strValue(args[0]), encoding, errors));
    },
    __getnewargs__(m, args, names) {
      noKeywords(m, 'str.__getnewargs__', names);
      return m.tuple([m.str(m.strValue(args[0]))]);
    },
  },
  staticMethods: { maketrans },
};
