/** Python objects as JSON text. Source: CPython Lib/json/encoder.py (_make_iterencode). */
import { Kind } from '../../../heap/kinds.ts';
import { CompareOp } from '../../../program/instructions.ts';
import type { Machine } from '../../native.ts';
import { floatRepr } from '../../text/float-text.ts';
import { decimalText } from '../../types/number-conversion.ts';
import { isAtLeast } from '../../types/versions.ts';

export interface JsonStyle {
  readonly ensureAscii: boolean;
  readonly allowNan: boolean;
  readonly skipKeys: boolean;
  readonly sortKeys: boolean;
  /** Text of one level of indentation, or null for everything on one line. */
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  /** Called with what has no JSON form; borrowed, 0 when not given. */
  readonly otherwise: number;
}

export function writeJson(m: Machine, value: number, style: JsonStyle): string {
  return new JsonWriter(m, style).value(value, '\n');
}

class JsonWriter {
  /** The containers around the value being written. */
  private readonly open = new Set<number>();
  private readonly m: Machine;
  private readonly style: JsonStyle;

  constructor(m: Machine, style: JsonStyle) {
    this.m = m;
    this.style = style;
  }

  /** `newline`: what begins a line at the value's own level. */
  value(id: number, newline: string): string {
    const { m } = this;
    if (m.isStr(id)) return jsonString(m.strValue(id), this.style.ensureAscii);
    const atom = this.atom(id);
    if (atom !== null) return atom;
    const kind = m.heap.kind[id];
    if (kind === Kind.LIST || kind === Kind.TUPLE) {
      return this.within(id, () => this.array(id, newline));
    }
    if (kind === Kind.DICT) return this.within(id, () => this.object(id, newline));
    return this.within(id, () => this.substitute(id, newline));
  }

  private atom(id: number): string | null {
    const { m } = this;
    if (id === m.none) return 'null';
    if (id === m.true_) return 'true';
    if (id === m.false_) return 'false';
    if (m.isInt(id)) return decimalText(m, m.intValue(id));
    return m.isFloat(id) ? this.float(m.floatValue(id)) : null;
  }

  private float(value: number): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.style.allowNan) {
      const shown = isAtLeast(this.m, 12) ? `: ${floatRepr(value)}` : '';
      this.m.raise('ValueError', 'Out of range float values are not JSON compliant' + shown);
    }
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  private within(id: number, write: () => string): string {
    if (this.open.has(id)) this.m.raise('ValueError', 'Circular reference detected');
    this.open.add(id);
    try {
      return write();
    } finally {
      this.open.delete(id);
    }
  }

  private array(id: number, newline: string): string {
    // A copy: `default` may run anything.
    const items = [...this.m.items(id)];
    if (items.length === 0) return '[]';
    const inner = this.innerLine(newline);
    return this.enclosed(
      '[',
      items.map((item) => this.value(item, inner)),
      ']',
      newline,
    );
  }

  private object(id: number, newline: string): string {
    const { m } = this;
    const entries = m.dictEntries(id);
    const pairs: [key: number, value: number][] = [];
    for (let i = 0; i < entries.length; i += 2) pairs.push([entries[i], entries[i + 1]]);
    if (this.style.sortKeys) sortByKey(m, pairs);
    const inner = this.innerLine(newline);
    const parts: string[] = [];
    for (const [key, value] of pairs) {
      const name = this.key(key);
      if (name === null) continue;
      const text = jsonString(name, this.style.ensureAscii);
      parts.push(text + this.style.keySeparator + this.value(value, inner));
    }
    return parts.length === 0 && pairs.length === 0 ? '{}' : this.enclosed('{', parts, '}', newline);
  }

  private key(id: number): string | null {
    const { m } = this;
    const text = m.isStr(id) ? m.strValue(id) : this.atom(id);
    if (text !== null || this.style.skipKeys) return text;
    const type = m.typeName(id);
    return m.raise('TypeError', `keys must be str, int, float, bool or None, not ${type}`);
  }

  private innerLine(newline: string): string {
    return newline + (this.style.indent ?? '');
  }

  private enclosed(open: string, parts: readonly string[], close: string, newline: string): string {
    const { indent, itemSeparator } = this.style;
    if (indent === null) return open + parts.join(itemSeparator) + close;
    const inner = this.innerLine(newline);
    return open + inner + parts.join(itemSeparator + inner) + newline + close;
  }

  private substitute(id: number, newline: string): string {
    const { m } = this;
    const { otherwise } = this.style;
    if (otherwise === 0) {
      m.raise('TypeError', `Object of type ${m.typeName(id)} is not JSON serializable`);
    }
    const value = m.call(otherwise, [id]);
    try {
      return this.value(value, newline);
    } finally {
      m.heap.decref(value);
    }
  }
}

/** Insertion sort with Python's <; keys are unique, so stability does not matter, and dicts are small. */
function sortByKey(m: Machine, pairs: [key: number, value: number][]): void {
  const areTexts = pairs.every(([key]) => m.isStr(key));
  if (areTexts) {
    // One comparison for all: < of the machine on str is by code point.
    pairs.sort(([a], [b]) => (m.compareTruth(CompareOp.LT, a, b) ? -1 : 1));
    return;
  }
  for (let i = 1; i < pairs.length; i++) {
    const pair = pairs[i];
    let at = i;
    while (at > 0 && m.compareTruth(CompareOp.LT, pair[0], pairs[at - 1][0])) {
      pairs[at] = pairs[at - 1];
      at--;
    }
    pairs[at] = pair;
  }
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b',
}; // prettier-ignore

export function jsonString(text: string, ensureAscii: boolean): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  const escaped = ensureAscii ? /["\\]|[^ -~]/g : /["\\\0-\x1f]/g;
  const body = text.replace(
    escaped,
    (unit) => shortEscapes[unit] ?? '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  );
  return `"${body}"`;
}
