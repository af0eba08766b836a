import { Problem } from '../problem.ts';
import type { Scanner } from './scanner.ts';

/** CPython's MAXINDENT. */
const maxIndentation = 100;

/**
 * The block structure: open indentations as two columns each, one with tab stops every 8 columns and one with tabs of
 * one column; where the two disagree on the order, the text mixes tabs and spaces in a way that depends on the editor
 * (CPython: `tok_get_normal_mode`, `col` and `altcol`).
 */
export class Indentation {
  readonly #columns: number[] = [0];
  readonly #tabless: number[] = [0];

  /** Reads the white space of a new logical line that starts at `from`; its first token is at `to`. */
  open(scanner: Scanner, from: number, to: number): void {
    let column = 0;
    let tabless = 0;
    // Before a '\\' at the end of the line: there the indentation is decided.
    let decided = 0;
    let decidedTabless = 0;
    for (let at = from; at < to; at++) {
      const char = scanner.source[at];
      if (char === ' ') {
        column++;
        tabless++;
      } else if (char === '\t') {
        column += 8 - (column % 8);
        tabless++;
      } else if (char === '\f') {
        column = 0;
        tabless = 0;
      } else if (char === '\\' && decided === 0) {
        decided = column;
        decidedTabless = tabless;
      }
    }
    if (decided > 0) {
      column = decided;
      tabless = decidedTabless;
    }
    const columns = this.#columns;
    const mixed = (): Problem =>
      new Problem({ from, to }, 'Tabs and spaces are mixed in this indentation: use only spaces, four for each level.');
    if (column === columns.at(-1)) {
      if (tabless !== this.#tabless.at(-1)) throw mixed();
      return;
    }
    if (column > columns.at(-1)!) {
      if (tabless <= this.#tabless.at(-1)!) throw mixed();
      if (columns.length >= maxIndentation) {
        throw new Problem({ from, to }, `Too many levels of indentation: at most ${maxIndentation}.`, 'limit');
      }
      columns.push(column);
      this.#tabless.push(tabless);
      scanner.push('indent', from, to);
      return;
    }
    while (column < columns.at(-1)!) {
      columns.pop();
      this.#tabless.pop();
      scanner.push('dedent', to, to);
    }
    if (column !== columns.at(-1)) {
      throw new Problem(
        { from, to: Math.max(to, from + 1) },
        'This indentation matches no outer level: line it up with the block it belongs to.',
      );
    }
    if (tabless !== this.#tabless.at(-1)) throw mixed();
  }

  /** At the end of the program every block ends. */
  closeAll(scanner: Scanner, at: number): void {
    while (this.#columns.length > 1) {
      this.#columns.pop();
      this.#tabless.pop();
      scanner.push('dedent', at, at);
    }
  }
}
