import { firstAbove, firstAtLeast } from '../base/bisect.ts';

/**
 * The text as the tokenizer reads it: CPython turns `\r\n` and `\r` into `\n` before anything else, and so do we, but
 * diagnostics point into the text as it was given.
 */
export class SourceText {
  readonly text: string;
  /** Offset in `text` of the first character of each line. */
  readonly #lineStarts: Int32Array;
  /** Offsets in `text` of the newlines that were two characters; empty for most programs. */
  readonly #shortened: readonly number[];
  /** The line found last: consecutive questions are mostly about the same line or the next. */
  #recent = 0;

  constructor(source: string) {
    const shortened: number[] = [];
    if (source.includes('\r')) {
      let removed = 0;
      this.text = source.replace(/\r\n?/g, (newline, offset: number) => {
        if (newline.length === 2) shortened.push(offset - removed++);
        return '\n';
      });
    } else {
      this.text = source;
    }
    this.#shortened = shortened;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.#lineStarts = Int32Array.from(starts);
  }

  /** The 1-based line that holds `offset`. */
  lineAt(offset: number): number {
    return this.#lineIndex(offset) + 1;
  }

  /** 0-based, in UTF-16 units. */
  columnAt(offset: number): number {
    return offset - this.#lineStarts[this.#lineIndex(offset)];
  }

  /** Offset in the text as it was given. */
  originalOffset(offset: number): number {
    return offset + firstAtLeast(this.#shortened, this.#shortened.length, offset);
  }

  #lineIndex(offset: number): number {
    const starts = this.#lineStarts;
    const recent = this.#recent;
    if (offset >= starts[recent]) {
      if (recent + 1 >= starts.length || offset < starts[recent + 1]) return recent;
      if (recent + 2 >= starts.length || offset < starts[recent + 2]) return (this.#recent += 1);
    }
    this.#recent = firstAbove(starts, starts.length, offset) - 1;
    return this.#recent;
  }
}
