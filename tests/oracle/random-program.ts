/** Random programs as fast-check arbitraries. */
import fc from 'fast-check';
import type { Statement, Templates } from './grammar/template.ts';

const NUMBERS = { minLength: 6, maxLength: 6 } as const;
const LARGEST_NUMBER = 719; // 0 to 719: every small limit divides 720
const DEPTH = 2;
const BODY = 6;

/** A template's name, as often as its weight says. It does not shrink: another template is another program. */
function nameOf(templates: Templates, isWanted: (name: string) => boolean): fc.Arbitrary<string> {
  const names = Object.keys(templates).filter(isWanted);
  return fc.noShrink(
    fc.constantFrom(...names.flatMap((name) => Array<string>(templates[name].weight ?? 1).fill(name))),
  );
}

function statement(templates: Templates, depth: number): fc.Arbitrary<Statement> {
  const isBlock = (name: string) => templates[name].block !== undefined;
  const numbers = fc.array(fc.nat(LARGEST_NUMBER), NUMBERS);
  const line = fc.record({
    template: nameOf(templates, (name) => !isBlock(name)),
    numbers,
    body: fc.constant<Statement[]>([]),
  });
  if (depth === 0 || !Object.keys(templates).some(isBlock)) return line;
  const block = fc.record({
    template: nameOf(templates, isBlock),
    numbers,
    body: fc.array(statement(templates, depth - 1), { maxLength: BODY, size: 'max' }),
  });
  return fc.oneof({ arbitrary: line, weight: 6 }, { arbitrary: block, weight: 1 });
}

/** The statements of a program, at most `size` at its top level. */
export function randomStatements(templates: Templates, size: number): fc.Arbitrary<Statement[]> {
  // Without bias: each program is the first of its seed, and first ones would be short.
  return fc.noBias(fc.array(statement(templates, DEPTH), { maxLength: size, size: 'max' }));
}
