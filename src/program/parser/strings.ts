import { stringLiteral, unescape } from '../literals/string-literal.ts';
import { Problem } from '../problem.ts';
import type { Constant, Expression, FormattedValue, JoinedStr, Span } from '../syntax.ts';
import type { Parser } from './parser.ts';
import { yieldExpression } from './yields.ts';

type Part = FormattedValue | (Span & { readonly type: 'Text'; readonly text: string });

/** (STRING | fstring)+ : literals that stand side by side are one. */
export function strings(parser: Parser): Expression {
  const { from } = parser.token;
  const parts: Part[] = [];
  const bytes: Uint8Array[] = [];
  let kind: 'str' | 'bytes' | null = null;
  let formatted = false;
  while (parser.token.kind === 'string' || parser.token.kind === 'fstring-start') {
    const { token } = parser;
    let found: 'str' | 'bytes' = 'str';
    if (token.kind === 'fstring-start') {
      formatted = true;
      parts.push(...formattedString(parser));
    } else {
      parser.next();
      const literal = stringLiteral(token);
      if (literal.kind === 'bytes') {
        found = 'bytes';
        bytes.push(literal.value);
      } else if (literal.kind === 'str') {
        parts.push({ type: 'Text', text: literal.value, from: token.from, to: token.to });
      }
    }
    if (kind !== null && kind !== found) {
      throw new Problem(token, 'Bytes and str literals cannot be joined: give both the same prefix.');
    }
    kind = found;
  }
  const span = parser.spanFrom(from);
  if (kind === 'bytes') {
    return { type: 'Constant', value: { kind: 'bytes', value: concatenated(bytes) }, ...span };
  }
  if (formatted) return { type: 'JoinedStr', values: joined(parts), ...span };
  const value = parts.map((part) => (part.type === 'Text' ? part.text : '')).join('');
  return { type: 'Constant', value: { kind: 'str', value }, ...span };
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Neighbouring texts become one constant; empty ones go. */
function joined(parts: readonly Part[]): JoinedStr['values'] {
  const values: (Constant | FormattedValue)[] = [];
  let index = 0;
  while (index < parts.length) {
    const part = parts[index];
    if (part.type !== 'Text') {
      values.push(part);
      index++;
      continue;
    }
    let text = '';
    let { to } = part;
    for (let next = parts[index]; next?.type === 'Text'; next = parts[++index]) {
      text += next.text;
      to = next.to;
    }
    if (text !== '') {
      values.push({ type: 'Constant', value: { kind: 'str', value: text }, from: part.from, to });
    }
  }
  return values;
}

function formattedString(parser: Parser): readonly Part[] {
  const start = parser.next();
  const raw = /r/i.test(start.text);
  const parts = textsAndFields(parser, raw, false);
  parser.next(); // fstring-end: the tokenizer sees to it
  return parts;
}

function textsAndFields(parser: Parser, raw: boolean, specification: boolean): Part[] {
  const parts: Part[] = [];
  for (;;) {
    const { token } = parser;
    if (token.kind === 'fstring-text') {
      parser.next();
      const text = formattedText(token.text, token.from, raw, specification);
      parts.push({ type: 'Text', text, from: token.from, to: token.to });
    } else if (parser.is('{')) {
      parts.push(...field(parser, raw));
    } else {
      return parts;
    }
  }
}

/** Doubled braces are one, but not those of `\N{…}`; then escapes. */
function formattedText(text: string, from: number, raw: boolean, specification: boolean): string {
  if (specification) return raw ? text : unescape(text, from);
  if (raw || !text.includes('\\')) {
    const plain = text.replaceAll('{{', '{').replaceAll('}}', '}');
    return raw ? plain : unescape(plain, from);
  }
  // Piece by piece, so that a problem in an escape is found at its own offset.
  let result = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && text[at + 1] !== '{' && text[at + 1] !== '}') at++;
    else if ((text[at] === '{' || text[at] === '}') && text[at + 1] === text[at]) {
      result += unescape(text.slice(start, at + 1), from + start);
      start = at + 2;
      at++;
    }
  }
  return result + unescape(text.slice(start), from + start);
}

/** '{' expression ['='] ['!' conversion] [':' specification] '}' */
function field(parser: Parser, raw: boolean): readonly Part[] {
  const open = parser.next();
  if (parser.is('}') || parser.is('!') || parser.is(':') || parser.is('=')) {
    throw parser.unexpected('expected an expression in the field of the f-string');
  }
  const value = parser.is('yield') ? yieldExpression(parser) : parser.rules.starExpressions(parser);
  if (value.type === 'Starred') {
    throw new Problem(value, 'A starred expression cannot stand alone in the field of an f-string.');
  }
  const parts: Part[] = [];
  let shown = false;
  if (parser.accept('=')) {
    shown = true;
    const span = { from: open.to, to: parser.token.from };
    parts.push({ type: 'Text', text: parser.source.slice(span.from, span.to), ...span });
  }
  let conversion = fieldConversion(parser);
  let formatSpec: JoinedStr | null = null;
  if (parser.is(':')) {
    const { from } = parser.next();
    const values = joined(textsAndFields(parser, raw, true));
    formatSpec = { type: 'JoinedStr', values, ...parser.spanFrom(from) };
  }
  if (shown && conversion === 'none' && formatSpec === null) conversion = 'repr';
  if (!parser.is('}')) {
    throw parser.unexpected("expected '=', '!', ':' or '}' after the expression of the f-string's field");
  }
  parser.next();
  const span = parser.spanFrom(open.from);
  parts.push({ type: 'FormattedValue', value, conversion, formatSpec, ...span });
  return parts;
}

const conversions = { s: 'str', r: 'repr', a: 'ascii' } as const;

function fieldConversion(parser: Parser): FormattedValue['conversion'] {
  if (!parser.is('!')) return 'none';
  const mark = parser.next();
  const { token } = parser;
  const letter = token.kind === 'name' && token.from === mark.to ? token.text : '';
  if (letter !== 's' && letter !== 'r' && letter !== 'a') {
    throw new Problem(token, "Expected 's', 'r' or 'a' right after '!' in the field of the f-string.");
  }
  parser.next();
  return conversions[letter];
}
