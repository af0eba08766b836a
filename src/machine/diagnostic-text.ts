/** Problems of a program text as CPython would print them. */
import type { Diagnostic } from '../program/code.ts';

export function codeDiagnosticText(
  diagnostics: readonly Diagnostic[],
  source: string,
  filename: string,
): { traceback: string; summary: string; line: number } {
  const [first] = diagnostics;
  const line = first?.line ?? 1;
  const summary = `SyntaxError: ${first?.message ?? 'invalid syntax'}`;
  const text = (source.split('\n')[line - 1] ?? '').trim();
  return { traceback: `  File "${filename}", line ${line}\n    ${text}\n${summary}\n`, summary, line };
}
