/** What the % operator says when it cannot: 3.15 words nearly everything anew. */
import type { Machine } from '../native.ts';
import { codePointLength } from './code-points.ts';
import type { PercentDirective, PercentSyntaxError } from './percent-directive.ts';

const saysWhere = (m: Machine): boolean => m.profile.versionInfo[1] >= 15;

export function raiseSyntaxError(m: Machine, error: PercentSyntaxError, start: number): never {
  const place = saysWhere(m) ? ` at position ${start}` : '';
  if (error !== 'incomplete key') return m.raise('ValueError', error + place);
  return m.raise('ValueError', place === '' ? 'incomplete format key' : 'stray % or incomplete format key' + place);
}

export function raiseIncomplete(m: Machine, directive: PercentDirective): never {
  return m.raise('ValueError', saysWhere(m) ? `stray % at position ${directive.start}` : 'incomplete format');
}

export function raiseUnsupported(m: Machine, directive: PercentDirective): never {
  const { conversion, start } = directive;
  const at = directive.end - conversion.length;
  const code = conversion.codePointAt(0)!;
  if (!saysWhere(m)) {
    const shown = code >= 32 && code < 127 ? conversion : '?';
    const hex = code.toString(16);
    return m.raise('ValueError', `unsupported format character '${shown}' (0x${hex}) at index ${at}`);
  }
  if (/[a-zA-Z]/.test(conversion)) {
    return m.raise('ValueError', `unsupported format %${conversion} at position ${start}`);
  }
  const point = 'U+' + code.toString(16).toUpperCase().padStart(4, '0');
  const shown = code >= 32 && code < 127 ? `'${conversion}'` : code < 127 ? point : `'${conversion}' (${point})`;
  return m.raise(
    'ValueError',
    `stray % at position ${start} or unexpected format character ${shown} at position ${at}`,
  );
}

export function raiseNoMapping(m: Machine, given: number): never {
  const kind = saysWhere(m) ? `, not ${m.typeName(given)}` : '';
  return m.raise('TypeError', 'format requires a mapping' + kind);
}

export function raiseNotEnough(m: Machine, given: number): never {
  const count = saysWhere(m) ? ` (got ${given})` : '';
  return m.raise('TypeError', 'not enough arguments for format string' + count);
}

/** A directive without a key after one with a key. */
export function raiseNeedsKey(m: Machine, directive: PercentDirective, given: number): never {
  if (!saysWhere(m)) return raiseNotEnough(m, given);
  return m.raise('ValueError', `format requires a parenthesised mapping key at position ${directive.start}`);
}

/** `%(key)*d`: the mapping has no argument for the star. */
export function raiseStarWithKey(m: Machine, directive: PercentDirective, given: number): never {
  if (!saysWhere(m)) return raiseNotEnough(m, given);
  return m.raise('ValueError', `* cannot be used with a parenthesised mapping key at position ${directive.start}`);
}

export function raiseNotAllConverted(m: Machine, used: number, given: number): never {
  const count = saysWhere(m) ? ` (required ${used}, got ${given})` : '';
  return m.raise('TypeError', 'not all arguments converted during string formatting' + count);
}

export function raiseStarWantsInt(m: Machine, value: number, name: string): never {
  return m.raise('TypeError', saysWhere(m) ? `${name}: * requires int, not ${m.typeName(value)}` : '* wants int');
}

/** `name`: "format argument 2". */
export function raiseWrongNumber(m: Machine, value: number, conversion: string, name: string): never {
  const type = m.typeName(value);
  const real = 'diueEfFgG'.includes(conversion);
  if (saysWhere(m)) {
    const wanted = real ? 'a real number' : 'an integer';
    return m.raise('TypeError', `${name}: %${conversion} requires ${wanted}, not ${type}`);
  }
  if ('eEfFgG'.includes(conversion)) return m.raise('TypeError', `must be real number, not ${type}`);
  const wanted = real ? 'a real number' : 'an integer';
  return m.raise('TypeError', `%${conversion} format: ${wanted} is required, not ${type}`);
}

export function raiseNoCharacter(m: Machine, value: number, name: string): never {
  if (m.profile.versionInfo[1] < 14) return m.raise('TypeError', '%c requires int or char');
  const given = m.isStr(value) ? `a string of length ${codePointLength(m.strValue(value))}` : m.typeName(value);
  return m.raise(
    'TypeError',
    saysWhere(m)
      ? `${name}: %c requires an integer or a unicode character, not ${given}`
      : `%c requires an int or a unicode character, not ${given}`,
  );
}

export function raiseCharacterRange(m: Machine, name: string): never {
  return m.raise(
    'OverflowError',
    saysWhere(m) ? `${name}: %c argument not in range(0x110000)` : '%c arg not in range(0x110000)',
  );
}
