/**
 * The line of `~~~^^^` under a source line of a traceback. CPython parses the line once more to find out what to point
 * at; here the instruction says whether it is a call, a subscript or an operator. Source: Lib/traceback.py
 * (_extract_caret_anchors_from_line_segment, _should_show_carets).
 */
import { Op } from '../program/instructions.ts';

/** Carets for the columns [from, to) of a line without indentation; '' where CPython shows none. */
export function caretLine(line: string, from: number, to: number, op: number): string {
  if (from < 0 || to <= from || to > line.length) return '';
  const segment = line.slice(from, to);
  const anchor = anchorOf(segment, op);
  const isCall = anchor !== null && segment.endsWith(')');
  if (isCall && spansStatement(line, from, to, segment)) return '';
  if (anchor === null && line.slice(0, from).trim() === '' && line.slice(to).trim() === '') return '';
  const marks = [...segment].map((_, i) => (anchor === null || (i >= anchor[0] && i < anchor[1]) ? '^' : '~')).join('');
  return ' '.repeat(from) + marks;
}

/** `return f(...)` and `x = f(...)`: pointing at all of it says nothing. */
function spansStatement(line: string, from: number, to: number, segment: string): boolean {
  if (to !== line.length) return false;
  const before = line.slice(0, from);
  if (/^return\s+$/.test(before)) return /^\w+\(/.test(segment);
  return /^[^=!<>]+=\s*$/.test(before) && !/[-+*/%@&|^]=\s*$/.test(before);
}

/** The part [from, to) of the segment that the carets point at. */
function anchorOf(segment: string, op: number): [number, number] | null {
  switch (op) {
    case Op.CALL:
    case Op.CALL_KW:
    case Op.CALL_EX:
      return bracketAnchor(segment, '(', ')');
    case Op.BINARY_SUBSCR:
    case Op.BINARY_SLICE:
      return bracketAnchor(segment, '[', ']');
    case Op.BINARY_OP:
      return operatorAnchor(segment);
    default:
      return null;
  }
}

function bracketAnchor(segment: string, open: string, close: string): [number, number] | null {
  if (!segment.endsWith(close)) return null;
  let depth = 0;
  for (let i = segment.length - 1; i > 0; i--) {
    if (segment[i] === close) depth++;
    else if (segment[i] === open && --depth === 0) return [i, segment.length];
  }
  return null;
}

/** From loosest to tightest; the last operator of the loosest kind splits the expression. */
const OPERATORS = [['|'], ['^'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '/', '//', '%', '@'], ['**']];

function operatorAnchor(segment: string): [number, number] | null {
  const found: [string, number][] = [];
  let depth = 0;
  let quote = '';
  for (let i = 0; i < segment.length; i++) {
    const character = segment[i];
    if (quote !== '') {
      if (character === '\\') i++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0 && /[-+*/%@&|^<>]/.test(character)) {
      const two = segment.slice(i, i + 2);
      const operator = ['**', '//', '<<', '>>'].includes(two) ? two : character;
      const isBinary = /[\w)\]}"'.]\s*$/.test(segment.slice(0, i));
      if (isBinary) found.push([operator, i]);
      i += operator.length - 1;
    }
  }
  for (const kind of OPERATORS) {
    const matching = found.filter(([operator]) => kind.includes(operator));
    if (matching.length === 0) continue;
    const [operator, at] = kind[0] === '**' ? matching[0] : matching[matching.length - 1];
    return [at, at + operator.length];
  }
  return null;
}
