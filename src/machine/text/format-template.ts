/**
 * The template of str.format, taken apart.
 *
 * Source: CPython Objects/stringlib/unicode_format.h (MarkupIterator_next, parse_field, FieldNameIterator_next),
 * whose messages these are.
 */
import { FormatError } from './format-spec.ts';

/** Literal text, then (unless it is the last piece) a replacement field. */
export interface TemplatePiece {
  readonly literal: string;
  readonly field: TemplateField | null;
}

export interface TemplateField {
  /** As written, between '{' and '!', ':' or '}'. */
  readonly name: string;
  /** 'r', 's', 'a', or '' for none. Not checked. */
  readonly conversion: string;
  /** May contain fields itself. */
  readonly spec: string;
}

/** @throws FormatError, but only when the faulty piece is reached: pieces before it are rendered first */
export function* templatePieces(template: string): Generator<TemplatePiece> {
  let at = 0;
  while (at < template.length) {
    const start = at;
    while (at < template.length && template[at] !== '{' && template[at] !== '}') at++;
    if (at === template.length) {
      yield { literal: template.slice(start), field: null };
      return;
    }
    const brace = template[at];
    const doubled = template[at + 1] === brace;
    if (brace === '}' && !doubled) {
      throw new FormatError("Single '}' encountered in format string");
    }
    if (at + 1 === template.length) {
      throw new FormatError("Single '{' encountered in format string");
    }
    if (doubled) {
      yield { literal: template.slice(start, at + 1), field: null };
      at += 2;
      continue;
    }
    const literal = template.slice(start, at);
    const { field, end } = parseField(template, at + 1);
    yield { literal, field };
    at = end;
  }
}

function parseField(template: string, start: number): { field: TemplateField; end: number } {
  let at = start;
  let stop = '';
  while (at < template.length && stop === '') {
    const character = template[at++];
    if (character === '{') throw new FormatError("unexpected '{' in field name");
    if (character === '[') {
      const close = template.indexOf(']', at);
      at = close < 0 ? template.length : close;
    } else if (character === '}' || character === ':' || character === '!') {
      stop = character;
    }
  }
  if (stop === '') throw new FormatError("expected '}' before end of string");
  const name = template.slice(start, at - 1);
  if (stop === '}') return { field: { name, conversion: '', spec: '' }, end: at };

  let conversion = '';
  if (stop === '!') {
    if (at >= template.length) {
      throw new FormatError('end of string while looking for conversion specifier');
    }
    conversion = String.fromCodePoint(template.codePointAt(at)!);
    at += conversion.length;
    if (at < template.length) {
      const next = template[at++];
      if (next === '}') return { field: { name, conversion, spec: '' }, end: at };
      if (next !== ':') throw new FormatError("expected ':' after conversion specifier");
    }
  }
  const specStart = at;
  for (let open = 1; at < template.length; at++) {
    if (template[at] === '{') open++;
    else if (template[at] === '}' && --open === 0) {
      return { field: { name, conversion, spec: template.slice(specStart, at) }, end: at + 1 };
    }
  }
  throw new FormatError("unmatched '{' in format spec");
}

/** A field's name: which argument ('' = the next one), then what to look up in it. */
export interface FieldPath {
  readonly first: number | string;
  readonly steps: readonly FieldStep[];
}

export type FieldStep =
  { readonly kind: 'attribute'; readonly name: string } | { readonly kind: 'item'; readonly key: number | string };

/** @throws FormatError */
export function parseFieldName(name: string): FieldPath {
  const end = name.search(/[.[]/);
  const first = numberOrText(end < 0 ? name : name.slice(0, end));
  const steps: FieldStep[] = [];
  let at = end < 0 ? name.length : end;
  while (at < name.length) {
    const mark = name[at++];
    if (mark === '.') {
      const start = at;
      while (at < name.length && name[at] !== '.' && name[at] !== '[') at++;
      if (at === start) throw new FormatError('Empty attribute in format string');
      steps.push({ kind: 'attribute', name: name.slice(start, at) });
    } else if (mark === '[') {
      const close = name.indexOf(']', at);
      if (close < 0) throw new FormatError("Missing ']' in format string");
      if (close === at) throw new FormatError('Empty attribute in format string');
      steps.push({ kind: 'item', key: numberOrText(name.slice(at, close)) });
      at = close + 1;
    } else {
      throw new FormatError("Only '.' or '[' may follow ']' in format field specifier");
    }
  }
  return { first, steps };
}

function numberOrText(text: string): number | string {
  if (!/^[0-9]+$/.test(text)) return text;
  const value = Number(text);
  if (value > 2 ** 63 - 1) throw new FormatError('Too many decimal digits in format string');
  return value;
}
