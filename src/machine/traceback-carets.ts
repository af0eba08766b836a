/**
 * The source lines of a traceback entry with the carets under them. Source: CPython Lib/traceback.py
 * (StackSummary.format_frame_summary, _extract_caret_anchors_from_line_segment, _should_show_carets), from 3.13 on;
 * Python/traceback.c (tb_displayline, extract_anchors_from_line) before.
 */
import { parseModule } from '../program/parser/parse-module.ts';
import { ProblemList } from '../program/problem.ts';
import type { Statement } from '../program/syntax.ts';
import { tokenize } from '../program/tokens/tokenize.ts';

/** A part of the source: lines (the first one whole, and so on), and where in the first and the last one it lies. */
export interface SourcePart {
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What is pointed at: offsets into a segment, `~` outside of it. */
type Anchor = readonly [from: number, to: number];

/** The lines, indented as in a traceback. `minor` is CPython's minor version. */
export function markedLines(part: SourcePart, minor: number): string {
  const shown = part.from < 0 ? [part.lines[0].trim()] : minor >= 13 ? wholePart(part) : firstLine(part);
  return shown.map((line) => `    ${line}\n`).join('');
}

/** Until 3.12: the first line alone. */
function firstLine({ lines, from, to }: SourcePart): string[] {
  const line = lines[0].trim();
  const indent = lines[0].length - lines[0].trimStart().length;
  const start = from - indent;
  const end = Math.min(lines.length === 1 ? to - indent : line.length, line.length);
  if (start < 0 || end <= start) return [line];
  const anchor = lines.length === 1 ? anchorOf(line.slice(start, end), false) : null;
  if (anchor === null && start === 0 && end === line.length) return [line];
  const marks = Array.from({ length: end - start }, (_, i) => markAt(i, anchor));
  return [line, ' '.repeat(start) + marks.join('')];
}

const markAt = (i: number, anchor: Anchor | null): string =>
  anchor === null || (i >= anchor[0] && i < anchor[1]) ? '^' : '~';

/** From 3.13 on: first and last line, and what is near the part that is pointed at. */
function wholePart(part: SourcePart): string[] {
  const lines = dedented(part.lines);
  const removed = part.lines[0].length - lines[0].length;
  const from = Math.max(0, part.from - removed);
  const last = lines.length - 1;
  const to = Math.min(Math.max(0, part.to - removed), lines[last].length);
  const text = lines.join('\n');
  const end = text.length - (lines[last].length - to);
  const anchor = anchorOf(text.slice(from, end), true);
  const absolute: Anchor | null = anchor === null ? null : [anchor[0] + from, anchor[1] + from];
  const showsMarks = marksSaySomething(lines, from, to, anchor);

  const starts = lines.map((_, i) => lines.slice(0, i).join('\n').length + (i > 0 ? 1 : 0));
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const significant = new Set([0, last]);
  for (const offset of absolute ?? []) {
    const line = lineAt(offset);
    for (const near of [line - 1, line, line + 1]) if (near >= 0 && near <= last) significant.add(near);
  }
  const shown: string[] = [];
  const show = (at: number): void => {
    const line = lines[at];
    shown.push(line.trimEnd());
    if (!showsMarks) return;
    const spaces = line.length - line.trimStart().length;
    const count = at === last ? to : line.trimEnd().length;
    const marks = Array.from({ length: count }, (_, i) =>
      i < spaces || (at === 0 && i < from) ? ' ' : markAt(starts[at] + i, absolute),
    );
    shown.push(marks.join(''));
  };
  let previous = 0;
  for (const line of [...significant].sort((a, b) => a - b)) {
    if (line - previous === 2) show(line - 1);
    else if (line - previous > 2) shown.push(`...<${line - previous - 1} lines>...`);
    show(line);
    previous = line;
  }
  return shown;
}

/** textwrap.dedent. */
function dedented(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(common)));
}

/** `f(...)`, `return f(...)` and `x = f(...)`: pointing at all of it says nothing. */
function marksSaySomething(lines: readonly string[], from: number, to: number, anchor: Anchor | null): boolean {
  const text = lines.join('\n');
  const end = text.length - (lines[lines.length - 1].length - to);
  const statement = statementIn(text);
  const value =
    statement?.type === 'Assign' || (statement?.type === 'Return' && statement.value?.type === 'Call')
      ? statement.value
      : null;
  if (value?.type === 'Call' && (statement?.type === 'Assign' || value.func.type === 'Name')) {
    const last = text.lastIndexOf('\n') + 1;
    if (value.from === from && value.to === end && value.to > last) return false;
  }
  if (anchor !== null) return true;
  return lines[0].slice(0, from).trim() !== '' || lines[lines.length - 1].slice(to).trim() !== '';
}

function statementIn(text: string): Statement | null {
  const problems = new ProblemList();
  try {
    const { tokens, problem } = tokenize(text);
    if (problem !== null) return null;
    const { body } = parseModule(text, tokens, problems);
    return problems.isEmpty ? (body[0] ?? null) : null;
  } catch {
    return null; // a line that is no statement by itself
  }
}

/** The part of the segment that the carets point at; calls have had one since 3.13. */
function anchorOf(segment: string, ofCalls: boolean): Anchor | null {
  const statement = statementIn(`(\n${segment}\n)`);
  if (statement?.type !== 'Expr') return null;
  const node = statement.value;
  const shift = 2; // the parenthesis and its line feed
  switch (node.type) {
    case 'BinOp': {
      let at = node.left.to - shift;
      while (at < segment.length && /[\s)\\#]/.test(segment[at])) at++;
      const two = segment.slice(at, at + 2);
      return [at, at + (/^(\*\*|\/\/|<<|>>)$/.test(two) ? 2 : 1)];
    }
    case 'Subscript': {
      const at = segment.indexOf('[', node.value.to - shift);
      return [at, node.to - shift];
    }
    case 'Call': {
      if (!ofCalls) return null;
      const at = segment.indexOf('(', node.func.to - shift);
      return [at, node.to - shift];
    }
    default:
      return null;
  }
}
