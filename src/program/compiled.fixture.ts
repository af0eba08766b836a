import type { CodeObject } from './code.ts';
import { compileProgram, type CompileOptions } from './compile-program.ts';
import { disassemble } from './disassemble.ts';

/** The code of a program that has to compile. */
export function codeFor(source: string, options?: CompileOptions): CodeObject {
  const result = compileProgram(source, 'main.py', options);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.code;
}

/** The code object of that qualified name in a program. */
export function codeNamed(source: string, qualifiedName: string, options?: CompileOptions): CodeObject {
  const codes = allCodes(codeFor(source, options));
  const found = codes.find((code) => code.qualifiedName === qualifiedName);
  if (found === undefined) throw new Error(`no code object ${qualifiedName}`);
  return found;
}

/** A code object and all those in its constants, outermost first. */
export function allCodes(code: CodeObject): readonly CodeObject[] {
  const inner = code.constants.flatMap((constant) => (constant.kind === 'code' ? allCodes(constant.code) : []));
  return [code, ...inner];
}

/**
 * The listing of a code object as one string a line, without LINE and RESUME (`keep` names what to keep of them);
 * the instructions that are left are numbered from 0 in jumps and in the exception table.
 */
export function listing(code: CodeObject, keep: readonly string[] = []): readonly string[] {
  const lines = disassemble(code).split('\n');
  const kept: string[] = [];
  const numbers: number[] = [];
  const rows: string[] = [];
  for (const line of lines) {
    const row = /^ {3}\d+\.\./.test(line);
    const text = row ? line.trim() : line.slice(3).replace(/^ *\d+ /, '');
    if (row) {
      rows.push(text);
      continue;
    }
    numbers.push(kept.length);
    const [op] = text.split(' ');
    if ((op !== 'LINE' && op !== 'RESUME') || keep.includes(op)) kept.push(text);
  }
  const renumber = (text: string): string =>
    text
      .replace(/-> (\d+)/, (_, target: string) => `-> ${numbers[Number(target)]}`)
      .replace(/^(\d+)\.\.(\d+)/, (_, start: string, end: string) => {
        const last = (numbers[Number(end) + 1] ?? kept.length) - 1;
        return `${numbers[Number(start)]}..${last}`;
      });
  return [...kept.map(renumber), ...rows.map(renumber)];
}

/** The listing of the body of `def f(a, b, c): …`. */
export function bodyListing(body: string, options?: CompileOptions): readonly string[] {
  const indented = body.replace(/^/gm, '    ');
  return listing(codeNamed(`def f(a, b, c):\n${indented}\n`, 'f', options));
}
