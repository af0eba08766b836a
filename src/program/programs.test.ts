import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { borrowLocals } from './borrow-locals.ts';
import { compileProgram } from './compile-program.ts';
import { allCodes, codeFor } from './compiled.fixture.ts';
import { Op } from './instructions.ts';

const folder = new URL('../../tests/conformance/programs/', import.meta.url);
const programs = readdirSync(folder)
  .filter((name) => name.endsWith('.py'))
  .map((name) => ({ name, source: readFileSync(new URL(name, folder), 'utf8') }));

const jumps: ReadonlySet<number> = new Set([
  ...[Op.JUMP, Op.JUMP_BACKWARD, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.POP_JUMP_IF_NONE],
  ...[Op.POP_JUMP_IF_NOT_NONE, Op.FOR_ITER, Op.SEND],
]);

describe('conformance programs', () => {
  it('are there', () => {
    expect(programs.length).toBeGreaterThan(90);
  });

  it.each(programs)('$name compiles', ({ source }) => {
    const lineCount = source.split('\n').length;
    for (const inlineComprehensions of [true, false]) {
      for (const code of allCodes(codeFor(source, { inlineComprehensions }))) {
        const { instructions, positions, exceptionTable, stackSize } = code;
        const count = instructions.length / 2;
        expect(positions.length).toBe(4 * count);
        for (let index = 0; index < count; index++) {
          const [line, endLine] = positions.subarray(4 * index, 4 * index + 2);
          expect(line >= 1 && line <= endLine && endLine <= lineCount).toBe(true);
          if (!jumps.has(instructions[2 * index])) continue;
          const target = instructions[2 * index + 1];
          expect(target >= 0 && target < count).toBe(true);
        }
        for (const { start, end, target, depth } of exceptionTable) {
          expect(start < end && end <= count && target < count).toBe(true);
          expect(depth >= 0 && depth < stackSize).toBe(true);
        }
      }
    }
  });

  it.each(programs)('$name keeps its instructions when locals are borrowed', ({ source }) => {
    const before = codeFor(source);
    const after = borrowLocals(before);
    const plain = [...after.instructions].map((value, index) =>
      index % 2 === 0 && value === Op.LOAD_FAST_BORROW ? Op.LOAD_FAST : value,
    );
    expect(plain).toEqual([...before.instructions]);
  });
});

const pieces = [
  ...['(', ')', '[', ']', '{', '}', ',', ':', '.', ';', '=', '==', '+', '-', '*', '**', ':=', '->', '@', '!', '$'],
  ...['if', 'else', 'for', 'in', 'not', 'and', 'lambda', 'def', 'class', 'return', 'yield', 'import', 'from', 'as'],
  ...['with', 'try', 'except', 'finally', 'break', 'global', 'nonlocal', 'del', 'match', 'case', 'async', 'await'],
  ...['x', '0', '07', '1.', '1j', '"', "'", '"""', "f'{x}'", "f'{", 'b"é"', '\\', '\n', '\n ', '\n\t', '\r\n', '#', '\0'],
  ...['é', '“', '\u{1F600}', '\ud800', '__debug__', '*a', '**k', '/', 'super()'],
]; // prettier-ignore

/** Small damage, as a person typing does it: something taken out, put in, doubled or moved. */
function mutilate(source: string, random: () => number): string {
  let text = source;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const at = Math.floor(random() * (text.length + 1));
    const length = Math.floor(random() * random() * 12);
    const piece = pieces[Math.floor(random() * pieces.length)];
    const choice = random();
    if (choice < 0.3) text = text.slice(0, at) + text.slice(at + length);
    else if (choice < 0.8) text = text.slice(0, at) + piece + text.slice(at);
    else if (choice < 0.9) text = text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    else text = text.slice(at) + text.slice(0, at);
  }
  return text;
}

