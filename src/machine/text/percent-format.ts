/**
 * The % operator of str.
 *
 * Source: CPython Objects/unicodeobject.c (PyUnicode_Format, unicode_format_arg_format, unicode_format_arg_output).
 */
import { Kind } from '../../heap/kinds.ts';
import { checkSignals } from '../eval-breaker.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine } from '../native.ts';
import { asFloat, asInteger, decimalText } from '../types/number-conversion.ts';
import type { Integer } from '../types/int-arithmetic.ts';
import { codePointLength, substring } from './code-points.ts';
import { exponentialText, fixedText, generalText } from './float-text.ts';
import * as complain from './percent-complaints.ts';
import { parsePercentDirective, type PercentDirective } from './percent-directive.ts';
import { escapedToAscii } from './string-literal.ts';

/** `template % given`, `given` borrowed. Raises Python exceptions. */
export function percentFormat(
  m: Machine,
  template: string,
  given: number,
  flavour: PercentFlavour = textFlavour,
): string {
  return new PercentFormatting(m, template, given, flavour).run();
}

/** What %s makes of a value, and whether there is a %b that does the same: str and bytes differ in nothing else. */
export interface PercentFlavour {
  readonly hasB: boolean;
  textOf(m: Machine, value: number): string;
}

const textFlavour: PercentFlavour = { hasB: false, textOf: (m, value) => m.toStr(value) };

class PercentFormatting {
  /** The right operand's items when it is a tuple, else itself as the only one. Borrowed. */
  private readonly items: readonly number[];
  private readonly isTuple: boolean;
  private used = 0;
  /** A key anywhere means that no positional argument is left. */
  private byKey = false;
  /** How 3.15's messages call the argument at hand. */
  private argumentName = 'format argument';

  private readonly m: Machine;
  private readonly template: string;
  private readonly given: number;
  private readonly flavour: PercentFlavour;

  constructor(m: Machine, template: string, given: number, flavour: PercentFlavour) {
    this.flavour = flavour;
    this.m = m;
    this.template = template;
    this.given = given;
    this.isTuple = m.heap.kind[given] === Kind.TUPLE;
    this.items = this.isTuple ? m.items(given) : [given];
  }

  run(): string {
    const { m, template } = this;
    let text = '';
    let at = 0;
    for (;;) {
      const percent = template.indexOf('%', at);
      if (percent < 0) break;
      text += template.slice(at, percent);
      if (template[percent + 1] === '%') {
        text += '%';
        at = percent + 2;
        continue;
      }
      const directive = parsePercentDirective(template, percent);
      if (typeof directive === 'string') complain.raiseSyntaxError(m, directive, percent);
      text += this.expanded(directive);
      at = directive.end;
    }
    if (!this.byKey && this.used < this.items.length && !this.isMapping()) {
      complain.raiseNotAllConverted(m, this.used, this.items.length);
    }
    return text + template.slice(at);
  }

  private expanded(directive: PercentDirective): string {
    const { m } = this;
    if (directive.key !== null) {
      const value = this.itemOf(directive.key);
      try {
        return this.withValue(directive, value);
      } finally {
        m.heap.decref(value);
      }
    }
    return this.withValue(directive, null);
  }

  /** `value` borrowed, or null: the next argument. */
  private withValue(directive: PercentDirective, value: number | null): string {
    const next = (): number => (directive.key === null ? this.next(directive) : this.refuseStar(directive));
    let leftAligned = directive.leftAligned;
    let width = directive.width === '*' ? this.starred(next()) : (directive.width ?? 0);
    if (width < 0) {
      leftAligned = true;
      width = -width;
    }
    const precision = directive.precision === '*' ? Math.max(0, this.starred(next())) : directive.precision;
    if (directive.conversion === '') complain.raiseIncomplete(this.m, directive);
    if (directive.conversion === '%' && directive.key === null) {
      // "%5%": CPython takes an argument before it looks at the conversion.
      this.next(directive);
      complain.raiseUnsupported(this.m, directive);
    }
    const argument = value ?? this.next(directive);
    return padded(this.converted(directive, argument, precision), directive, width, leftAligned);
  }

  /** The next positional argument, borrowed. */
  private next(directive: PercentDirective): number {
    if (this.byKey) complain.raiseNeedsKey(this.m, directive, this.items.length);
    if (this.used >= this.items.length) complain.raiseNotEnough(this.m, this.items.length);
    this.argumentName = this.isTuple ? `format argument ${this.used + 1}` : 'format argument';
    return this.items[this.used++];
  }

  private refuseStar(directive: PercentDirective): never {
    return complain.raiseStarWithKey(this.m, directive, this.items.length);
  }

  private starred(value: number): number {
    if (!this.m.isInt(value)) complain.raiseStarWantsInt(this.m, value, this.argumentName);
    return Number(this.m.intValue(value));
  }

