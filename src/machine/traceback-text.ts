/**
 * Tracebacks as CPython prints them. Source: Lib/traceback.py
 * (TracebackException.format, StackSummary.format_frame_summary), Python/traceback.c (PyTraceBack_Print).
 */
import type { CodeObject } from '../program/code.ts';
import { isGroup, membersOf } from './exception-groups.ts';
import { markedLines } from './traceback-carets.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { type ExceptionBody, ExceptionSlot } from './raising.ts';
import { suggestionFor } from './suggestions.ts';
import { shownExceptionName } from './type-names.ts';
import { type TracebackBody, TracebackSlot } from './unwinding.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
const HEADER = 'Traceback (most recent call last):\n';
/** Exceptions of a group, and groups within groups, that are printed. */
const MOST_MEMBERS = 15;
const MOST_DEPTH = 10;
/** Entries of one place in a row that are printed; the rest is counted. */
const MOST_REPEATS = 3;

/** The whole text, chained exceptions first, with a newline at its end. Borrowed. */
export function tracebackText(m: PythonMachine, exception: number): string {
  const margin: Margin = { depth: 0, needsClose: false };
  return format(m, exception, new Set(), margin);
}

/** Where in exception groups within groups the text is (_ExceptionPrintContext). */
interface Margin {
  depth: number;
  /** The frame of the innermost group is still open at its bottom. */
  needsClose: boolean;
}

function indented(text: string, { depth }: Margin, corner = '|'): string {
  if (depth === 0) return text;
  return text.replace(/^(?=.|\n)/gm, `${'  '.repeat(depth)}${corner} `);
}

/** A chain that is no longer followed: it comes back to an exception that has been printed. */
function chainOf(m: PythonMachine, exception: number, seen: Set<number>): [message: string, exception: number][] {
  const chain: [string, number][] = [];
  for (let at = exception; at !== 0;) {
    seen.add(at);
    const slots = m.heap.slots[at]!;
    const cause = slots[ExceptionSlot.CAUSE];
    const context = slots[ExceptionSlot.CONTEXT];
    const showsContext = !(m.heap.body[at] as ExceptionBody).suppressContext;
    const [message, next] = cause !== 0 ? [CAUSE, cause] : showsContext ? [CONTEXT, context] : ['', 0];
    const goesOn = next !== 0 && !seen.has(next);
    chain.push([goesOn ? message : '', at]);
    at = goesOn ? next : 0;
  }
  return chain.reverse();
}

function format(m: PythonMachine, exception: number, seen: Set<number>, margin: Margin): string {
  let text = '';
  for (const [message, each] of chainOf(m, exception, seen)) {
    if (message !== '') text += indented(message, margin);
    if (isGroup(m, each)) text += groupText(m, each, seen, margin);
    else {
      const traceback = entries(m, m.heap.slots[each]![ExceptionSlot.TRACEBACK]);
      text += indented((traceback === '' ? '' : HEADER + traceback) + lastLines(m, each), margin);
    }
  }
  return text;
}

/** The message and the notes. */
function lastLines(m: PythonMachine, exception: number): string {
  return `${exceptionLine(m, exception)}${suggestionFor(m, exception)}\n${notes(m, exception)}`;
}

function groupText(m: PythonMachine, group: number, seen: Set<number>, margin: Margin): string {
  if (margin.depth > MOST_DEPTH) return indented(`... (max_group_depth is ${MOST_DEPTH})\n`, margin);
  const isOutermost = margin.depth === 0;
  if (isOutermost) margin.depth++;
  const traceback = entries(m, m.heap.slots[group]![ExceptionSlot.TRACEBACK]);
  let text = traceback === '' ? '' : indented(`Exception Group ${HEADER}`, margin, isOutermost ? '+' : '|');
  text += indented(traceback + lastLines(m, group), margin);
  const members = membersOf(m, group);
  const shown = Math.min(members.length, MOST_MEMBERS + 1);
  margin.needsClose = false;
  for (let i = 0; i < shown; i++) {
    if (i === shown - 1) margin.needsClose = true;
    const isCut = i >= MOST_MEMBERS;
    const more = members.length - MOST_MEMBERS;
    text += `${'  '.repeat(margin.depth)}${i === 0 ? '+-' : '  '}+---------------- ${isCut ? '...' : i + 1} ----------------\n`;
    margin.depth++;
    text += isCut
      ? indented(`and ${more} more exception${more > 1 ? 's' : ''}\n`, margin)
      : format(m, members[i], seen, margin);
    if (i === shown - 1 && margin.needsClose) {
      text += `${'  '.repeat(margin.depth)}+------------------------------------\n`;
      margin.needsClose = false;
    }
    margin.depth--;
  }
  if (isOutermost) margin.depth = 0;
  return text;
}

function notes(m: PythonMachine, exception: number): string {
  const list = m.findAttribute(exception, '__notes__');
  if (list === 0) return '';
  let text = '';
  m.forEach(list, (note) => void (text += `${m.toStr(note)}\n`));
  m.heap.decref(list);
  return text;
}

/** The entries alone, as C code prints them, which has had no carets since 3.13. */
export function legacyTracebackText(m: PythonMachine, exception: number): string {
  const hasCarets = m.profile.versionInfo[1] <= 12;
  const text = entries(m, m.heap.slots[exception]![ExceptionSlot.TRACEBACK], hasCarets);
  return text === '' ? '' : HEADER + text;
}

function entries(m: PythonMachine, traceback: number, hasCarets = true): string {
  let text = '';
  let last = '';
  let count = 0;
  const flush = (): void => {
    if (count > MOST_REPEATS) {
      const more = count - MOST_REPEATS;
      text += `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`;
    }
  };
  for (let at = traceback; at !== 0; at = m.heap.slots[at]![TracebackSlot.NEXT]) {
    const { code, pc, line } = m.heap.body[at] as TracebackBody;
    const place = `  File "${code.code.filename}", line ${line}, in ${code.code.name}\n`;
    if (place !== last) {
      flush();
      last = place;
      count = 0;
    }
    if (++count > MOST_REPEATS) continue;
    text += place + sourceLines(m, code.code.filename, code.code, pc, hasCarets);
  }
  flush();
  return text;
}

function sourceLines(m: PythonMachine, filename: string, code: CodeObject, pc: number, hasCarets: boolean): string {
  const source = m.sources.get(filename);
  if (source === undefined) return '';
  const [line, endLine, column, endColumn] = code.positions.subarray(4 * pc, 4 * pc + 4);
  const lines = source.split('\n').slice(line - 1, Math.max(line, endLine));
  if (lines.length === 0 || lines[0].trim() === '') return '';
  if (!hasCarets) return `    ${lines[0].trim()}\n`;
  return markedLines({ lines, from: column, to: endColumn }, m.profile.versionInfo[1]);
}

/** The last line: `ValueError: message`. */
export function exceptionLine(m: PythonMachine, exception: number): string {
  const name = shownExceptionName(m, m.heap.typeOf[exception]);
  const text = messageOf(m, exception);
  return text === '' ? name : `${name}: ${text}`;
}

/** str(exception), whatever happens on the way. */
export function messageOf(m: PythonMachine, exception: number): string {
  try {
    return m.toStr(exception);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    m.heap.decref(error.exception);
    return '<exception str() failed>';
  }
}
