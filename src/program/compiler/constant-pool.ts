import type { CodeObject, Constant } from '../code.ts';
import type { Literal } from '../syntax.ts';

/** The constants of one compiled program: equal ones are one object (CPython: `c_const_cache`). */
export class ConstantPool {
  readonly #constants = new Map<string, Constant>();
  readonly #strings = new Map<string, Constant>();

  intern(literal: Literal): Constant {
    if (literal.kind !== 'str') return this.#internOther(literal);
    let constant = this.#strings.get(literal.value);
    if (constant === undefined) {
      constant = literal;
      this.#strings.set(literal.value, constant);
    }
    return constant;
  }

  #internOther(literal: Literal): Constant {
    const key = literalKey(literal);
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const constant: Constant =
      literal.kind === 'tuple' || literal.kind === 'frozenset'
        ? { kind: literal.kind, items: literal.items.map((item) => this.intern(item)) }
        : literal;
    this.#constants.set(key, constant);
    return constant;
  }
}

/** Equal for literals of the same type and value only: `1`, `1.0`, `True` and `-0.0` are four. */
function literalKey(literal: Literal): string {
  switch (literal.kind) {
    case 'int':
      return `i${literal.value}`;
    case 'float':
      return `f${Object.is(literal.value, -0) ? '-0' : literal.value}`;
    case 'complex':
      return `c${Object.is(literal.imag, -0) ? '-0' : literal.imag}`;
    case 'str':
      return `s${literal.value.length}:${literal.value}`;
    case 'bytes':
      return `b${literal.value.join()}`;
    case 'tuple':
    case 'frozenset':
      return `${literal.kind}(${literal.items.map(literalKey).join()})`;
    default:
      return literal.kind;
  }
}

/** A code object is a constant of its own. */
export function codeConstant(code: CodeObject): Constant {
  return { kind: 'code', code };
}
