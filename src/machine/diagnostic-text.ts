/** Problems of a program text as CPython prints them. Source: CPython Python/pythonrun.c (print_error_text). */
import type { Diagnostic } from '../program/code.ts';
import { cpythonWording } from './cpython-wording.ts';

/** `minor`: CPython's minor version, whose words are used. */
export function codeDiagnosticText(
  diagnostics: readonly Diagnostic[],
  source: string,
  filename: string,
  minor: number,
): { traceback: string; summary: string; line: number } {
  const [first] = diagnostics;
  const line = first?.line ?? 1;
  const { type, message } = cpythonWording(first?.message ?? 'invalid syntax', line, minor);
  const summary = `${type}: ${message}`;
  const place = `  File "${filename}", line ${line}\n`;
  const lines = source.split('\n');
  const text = (lines[line - 1] ?? '').trim();
  if (text === '') return { traceback: `${place}${summary}\n`, summary, line };
  const marks = first === undefined ? '' : markedPlace(first, lines, line);
  return { traceback: `${place}    ${text}\n${marks}${summary}\n`, summary, line };
}

function markedPlace({ from, to }: Diagnostic, lines: readonly string[], line: number): string {
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const original = lines[line - 1];
  const indent = original.length - original.trimStart().length;
  const column = Math.max(0, from - start - indent);
  const end = Math.min(to - start, original.length) - indent;
  return `    ${' '.repeat(column)}${'^'.repeat(Math.max(1, end - column))}\n`;
}
