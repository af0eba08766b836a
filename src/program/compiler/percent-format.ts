import { fold } from './fold.ts';
import type { BinOp, Constant, Expression, FormattedValue, JoinedStr } from '../syntax.ts';

/** As CPython: longer widths and precisions stay with the `%` operator. */
const placeholder =
  /^%(?:(?<percent>%)|(?<flags>[-+ #0]*)(?<width>\d{0,2})(?:\.(?<precision>\d{0,2}))?(?<letter>[sra]))/;

const conversions = { s: 'str', r: 'repr', a: 'ascii' } as const;

/**
 * `'%s: %r' % (a, b)` is compiled as an f-string, so that no tuple is made (CPython's `optimize_format`); null when
 * this is no such expression.
 */
export function percentFormat(node: BinOp): JoinedStr | null {
  const { left, right } = node;
  if (node.op !== 'REMAINDER' || left.type !== 'Constant' || left.value.kind !== 'str') return null;
  if (right.type !== 'Tuple' || right.elts.some((element) => element.type === 'Starred')) return null;
  if (fold(right) !== null) return null;
  const values: (Constant | FormattedValue)[] = [];
  const format = left.value.value;
  let text = '';
  const flush = (): void => {
    if (text === '') return;
    values.push(textOf(text, left));
    text = '';
  };
  let used = 0;
  for (let at = 0; at < format.length;) {
    if (format[at] !== '%') {
      text += format[at++];
      continue;
    }
    const found = placeholder.exec(format.slice(at, at + 20));
    if (found?.groups === undefined) return null;
    const { percent, flags, width, precision, letter } = found.groups;
    at += found[0].length;
    if (percent !== undefined) {
      text += '%';
      continue;
    }
    flush();
    if (used === right.elts.length || (letter !== 's' && letter !== 'r' && letter !== 'a')) return null;
    const value = right.elts[used++];
    const specification = specificationOf(flags, width, precision);
    values.push({
      type: 'FormattedValue',
      value,
      conversion: conversions[letter],
      formatSpec:
        specification === ''
          ? null
          : { type: 'JoinedStr', values: [textOf(specification, left)], from: left.from, to: left.to },
      from: value.from,
      to: value.to,
    });
  }
  flush();
  if (used !== right.elts.length) return null;
  return { type: 'JoinedStr', values, from: node.from, to: node.to };
}

function specificationOf(flags: string, width: string, precision?: string): string {
  const aligned = !flags.includes('-') && Number(width) > 0 ? '>' : '';
  const dotted = precision === undefined ? '' : `.${Number(precision)}`;
  return aligned + (width === '' ? '' : String(Number(width))) + dotted;
}

function textOf(value: string, span: Expression): Constant {
  return { type: 'Constant', value: { kind: 'str', value }, from: span.from, to: span.to };
}
