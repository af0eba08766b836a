/** format(str, spec). Source: CPython Python/formatter_unicode.c, format_string_internal. */
import { codePointLength, substring } from './code-points.ts';
import { aligned, FormatError, parseFormatSpec, unknownCode } from './format-spec.ts';

/** @throws FormatError */
export function formatText(text: string, spec: string, groupsFraction: boolean): string {
  if (spec === '') return text;
  const parsed = parseFormatSpec(spec, 'str', { isText: true, groupsFraction });
  if (parsed.type !== '' && parsed.type !== 's') throw unknownCode(parsed.type, 'str');
  if (parsed.sign === ' ') throw new FormatError('Space not allowed in string format specifier');
  if (parsed.sign !== '') throw new FormatError('Sign not allowed in string format specifier');
  if (parsed.noNegativeZero) {
    throw new FormatError('Negative zero coercion (z) not allowed in string format specifier');
  }
  if (parsed.alternate) throw new FormatError('Alternate form (#) not allowed in string format specifier');
  if (parsed.grouping !== '') throw new FormatError(`Cannot specify '${parsed.grouping}' with 's'.`);
  if (parsed.align === '=') throw new FormatError("'=' alignment not allowed in string format specifier");
  const cut =
    parsed.precision >= 0 && parsed.precision < codePointLength(text) ? substring(text, 0, parsed.precision) : text;
  return aligned(cut, parsed, parsed.align || '<');
}