describe('damaged programs', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('never throw (seed %i)', (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 400; round++) {
      const { source } = programs[Math.floor(random() * programs.length)];
      const start = Math.floor(random() * source.length);
      const damaged = mutilate(source.slice(start, start + 400), random);
      const result = compileProgram(damaged, 'main.py');
      if (result.ok) continue;
      expect(result.diagnostics.length).toBeGreaterThan(0);
      expect(result.diagnostics.length).toBeLessThanOrEqual(5);
      for (const { from, to, line, message } of result.diagnostics) {
        expect(from >= 0 && from <= to && to <= damaged.length, `${from}..${to} of ${JSON.stringify(damaged)}`).toBe(
          true,
        );
        expect(line).toBe(damaged.slice(0, from).split(/\r\n|\r|\n/).length);
        expect(message).toMatch(/^.+[.]$/);
      }
    }
  });
});

/** Programs no person writes: each compiles, or says that it is too large or too deeply nested. */
const extremes: readonly (readonly [title: string, source: string, expected: 'ok' | 'limit' | 'syntax'])[] = [
  ['5,000 parentheses', '('.repeat(5000) + ')'.repeat(5000), 'limit'],
  ['200 parentheses', `x = ${'('.repeat(200)}1${')'.repeat(200)}`, 'ok'],
  ['200 nested calls', 'f('.repeat(200) + ')'.repeat(200), 'ok'],
  ['100 nested comprehensions', `x = ${'[y for y in '.repeat(100)}z${']'.repeat(100)}`, 'ok'],
  ['190 nested lambdas', `x = ${'(lambda: '.repeat(190)}z${')'.repeat(190)}`, 'ok'],
  ['5,000 signs', `x = ${'-'.repeat(5000)}1`, 'limit'],
  ['5,000 conditions in a row', `x = ${'a if b else '.repeat(5000)}1`, 'limit'],
  ['5,000 attributes', `x = a${'.b'.repeat(5000)}`, 'limit'],
  ['a sum of 20,000', `x = ${'a + '.repeat(20_000)}1`, 'ok'],
  ['99 levels of indentation', Array.from({ length: 100 }, (_, level) => `${' '.repeat(level)}${level < 99 ? 'if x:' : 'y'}`).join('\n'), 'ok'],
  ['150 levels of indentation', Array.from({ length: 150 }, (_, level) => `${' '.repeat(level)}if x:`).join('\n'), 'limit'],
  ['22 nested loops', Array.from({ length: 23 }, (_, level) => `${' '.repeat(level)}${level < 22 ? 'for x in y:' : 'z'}`).join('\n'), 'limit'],
  ['3,000 elif', `if a: b\n${'elif a: b\n'.repeat(3000)}`, 'ok'],
  ['150 nested f-strings', `x = ${"f'{".repeat(150)}1${"}'".repeat(150)}`, 'limit'],
  ['a list of 50,000', `x = [${'a, '.repeat(50_000)}]`, 'ok'],
  ['a bytes literal of a million', `x = b'${'a'.repeat(1_000_000)}'`, 'ok'],
  ['5,000 digits', `x = ${'9'.repeat(5000)}`, 'syntax'],
  ['20,000 wrong lines', 'x = = 1\n'.repeat(20_000), 'syntax'],
  ['150 open brackets', '['.repeat(150), 'syntax'],
]; // prettier-ignore

describe('extreme programs', () => {
  it.each(extremes)('%s', (_, source, expected) => {
    const result = compileProgram(source, 'main.py');
    expect(result.ok ? 'ok' : result.diagnostics[0].code).toBe(expected);
  });

  it('50,000 lines compile', () => {
    const lines = ['def f(a, b):', '    if a > b:', '        return [x for x in a if x]', '    return a + b * 2', ''];
    const source = `${lines.join('\n')}\n`.repeat(10_000);
    expect(compileProgram(source, 'main.py').ok).toBe(true);
    // A second or so; a loaded machine may take many times that.
  }, 60_000);
});
