/**
 * Arguments of Python functions: from what a call gives to the first slots of the frame.
 * Source: CPython Python/ceval.c (initialize_locals, too_many_positional, missing_arguments, positional_only_passed_as_keyword).
 */
import { Kind } from '../heap/kinds.ts';
import { FunctionSlot, functionName } from './functions.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { closest } from './suggestions.ts';
import { dictLookupName } from './types/dict-table.ts';

/**
 * The values of a function's parameters, in slot order, 0 for those that no parameter fills. `args` are borrowed, the
 * values of keyword arguments last; the result is owned by the caller, `*args` and `**kwargs` objects included.
 */
export function bindParameters(
  m: PythonMachine,
  func: number,
  loaded: LoadedCode,
  args: readonly number[],
  names: readonly string[] | null,
): number[] {
  const heap = m.heap;
  const code = loaded.code;
  const total = code.argCount + code.keywordOnlyCount;
  const positional = args.length - (names === null ? 0 : names.length);
  const bound: number[] = new Array(total + Number(code.hasVarArgs) + Number(code.hasVarKeywords)).fill(0);
  const extraKeywords: [string, number][] = [];

  const fromPosition = Math.min(positional, code.argCount);
  for (let i = 0; i < fromPosition; i++) bound[i] = args[i];
  for (let i = 0; names !== null && i < names.length; i++) {
    const name = names[i];
    const at = code.localNames.indexOf(name);
    if (at >= code.positionalOnlyCount && at < total) {
      if (bound[at] !== 0)
        m.raise('TypeError', `${functionName(m, func)}() got multiple values for argument '${name}'`);
      bound[at] = args[positional + i];
    } else if (code.hasVarKeywords) extraKeywords.push([name, args[positional + i]]);
    else complainAboutKeyword(m, func, loaded, name, names);
  }
  if (positional > code.argCount && !code.hasVarArgs) tooManyPositional(m, func, loaded, positional, bound);

  const slots = heap.slots[func]!;
  const defaults = slots[FunctionSlot.DEFAULTS];
  if (positional < code.argCount) {
    const values = defaults === 0 ? [] : heap.slots[defaults]!;
    const firstDefault = code.argCount - values.length;
    const missing: string[] = [];
    for (let i = 0; i < code.argCount; i++) {
      if (bound[i] !== 0) continue;
      if (i >= firstDefault) bound[i] = values[i - firstDefault];
      else missing.push(code.localNames[i]);
    }
    if (missing.length > 0) complainAboutMissing(m, func, missing, 'positional');
  }
  if (code.keywordOnlyCount > 0) {
    const keywordDefaults = slots[FunctionSlot.KEYWORD_DEFAULTS];
    const missing: string[] = [];
    for (let i = code.argCount; i < total; i++) {
      if (bound[i] !== 0) continue;
      const value = keywordDefaults === 0 ? 0 : dictLookupName(heap, keywordDefaults, code.localNames[i]);
      if (value !== 0) bound[i] = value;
      else missing.push(code.localNames[i]);
    }
    if (missing.length > 0) complainAboutMissing(m, func, missing, 'keyword-only');
  }

  for (let i = 0; i < total; i++) heap.incref(bound[i]);
  if (code.hasVarArgs) {
    const rest = args.slice(fromPosition, positional);
    for (const item of rest) heap.incref(item);
    bound[total] = m.tupleFromArray(rest);
  }
  if (code.hasVarKeywords) {
    const dict = m.dict();
    for (const [name, value] of extraKeywords) m.dictSetName(dict, name, value);
    bound[bound.length - 1] = dict;
  }
  return bound;
}

function complainAboutKeyword(
  m: PythonMachine,
  func: number,
  loaded: LoadedCode,
  name: string,
  names: readonly string[],
): never {
  const code = loaded.code;
  const wrong = code.localNames.slice(0, code.positionalOnlyCount).filter((each) => names.includes(each));
  if (wrong.length > 0) {
    m.raise(
      'TypeError',
      `${functionName(m, func)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`,
    );
  }
  const isLate = m.profile.versionInfo[1] >= 13;
  const keywords = code.localNames.slice(code.positionalOnlyCount, code.argCount + code.keywordOnlyCount);
  const meant = isLate ? closest(name, keywords) : null;
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  m.raise('TypeError', `${functionName(m, func)}() got an unexpected keyword argument '${name}'${hint}`);
}

function tooManyPositional(
  m: PythonMachine,
  func: number,
  loaded: LoadedCode,
  given: number,
  bound: readonly number[],
): never {
  const code = loaded.code;
  const defaults = m.heap.slots[func]![FunctionSlot.DEFAULTS];
  const defaultCount = defaults === 0 ? 0 : m.heap.slots[defaults]!.length;
  const most = code.argCount;
  const takes = defaultCount > 0 ? `from ${most - defaultCount} to ${most}` : String(most);
  const noun = defaultCount > 0 || most !== 1 ? 'positional arguments' : 'positional argument';
  const keywordGiven = bound.slice(most, most + code.keywordOnlyCount).filter((id) => id !== 0).length;
  let were = `${given} ${given === 1 && keywordGiven === 0 ? 'was' : 'were'} given`;
  if (keywordGiven > 0) {
    const keywordNoun = keywordGiven === 1 ? 'argument' : 'arguments';
    were =
      `${given} positional ${given === 1 ? 'argument' : 'arguments'} ` +
      `(and ${keywordGiven} keyword-only ${keywordNoun}) were given`;
  }
  m.raise('TypeError', `${functionName(m, func)}() takes ${takes} ${noun} but ${were}`);
}

function complainAboutMissing(m: PythonMachine, func: number, missing: readonly string[], kind: string): never {
  const quoted = missing.map((name) => `'${name}'`);
  const list =
    quoted.length === 1
      ? quoted[0]
      : quoted.length === 2
        ? `${quoted[0]} and ${quoted[1]}`
        : `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
  const noun = missing.length === 1 ? 'argument' : 'arguments';
  m.raise('TypeError', `${functionName(m, func)}() missing ${missing.length} required ${kind} ${noun}: ${list}`);
}

/** The names of a CALL_KW as JavaScript strings. */
export function keywordNames(m: PythonMachine, tuple: number): string[] {
  if (m.heap.kind[tuple] !== Kind.TUPLE) throw new Error(`keyword names must be a tuple, got object ${tuple}`);
  return m.items(tuple).map((name) => m.strValue(name));
}
