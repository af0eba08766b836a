/**
 * str.format and str.format_map over the machine.
 *
 * Source: CPython Objects/stringlib/unicode_format.h (build_string, output_markup, get_field_object).
 */
import type { Machine } from '../native.ts';
import { raiseKeyError } from '../types/key-error.ts';
import { FormatError } from './format-spec.ts';
import { parseFieldName, templatePieces, type FieldPath, type TemplateField } from './format-template.ts';
import { raisingFormatErrors } from './raise-format-error.ts';
import { escapedToAscii } from './string-literal.ts';

/** What the fields of a template refer to. All borrowed. */
export interface FormatArguments {
  /** Null for format_map, where positional fields are errors. */
  readonly positional: readonly number[] | null;
  /** Keyword arguments, or the mapping of format_map. */
  readonly named: ReadonlyMap<string, number> | { readonly mapping: number };
}

/** The template with its fields replaced. Raises Python exceptions. */
export function formatTemplate(m: Machine, template: string, given: FormatArguments): string {
  return raisingFormatErrors(m, () => new TemplateRendering(m, given).render(template, 2));
}

class TemplateRendering {
  private numbering: 'automatic' | 'manual' | null = null;
  private nextIndex = 0;

  private readonly m: Machine;
  private readonly given: FormatArguments;

  constructor(m: Machine, given: FormatArguments) {
    this.m = m;
    this.given = given;
  }

  render(template: string, depth: number): string {
    if (depth < 0) throw new FormatError('Max string recursion exceeded');
    let text = '';
    for (const { literal, field } of templatePieces(template)) {
      text += literal;
      if (field !== null) text += this.renderField(field, depth);
    }
    return text;
  }

  private renderField(field: TemplateField, depth: number): string {
    const { m } = this;
    const value = this.lookUp(parseFieldName(field.name));
    try {
      const converted = field.conversion === '' ? null : this.converted(value, field.conversion);
      const spec = field.spec.includes('{') ? this.render(field.spec, depth - 1) : field.spec;
      if (converted === null) return m.format(value, spec);
      if (spec === '') return converted;
      const text = m.str(converted);
      try {
        return m.format(text, spec);
      } finally {
        m.heap.decref(text);
      }
    } finally {
      m.heap.decref(value);
    }
  }

  private converted(value: number, conversion: string): string {
    switch (conversion) {
      case 'r':
        return this.m.repr(value);
      case 's':
        return this.m.toStr(value);
      case 'a':
        return escapedToAscii(this.m.repr(value));
      default: {
        const code = conversion.codePointAt(0)!;
        const shown = code > 32 && code < 127 ? conversion : '\\x' + code.toString(16);
        throw new FormatError(`Unknown conversion specifier ${shown}`);
      }
    }
  }

  /** The object that a field names; owned. */
  private lookUp(path: FieldPath): number {
    const { m } = this;
    let value = this.argument(this.numbered(path.first));
    for (const step of path.steps) {
      let next: number;
      try {
        next = step.kind === 'attribute' ? m.getAttribute(value, step.name) : this.item(value, step.key);
      } finally {
        m.heap.decref(value);
      }
      value = next;
    }
    return value;
  }

  private item(container: number, index: number | string): number {
    const key = typeof index === 'number' ? this.m.int(index) : this.m.str(index);
    try {
      return this.m.getItem(container, key);
    } finally {
      this.m.heap.decref(key);
    }
  }

  /** '' becomes the next index; the two ways of numbering do not mix. */
  private numbered(first: number | string): number | string {
    if (typeof first === 'string' && first !== '') return first;
    const way = first === '' ? 'automatic' : 'manual';
    if (this.numbering !== null && this.numbering !== way) {
      throw new FormatError(
        way === 'manual'
          ? 'cannot switch from automatic field numbering to manual field specification'
          : 'cannot switch from manual field specification to automatic field numbering',
      );
    }
    this.numbering = way;
    return first === '' ? this.nextIndex++ : first;
  }

  /** Owned. */
  private argument(key: number | string): number {
    const { m } = this;
    const { positional, named } = this.given;
    if (typeof key === 'number') {
      if (positional === null) throw new FormatError('Format string contains positional fields');
      if (key >= positional.length) {
        m.raise('IndexError', `Replacement index ${key} out of range for positional args tuple`);
      }
      m.heap.incref(positional[key]);
      return positional[key];
    }
    if ('mapping' in named) return this.item(named.mapping, key);
    const value = named.get(key);
    if (value === undefined) return raiseMissing(m, key);
    m.heap.incref(value);
    return value;
  }
}

function raiseMissing(m: Machine, key: string): never {
  const text = m.str(key);
  try {
    return raiseKeyError(m, text);
  } finally {
    m.heap.decref(text);
  }
}
