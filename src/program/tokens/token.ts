/** Tokens, as Python's `tokenize` names them. */
export type TokenKind =
  | 'name'
  | 'keyword'
  | 'number'
  | 'string'
  /** `f"`: prefix and quote. Then come texts and fields (`{`, tokens, `}`), then `fstring-end`. */
  | 'fstring-start'
  | 'fstring-text'
  | 'fstring-end'
  | 'op'
  /** End of a logical line. */
  | 'newline'
  | 'indent'
  | 'dedent'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offsets into the (newline-normalised) source. */
  readonly from: number;
  readonly to: number;
  /** The source text; a name is in normal form NFKC, as CPython compares names. */
  readonly text: string;
}

/** Words that can never be names (the soft ones, `match`, `case`, `type` and `_`, can). */
export const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
