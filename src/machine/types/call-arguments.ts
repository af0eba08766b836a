/**
 * Checks of argument counts in the words of CPython's argument clinic. `args` are those of a method, `args[0]` is self;
 * the `function...` forms are for functions. All throw TypeError.
 */
import type { Machine } from '../native.ts';
import { isAtLeast } from './versions.ts';

type Names = readonly string[] | null;

/** METH_NOARGS: `list.clear() takes no arguments (1 given)`. */
export function noArguments(m: Machine, name: string, args: readonly number[], names: Names): void {
  noKeywords(m, name, names);
  if (args.length !== 1) m.raise('TypeError', `${name}() takes no arguments (${args.length - 1} given)`);
}

/** METH_O: `list.append() takes exactly one argument (2 given)`. */
export function oneArgument(m: Machine, name: string, args: readonly number[], names: Names): void {
  noKeywords(m, name, names);
  if (args.length !== 2) {
    m.raise('TypeError', `${name}() takes exactly one argument (${args.length - 1} given)`);
  }
}

/** METH_O of a function: `len() takes exactly one argument (2 given)`. */
export function functionOneArgument(m: Machine, name: string, args: readonly number[], names: Names): void {
  noKeywords(m, name, names);
  if (args.length !== 1) m.raise('TypeError', `${name}() takes exactly one argument (${args.length} given)`);
}

/** Positional only, METH_FASTCALL: `pop expected at most 1 argument, got 2`. */
export function positional(
  m: Machine,
  name: string,
  args: readonly number[],
  names: Names,
  least: number,
  most: number,
): void {
  if (names !== null && names.length > 0) {
    m.raise('TypeError', `${m.typeName(args[0])}.${name}() takes no keyword arguments`);
  }
  checkCount(m, name, args.length - 1, names, least, most);
}

/** As `positional`, for functions. */
export function functionPositional(
  m: Machine,
  name: string,
  args: readonly number[],
  names: Names,
  least: number,
  most: number,
): void {
  checkCount(m, name, args.length, names, least, most);
}

/** A keyword that the function does not know. */
export function refuseKeyword(m: Machine, name: string, keyword: string): never {
  return m.raise(
    'TypeError',
    isAtLeast(m, 13)
      ? `${name}() got an unexpected keyword argument '${keyword}'`
      : `'${keyword}' is an invalid keyword argument for ${name}()`,
  );
}

export function noKeywords(m: Machine, name: string, names: Names): void {
  if (names !== null && names.length > 0) m.raise('TypeError', `${name}() takes no keyword arguments`);
}

function checkCount(m: Machine, name: string, given: number, names: Names, least: number, most: number): void {
  noKeywords(m, name.slice(name.lastIndexOf('.') + 1), names);
  if (given >= least && given <= most) return;
  const [bound, word] = given < least ? [least, 'at least '] : [most, 'at most '];
  const exactly = least === most ? '' : word;
  m.raise('TypeError', `${name} expected ${exactly}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
}
