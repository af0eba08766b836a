/**
 * Tracebacks as CPython prints them. Source: Lib/traceback.py
 * (TracebackException.format, StackSummary.format_frame_summary), Python/traceback.c (PyTraceBack_Print).
 */
import type { CodeObject } from '../program/code.ts';
import { markedLines } from './traceback-carets.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { type ExceptionBody, ExceptionSlot } from './raising.ts';
import { suggestionFor } from './suggestions.ts';
import { shownExceptionName } from './type-names.ts';
import { type TracebackBody, TracebackSlot } from './unwinding.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
/** Entries of one place in a row that are printed; the rest is counted. */
const MOST_REPEATS = 3;

/** The whole text, chained exceptions first, with a newline at its end. Borrowed. */
export function tracebackText(m: PythonMachine, exception: number): string {
  return format(m, exception, new Set());
}

function format(m: PythonMachine, exception: number, seen: Set<number>): string {
  seen.add(exception);
  const slots = m.heap.slots[exception]!;
  const cause = slots[ExceptionSlot.CAUSE];
  const context = slots[ExceptionSlot.CONTEXT];
  let text = '';
  if (cause !== 0 && !seen.has(cause)) text = format(m, cause, seen) + CAUSE;
  else if (context !== 0 && !(m.heap.body[exception] as ExceptionBody).suppressContext && !seen.has(context)) {
    text = format(m, context, seen) + CONTEXT;
  }
  const last = exceptionLine(m, exception) + suggestionFor(m, exception);
  return text + entries(m, slots[ExceptionSlot.TRACEBACK]) + last + '\n' + notes(m, exception);
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
  return entries(m, m.heap.slots[exception]![ExceptionSlot.TRACEBACK], hasCarets);
}

function entries(m: PythonMachine, traceback: number, hasCarets = true): string {
  if (traceback === 0) return '';
  let text = 'Traceback (most recent call last):\n';
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
