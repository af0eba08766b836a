/**
 * Functions whose first call with keywords makes a tuple of their parameters' names, which stays. What the interpreter
 * called so while it started is not among them, nor what has its tuple since it was built (nearly all since 3.12).
 * Source: CPython Python/getargs.c (parser_init).
 */
import type { PythonMachine } from './machine.ts';
import { keepOutOfPicture } from './modules/library-object.ts';

const MAKES_NAMES: Readonly<Record<number, ReadonlySet<string>>> = {
  11: new Set(['sum', 'popitem', 'move_to_end', 'setdefault', 'pop', 'fromkeys']),
  13: new Set(['min', 'max']),
};

/** Notes that `name` is called with keywords. `parameters`: those of its parameters that have a name for callers. */
export function keepKeywordNames(m: PythonMachine, name: string, parameters: () => readonly string[]): void {
  if (m.keywordNames.has(name) || !MAKES_NAMES[m.profile.versionInfo[1]]?.has(name)) return;
  const tuple = m.tupleFromArray(parameters().map((each) => m.intern(each)));
  m.keywordNames.set(name, tuple);
  keepOutOfPicture(m, tuple);
}
