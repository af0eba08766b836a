/** Arguments of native functions: ordering by name, counting, and CPython's complaints (Python/getargs.c). */
import { keepKeywordNames } from './keyword-names.ts';
import type { PythonMachine } from './machine.ts';
import type { ParameterSpec } from './native.ts';
import { refuseKeyword } from './types/call-arguments.ts';

/** Orders arguments by a spec such as ['iterable', '/', 'key=', '*', 'reverse=']; missing optional ones are 0. */
export function bindNativeArguments(
  m: PythonMachine,
  name: string,
  args: readonly number[],
  names: readonly string[] | null,
  spec: ParameterSpec,
): number[] {
  if (names === null) {
    const bound = boundByPosition(args, spec);
    if (bound !== null) return bound;
  }
  const parameters: { name: string; optional: boolean; positional: boolean; keyword: boolean }[] = [];
  let keywordOnly = false;
  for (const entry of spec) {
    if (entry === '/') for (const parameter of parameters) parameter.keyword = false;
    else if (entry === '*') keywordOnly = true;
    else {
      const optional = entry.endsWith('=');
      const plain = optional ? entry.slice(0, -1) : entry;
      parameters.push({ name: plain, optional, positional: !keywordOnly, keyword: true });
    }
  }
  if (names !== null) {
    keepKeywordNames(m, name, () => parameters.filter(({ keyword }) => keyword).map((parameter) => parameter.name));
  }
  const given = args.length - (names === null ? 0 : names.length);
  const most = parameters.filter((parameter) => parameter.positional).length;
  if (args.length > parameters.length && parameters.some((parameter) => parameter.keyword)) {
    const noun = given === 0 ? 'keyword argument' : 'argument';
    m.raise(
      'TypeError',
      `${name}() takes at most ${parameters.length} ${plural(parameters.length, noun)} (${args.length} given)`,
    );
  }
  if (given > most) {
    if (most === 0) m.raise('TypeError', `${name}() takes no positional arguments`);
    const least = parameters.filter((parameter) => parameter.positional && !parameter.optional).length;
    const bound = least === most ? 'exactly' : 'at most';
    m.raise('TypeError', `${name}() takes ${bound} ${most} ${plural(most, 'positional argument')} (${given} given)`);
  }
  const bound: number[] = new Array(parameters.length).fill(0);
  for (let i = 0; i < given; i++) bound[i] = args[i];
  (names ?? []).forEach((keyword, i) => {
    const at = parameters.findIndex((parameter) => parameter.keyword && parameter.name === keyword);
    if (at < 0) {
      // A missing argument is the first complaint.
      const missing = parameters.findIndex(
        (parameter, j) => !parameter.optional && j >= given && !names!.includes(parameter.name),
      );
      if (missing >= 0)
        m.raise('TypeError', `${name}() missing required argument '${parameters[missing].name}' (pos ${missing + 1})`);
      refuseKeyword(m, name, keyword);
    }
    if (bound[at] !== 0) {
      m.raise('TypeError', `argument for ${name}() given by name ('${keyword}') and position (${at + 1})`);
    }
    bound[at] = args[given + i];
  });
  const missing = parameters.findIndex((parameter, i) => !parameter.optional && bound[i] === 0);
  if (missing >= 0) {
    if (parameters.every((parameter) => !parameter.keyword))
      expectArgumentCount(m, name, args, null, parameters.filter((p) => !p.optional).length, most);
    m.raise('TypeError', `${name}() missing required argument '${parameters[missing].name}' (pos ${missing + 1})`);
  }
  return bound;
}

/** The frequent case, without keywords and complaints; null when it is not that. */
function boundByPosition(args: readonly number[], spec: ParameterSpec): number[] | null {
  const bound: number[] = [];
  let keywordOnly = false;
  for (const entry of spec) {
    if (entry === '/') continue;
    if (entry === '*') {
      keywordOnly = true;
      continue;
    }
    const at = bound.length;
    if (!keywordOnly && at < args.length) bound.push(args[at]);
    else if (entry.charCodeAt(entry.length - 1) === EQUALS_SIGN) bound.push(0);
    else return null;
    if (keywordOnly && at < args.length) return null;
  }
  return args.length > bound.length ? null : bound;
}
const EQUALS_SIGN = 61;

export function expectArgumentCount(
  m: PythonMachine,
  name: string,
  args: readonly number[],
  names: readonly string[] | null,
  least: number,
  most: number,
): void {
  if (names !== null && names.length > 0) m.raise('TypeError', `${name}() takes no keyword arguments`);
  const given = args.length;
  if (given >= least && given <= most) return;
  if (least === most) {
    if (most === 0) m.raise('TypeError', `${name}() takes no arguments (${given} given)`);
    if (most === 1) m.raise('TypeError', `${name}() takes exactly one argument (${given} given)`);
    m.raise('TypeError', `${name} expected ${most} arguments, got ${given}`);
  }
  if (given < least) {
    m.raise('TypeError', `${name} expected at least ${least} ${plural(least, 'argument')}, got ${given}`);
  }
  m.raise('TypeError', `${name} expected at most ${most} ${plural(most, 'argument')}, got ${given}`);
}

export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