  /** Owned. */
  private itemOf(key: string): number {
    const { m } = this;
    if (!this.isMapping()) complain.raiseNoMapping(m, this.given);
    this.argumentName = `format argument '${key}'`;
    this.byKey = true;
    const name = m.str(key);
    try {
      return m.getItem(this.given, name);
    } finally {
      m.heap.decref(name);
    }
  }

  /** Anything with items that is no tuple and no str. */
  private isMapping(): boolean {
    const { m, given } = this;
    return !this.isTuple && !m.isStr(given) && m.special(given, '__getitem__') !== 0;
  }

  private converted(directive: PercentDirective, value: number, precision: number | null): PercentText {
    const { m } = this;
    switch (directive.conversion) {
      case 's':
        return plain(cut(this.flavour.textOf(m, value), precision));
      case 'b':
        if (!this.flavour.hasB) return complain.raiseUnsupported(m, directive);
        return plain(cut(this.flavour.textOf(m, value), precision));
      case 'r':
        return plain(cut(m.repr(value), precision));
      case 'a':
        return plain(cut(escapedToAscii(m.repr(value)), precision));
      case 'c':
        return plain(this.character(value));
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X':
      case 'o':
        if ('diu'.includes(directive.conversion)) checkSignals(m as PythonMachine);
        return integerText(m, directive, this.integer(value, directive.conversion), precision);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return this.float(directive, value, precision ?? 6);
      default:
        return complain.raiseUnsupported(m, directive);
    }
  }

  private character(value: number): string {
    const { m } = this;
    if (m.isStr(value)) {
      const text = m.strValue(value);
      return codePointLength(text) === 1 ? text : complain.raiseNoCharacter(m, value, this.argumentName);
    }
    if (!m.isInt(value) && m.special(value, '__index__') === 0) {
      complain.raiseNoCharacter(m, value, this.argumentName);
    }
    const code = m.index(value);
    if (code < 0 || code > 0x10ffff) complain.raiseCharacterRange(m, this.argumentName);
    return String.fromCodePoint(Number(code));
  }

  private integer(value: number, conversion: string): Integer {
    const { m } = this;
    if (m.isInt(value)) return m.intValue(value);
    // %x asks for __index__, %d for anything that int() takes except text.
    const hasIndex = m.special(value, '__index__') !== 0;
    if ('xXo'.includes(conversion)) {
      return hasIndex ? m.index(value) : complain.raiseWrongNumber(m, value, conversion, this.argumentName);
    }
    return asInteger(m, value) ?? complain.raiseWrongNumber(m, value, conversion, this.argumentName);
  }

  private float(directive: PercentDirective, value: number, precision: number): PercentText {
    const { m } = this;
    const { conversion, alternate } = directive;
    const number = asFloat(m, value) ?? complain.raiseWrongNumber(m, value, conversion, this.argumentName);
    let text: string;
    switch (conversion.toLowerCase()) {
      case 'e':
        text = exponentialText(number, precision);
        break;
      case 'f':
        text = fixedText(number, precision);
        break;
      default:
        text = generalText(number, precision, alternate);
    }
    if (alternate && Number.isFinite(number) && !text.includes('.')) {
      text = text.replace(/^-?\d+/, '$&.');
    }
    if (conversion !== conversion.toLowerCase()) text = text.toUpperCase();
    return signed(directive, text, '');
  }
}

/** The text of a directive before it is padded; numbers are padded with zeros after sign and prefix. */
interface PercentText {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  readonly isNumber: boolean;
}

const plain = (text: string): PercentText => ({
  sign: '',
  prefix: '',
  digits: text,
  isNumber: false,
});

function signed(directive: PercentDirective, text: string, prefix: string): PercentText {
  const negative = text.startsWith('-');
  const sign = negative ? '-' : directive.plus ? '+' : directive.space ? ' ' : '';
  return { sign, prefix, digits: negative ? text.slice(1) : text, isNumber: true };
}

function integerText(m: Machine, directive: PercentDirective, value: Integer, precision: number | null): PercentText {
  const radix = { x: 16, X: 16, o: 8 }[directive.conversion] ?? 10;
  let text = radix === 10 ? decimalText(m, value) : value.toString(radix);
  const sign = text.startsWith('-') ? '-' : '';
  text = sign + text.slice(sign.length).padStart(precision ?? 0, '0');
  if (directive.conversion === 'X') text = text.toUpperCase();
  const prefix = directive.alternate && radix !== 10 ? '0' + directive.conversion : '';
  return signed(directive, text, prefix);
}

function cut(text: string, precision: number | null): string {
  if (precision === null || precision >= codePointLength(text)) return text;
  return substring(text, 0, precision);
}

function padded(body: PercentText, directive: PercentDirective, width: number, leftAligned: boolean): string {
  const head = body.sign + body.prefix;
  const missing = Math.max(0, width - head.length - codePointLength(body.digits));
  if (leftAligned) return head + body.digits + ' '.repeat(missing);
  return body.isNumber && directive.zero
    ? head + '0'.repeat(missing) + body.digits
    : ' '.repeat(missing) + head + body.digits;
}
