/** Methods of str that look for text. Source: CPython Objects/unicodeobject.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeCall } from '../native.ts';
import { count, findFirst, findLast, matchesAt, replace, searchRange, type SearchRange } from '../text/searching.ts';
import { oneArgument, positional } from './call-arguments.ts';
import { boundArgument, plainTextArgument, textArgument } from './str-argument.ts';
import { isAtLeast } from './versions.ts';

type Args = readonly number[];
type Names = readonly string[] | null;

function part(m: Machine, method: string, args: Args, names: Names): string {
  if (!isAtLeast(m, 13) && args.length === 1) {
    m.raise('TypeError', `${method}() takes at least 1 argument (0 given)`);
  }
  positional(m, method, args, names, 1, 3);
  return isAtLeast(m, 13) ? textArgument(m, method, 1, args[1]) : plainTextArgument(m, args[1]);
}

function rangeArguments(m: Machine, text: string, args: Args): SearchRange | null {
  return searchRange(text, boundArgument(m, args[2]), boundArgument(m, args[3]));
}

function finder(method: string, find: typeof findFirst, mustExist: boolean): NativeCall {
  return (m, args, names) => {
    const text = m.strValue(args[0]);
    const at = find(text, part(m, method, args, names), rangeArguments(m, text, args));
    if (at < 0 && mustExist) m.raise('ValueError', 'substring not found');
    return m.int(at);
  };
}

function matcher(method: string, end: 'start' | 'end'): NativeCall {
  return (m, args, names) => {
    positional(m, method, args, names, 1, 3);
    const text = m.strValue(args[0]);
    const range = rangeArguments(m, text, args);
    const wanted = args[1];
    if (m.isStr(wanted)) return m.bool(matchesAt(text, m.strValue(wanted), range, end));
    if (m.heap.kind[wanted] !== Kind.TUPLE) {
      m.raise('TypeError', `${method} first arg must be str or a tuple of str, not ${m.typeName(wanted)}`);
    }
    for (const item of m.items(wanted)) {
      if (!m.isStr(item)) {
        m.raise('TypeError', `tuple for ${method} must only contain str, not ${m.typeName(item)}`);
      }
      if (matchesAt(text, m.strValue(item), range, end)) return m.true_;
    }
    return m.false_;
  };
}

function replaceMethod(m: Machine, args: Args, names: Names): number {
  // 3.13 made `count` a keyword.
  let given = args;
  if (isAtLeast(m, 13)) {
    const positionalCount = args.length - 1 - (names?.length ?? 0);
    if (positionalCount < 2) {
      m.raise('TypeError', `replace() takes at least 2 positional arguments (${positionalCount} given)`);
    }
    const bound = m.bindArguments('replace', args.slice(1), names, ['old', 'new', 'count=']);
    given = bound[2] === 0 ? [args[0], bound[0], bound[1]] : [args[0], ...bound];
  } else {
    positional(m, 'replace', args, names, 2, 3);
  }
  const text = m.strValue(args[0]);
  const old = textArgument(m, 'replace', 1, given[1]);
  const by = textArgument(m, 'replace', 2, given[2]);
  const most = given[3] === undefined ? -1 : m.indexNumber(given[3]);
  return m.str(replace(text, old, by, most));
}

function removeAffix(method: 'removeprefix' | 'removesuffix'): NativeCall {
  return (m, args, names) => {
    oneArgument(m, `str.${method}`, args, names);
    const text = m.strValue(args[0]);
    const affix = textArgument(m, method, 0, args[1]);
    if (method === 'removeprefix') {
      return m.str(text.startsWith(affix) ? text.slice(affix.length) : text);
    }
    const hasSuffix = affix !== '' && text.endsWith(affix);
    return m.str(hasSuffix ? text.slice(0, -affix.length) : text);
  };
}

export const strSearchMethods: Readonly<Record<string, NativeCall>> = {
  find: finder('find', findFirst, false),
  rfind: finder('rfind', findLast, false),
  index: finder('index', findFirst, true),
  rindex: finder('rindex', findLast, true),
  startswith: matcher('startswith', 'start'),
  endswith: matcher('endswith', 'end'),
  count(m, args, names) {
    const text = m.strValue(args[0]);
    return m.int(count(text, part(m, 'count', args, names), rangeArguments(m, text, args)));
  },
  replace: replaceMethod,
  removeprefix: removeAffix('removeprefix'),
  removesuffix: removeAffix('removesuffix'),
};
