import { Problem, type ProblemList } from '../problem.ts';
import type { Body, Expression, Span } from '../syntax.ts';
import type { Token, TokenKind } from '../tokens/token.ts';

/**
 * The rules that call each other across files, under the names of Python's grammar (Grammar/python.gram).
 * `parse-module.ts` puts them together; so no file imports one that imports it.
 */
export interface Rules {
  readonly expression: (parser: Parser) => Expression;
  readonly disjunction: (parser: Parser) => Expression;
  readonly bitwiseOr: (parser: Parser) => Expression;
  readonly namedExpression: (parser: Parser) => Expression;
  /** `a`, `*a`, `a, *b`: a tuple when there is a comma. */
  readonly starExpressions: (parser: Parser) => Expression;
  readonly block: (parser: Parser, header: Token, what: string) => Body;
}

/** What the parser must know of the version. */
export interface ParserOptions {
  /** `def f[T]()`, `type X = int`: not at all (3.11), without defaults (3.12), with defaults (3.13 and later). */
  readonly typeParameters?: 'none' | 'without-defaults' | 'with-defaults';
  /** `except A, B:` needs no parentheses where no name follows (PEP 758, 3.14 and later). */
  readonly bareExceptTypes?: boolean;
}

/** Deepest nesting of rules within rules: keeps hostile programs off the end of the JavaScript stack. */
const maxDepth = 600;

/** The tokens, the one being looked at, and what every rule needs to move on or to give up. */
export class Parser {
  readonly source: string;
  readonly rules: Rules;
  readonly problems: ProblemList;
  readonly options: ParserOptions;
  readonly #tokens: readonly Token[];
  #index = 0;
  #lastEnd = 0;
  #depth = 0;

  constructor(source: string, tokens: readonly Token[], problems: ProblemList, rules: Rules, options: ParserOptions) {
    this.source = source;
    this.rules = rules;
    this.problems = problems;
    this.options = options;
    this.#tokens = tokens;
  }

  get token(): Token {
    return this.#tokens[this.#index];
  }

  /** End of the token consumed last, line ends and indentation not counted. */
  get lastEnd(): number {
    return this.#lastEnd;
  }

  get previous(): Token | undefined {
    return this.#tokens[this.#index - 1];
  }

  /** The token `count` behind the current one; the last token when there are not so many. */
  peek(count: number): Token {
    return this.#tokens[Math.min(this.#index + count, this.#tokens.length - 1)];
  }

  /** Whether the current token is of this kind. */
  at(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  /** Goes to the end of the program: after many problems nothing more is to be learned. */
  abandon(): void {
    this.#index = this.#tokens.length - 1;
  }

  /** Whether the current token is this operator or keyword. */
  is(text: string): boolean {
    const { kind, text: found } = this.token;
    return found === text && (kind === 'op' || kind === 'keyword');
  }

  next(): Token {
    const { token } = this;
    const { kind } = token;
    if (kind !== 'end') this.#index++;
    if (kind !== 'newline' && kind !== 'indent' && kind !== 'dedent') this.#lastEnd = token.to;
    return token;
  }

  accept(text: string): boolean {
    const found = this.is(text);
    if (found) this.next();
    return found;
  }

  /** Consumes the operator or keyword `text`, which `context` needs ("after the condition"). */
  expect(text: string, context: string): Token {
    if (!this.is(text)) throw this.unexpected(`expected '${text}' ${context}`);
    return this.next();
  }

  /** Consumes a name, which is `what` ("the function's name"). */
  expectName(what: string): Token {
    const { token } = this;
    if (token.kind === 'keyword') {
      throw new Problem(token, `'${token.text}' is a keyword and cannot be ${what}: choose another name.`);
    }
    if (token.kind !== 'name') throw this.unexpected(`expected ${what}`);
    return this.next();
  }

  /** A problem at the current token: names it, and says what was expected. */
  unexpected(expectation: string): Problem {
    return new Problem(this.token, `Unexpected ${describe(this.token)}: ${expectation}.`);
  }

  spanFrom(from: number): Span {
    return { from, to: this.lastEnd };
  }

  /** Runs a rule that may contain itself. */
  nested<T>(rule: () => T): T {
    if (this.#depth >= maxDepth) {
      throw new Problem(this.token, `The program is nested more than ${maxDepth} levels deep here: split it.`, 'limit');
    }
    this.#depth++;
    try {
      return rule();
    } finally {
      this.#depth--;
    }
  }
}

/** A token in words, for a message. */
export function describe(token: Token): string {
  switch (token.kind) {
    case 'newline':
      return 'end of the line';
    case 'end':
      return 'end of the program';
    case 'indent':
      return 'indentation';
    case 'dedent':
      return 'end of the block';
    case 'string':
    case 'fstring-start':
    case 'fstring-text':
    case 'fstring-end':
      return 'string';
    case 'keyword':
      return `keyword '${token.text}'`;
    case 'number':
    case 'name':
    case 'op':
      return `'${token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text}'`;
  }
}
