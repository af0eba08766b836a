/** Methods of str that change case or width, and those that ask what it is made of. Source: CPython Objects/unicodeobject.c. */
import type { Machine, NativeCall } from '../native.ts';
import * as classes from '../text/character-classes.ts';
import { codePointLength } from '../text/code-points.ts';
import { capitalize, caseFold, swapCase, title } from '../text/letter-case.ts';
import { center, expandTabs, padLeft, padRight, zeroFill } from '../text/padding.ts';
import { noArguments, oneArgument, positional } from './call-arguments.ts';

function mapping(method: string, change: (text: string) => string): NativeCall {
  return (m, args, names) => {
    noArguments(m, `str.${method}`, args, names);
    return m.str(change(m.strValue(args[0])));
  };
}

function question(method: string, ask: (text: string) => boolean): NativeCall {
  return (m, args, names) => {
    noArguments(m, `str.${method}`, args, names);
    return m.bool(ask(m.strValue(args[0])));
  };
}

function fillCharacter(m: Machine, id: number | undefined): string {
  if (id === undefined) return ' ';
  if (!m.isStr(id)) {
    m.raise('TypeError', `The fill character must be a unicode character, not ${m.typeName(id)}`);
  }
  const fill = m.strValue(id);
  if (codePointLength(fill) !== 1) {
    m.raise('TypeError', 'The fill character must be exactly one character long');
  }
  return fill;
}

function padding(method: string, pad: (text: string, width: number, fill: string) => string): NativeCall {
  return (m, args, names) => {
    positional(m, method, args, names, 1, 2);
    const width = m.indexNumber(args[1]);
    return m.str(pad(m.strValue(args[0]), checkedWidth(m, width), fillCharacter(m, args[2])));
  };
}

/** A width that memory has room for. */
function checkedWidth(m: Machine, width: number): number {
  if (width > 2 ** 28) m.raise('MemoryError', '');
  return width;
}

export const strShapeMethods: Readonly<Record<string, NativeCall>> = {
  upper: mapping('upper', (text) => text.toUpperCase()),
  lower: mapping('lower', (text) => text.toLowerCase()),
  title: mapping('title', title),
  capitalize: mapping('capitalize', capitalize),
  swapcase: mapping('swapcase', swapCase),
  casefold: mapping('casefold', caseFold),
  center: padding('center', center),
  ljust: padding('ljust', padRight),
  rjust: padding('rjust', padLeft),
  zfill(m, args, names) {
    oneArgument(m, 'str.zfill', args, names);
    return m.str(zeroFill(m.strValue(args[0]), checkedWidth(m, m.indexNumber(args[1]))));
  },
  expandtabs(m, args, names) {
    const [size] = m.bindArguments('expandtabs', args.slice(1), names, ['tabsize=']);
    return m.str(expandTabs(m.strValue(args[0]), size === 0 ? 8 : m.indexNumber(size)));
  },
  isalpha: question('isalpha', classes.isAlpha),
  isdecimal: question('isdecimal', classes.isDecimal),
  isdigit: question('isdigit', classes.isDigit),
  isnumeric: question('isnumeric', classes.isNumeric),
  isalnum: question('isalnum', classes.isAlnum),
  isspace: question('isspace', classes.isSpace),
  isascii: question('isascii', classes.isAscii),
  isidentifier: question('isidentifier', classes.isIdentifier),
  isprintable: question('isprintable', classes.isPrintable),
  islower: question('islower', classes.isLower),
  isupper: question('isupper', classes.isUpper),
  istitle: question('istitle', classes.isTitle),
};
