import { Problem } from '../problem.ts';
import type { Token, TokenKind } from './token.ts';

export interface Bracket {
  readonly text: string;
  readonly from: number;
}

/** Inside an f-string: its text (or the text of a format specification), or one of its fields. */
export type FormattedMode =
  | {
      readonly kind: 'text';
      readonly quote: string;
      readonly from: number;
      readonly raw: boolean;
      /** Whether this is the part of a field behind its colon. */
      readonly specification: boolean;
    }
  | {
      readonly kind: 'field';
      readonly quote: string;
      readonly raw: boolean;
      /** Number of open brackets, the field's own `{` counted. */
      readonly depth: number;
      /** 1 for a field of the string, 2 for a field in its specification, and so on. */
      readonly level: number;
    };

/** CPython's MAXLEVEL for brackets. */
const maxBrackets = 200;

/** What the parts of the tokenizer share: the place reached, the open brackets and f-strings, the tokens so far. */
export class Scanner {
  readonly source: string;
  readonly tokens: Token[] = [];
  readonly brackets: Bracket[] = [];
  readonly modes: FormattedMode[] = [];
  /** Offset of the next character. */
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Makes a token that ends at `to`, and goes there. */
  push(kind: TokenKind, from: number, to: number, text = this.source.slice(from, to)): void {
    this.tokens.push({ kind, from, to, text });
    this.at = to;
  }

  openBracket(from: number): void {
    const text = this.source[from];
    if (this.brackets.length >= maxBrackets) {
      throw new Problem(
        { from, to: from + 1 },
        `Too many nested brackets: at most ${maxBrackets} can be open at once, so split the expression.`,
        'limit',
      );
    }
    this.brackets.push({ text, from });
  }

  closeBracket(from: number): void {
    const text = this.source[from];
    const open = this.brackets.pop();
    if (open === undefined) {
      throw new Problem({ from, to: from + 1 }, `This '${text}' closes nothing: remove it, or open it before.`);
    }
    const expected = open.text === '(' ? ')' : open.text === '[' ? ']' : '}';
    if (text !== expected) {
      throw new Problem(
        { from, to: from + 1 },
        `This '${text}' does not match the '${open.text}' opened before it: expected '${expected}'.`,
      );
    }
  }
}
