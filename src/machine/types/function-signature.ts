/**
 * Arguments of native functions that stand for Python functions (the `__new__` of a namedtuple, the `__init__` of a
 * dataclass), bound with a Python function's rules and complaints. Source: CPython Python/ceval.c (initialize_locals).
 */
import type { Machine } from '../native.ts';

export interface Parameter {
  readonly name: string;
  readonly hasDefault: boolean;
  readonly keywordOnly?: boolean;
}

/** Borrowed arguments in the order of the parameters, 0 where a default is to be used. `args` includes self or cls. */
export function bindParameters(
  m: Machine,
  functionName: string,
  parameters: readonly Parameter[],
  args: readonly number[],
  names: readonly string[] | null,
): number[] {
  const positional = parameters.filter((parameter) => !parameter.keywordOnly);
  const given = args.length - (names?.length ?? 0);
  const bound = new Array<number>(parameters.length).fill(0);
  for (let i = 0; i < given && i < positional.length; i++) {
    bound[parameters.indexOf(positional[i])] = args[i];
  }
  names?.forEach((name, i) => {
    const at = parameters.findIndex((parameter) => parameter.name === name);
    if (at < 0) {
      m.raise('TypeError', `${functionName}() got an unexpected keyword argument '${name}'`);
    }
    if (bound[at] !== 0) {
      m.raise('TypeError', `${functionName}() got multiple values for argument '${name}'`);
    }
    bound[at] = args[given + i];
  });
  if (given > positional.length) tooMany(m, functionName, positional, given);
  const missing = parameters.filter((parameter, i) => bound[i] === 0 && !parameter.hasDefault);
  complainMissing(
    m,
    functionName,
    'positional',
    missing.filter((p) => !p.keywordOnly),
  );
  complainMissing(
    m,
    functionName,
    'keyword-only',
    missing.filter((p) => p.keywordOnly),
  );
  return bound;
}

function tooMany(m: Machine, functionName: string, positional: readonly Parameter[], given: number): never {
  const most = positional.length;
  const least = positional.filter((parameter) => !parameter.hasDefault).length;
  const range = least === most ? `${most}` : `from ${least} to ${most}`;
  const noun = least === most && most === 1 ? 'argument' : 'arguments';
  const verb = given === 1 ? 'was' : 'were';
  return m.raise('TypeError', `${functionName}() takes ${range} positional ${noun} but ${given} ${verb} given`);
}

function complainMissing(m: Machine, functionName: string, sort: string, missing: readonly Parameter[]): void {
  if (missing.length === 0) return;
  const quoted = missing.map((parameter) => `'${parameter.name}'`);
  const last = quoted.pop()!;
  const list = quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`;
  const noun = missing.length === 1 ? 'argument' : 'arguments';
  m.raise('TypeError', `${functionName}() missing ${missing.length} required ${sort} ${noun}: ${list}`);
}
