/**
 * JSON text as a tree. Source of rules and messages: CPython Lib/json/scanner.py, Lib/json/decoder.py.
 */

export type JsonTree =
  | { readonly kind: 'null' | 'true' | 'false' }
  | { readonly kind: 'string'; readonly text: string }
  /** `text` as written; 'constant' is NaN, Infinity or -Infinity. */
  | { readonly kind: 'int' | 'float' | 'constant'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly JsonTree[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, JsonTree])[] };

/** What is wrong, and at which UTF-16 index. */
export class JsonSyntaxError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const numberPattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t',
}; // prettier-ignore

/**
 * @param namesTrailingComma 3.13 and later have a message of its own for it
 * @param strict control characters in strings are errors
 * @throws JsonSyntaxError
 */
export function parseJson(text: string, namesTrailingComma: boolean, strict: boolean): JsonTree {
  const parser = new JsonParser(text, namesTrailingComma, strict);
  return parser.document();
}

class JsonParser {
  private at = 0;
  private readonly text: string;
  private readonly namesTrailingComma: boolean;
  private readonly strict: boolean;

  constructor(text: string, namesTrailingComma: boolean, strict: boolean) {
    this.text = text;
    this.namesTrailingComma = namesTrailingComma;
    this.strict = strict;
  }

  document(): JsonTree {
    if (this.text.startsWith('\ufeff')) {
      throw new JsonSyntaxError('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    }
    this.skipSpace();
    const tree = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw new JsonSyntaxError('Extra data', this.at);
    return tree;
  }

  private skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  private value(): JsonTree {
    const { text } = this;
    switch (text[this.at]) {
      case '"':
        return { kind: 'string', text: this.string() };
      case '{':
        return this.object();
      case '[':
        return this.array();
    }
    for (const [word, kind] of [
      ['null', 'null'],
      ['true', 'true'],
      ['false', 'false'],
    ] as const) {
      if (text.startsWith(word, this.at)) {
        this.at += word.length;
        return { kind };
      }
    }
    for (const word of ['NaN', 'Infinity', '-Infinity']) {
      if (text.startsWith(word, this.at)) {
        this.at += word.length;
        return { kind: 'constant', text: word };
      }
    }
    numberPattern.lastIndex = this.at;
    const match = numberPattern.exec(text);
    if (match === null) throw new JsonSyntaxError('Expecting value', this.at);
    this.at += match[0].length;
    const isFloat = match[2] !== undefined || match[3] !== undefined;
    return { kind: isFloat ? 'float' : 'int', text: match[0] };
  }

  private array(): JsonTree {
    const items: JsonTree[] = [];
    this.at++;
    this.skipSpace();
    if (this.take(']')) return { kind: 'array', items };
    for (;;) {
      items.push(this.value());
      this.skipSpace();
      if (this.take(']')) return { kind: 'array', items };
      const comma = this.comma();
      this.skipSpace();
      if (this.text[this.at] === ']' && this.namesTrailingComma) {
        throw new JsonSyntaxError('Illegal trailing comma before end of array', comma);
      }
    }
  }

  private object(): JsonTree {
    const entries: [string, JsonTree][] = [];
    const missingName = 'Expecting property name enclosed in double quotes';
    this.at++;
    this.skipSpace();
    if (this.take('}')) return { kind: 'object', entries };
    for (;;) {
      if (this.text[this.at] !== '"') throw new JsonSyntaxError(missingName, this.at);
      const name = this.string();
      this.skipSpace();
      if (!this.take(':')) throw new JsonSyntaxError("Expecting ':' delimiter", this.at);
      this.skipSpace();
      entries.push([name, this.value()]);
      this.skipSpace();
      if (this.take('}')) return { kind: 'object', entries };
      const comma = this.comma();
      this.skipSpace();
      if (this.text[this.at] === '}' && this.namesTrailingComma) {
        throw new JsonSyntaxError('Illegal trailing comma before end of object', comma);
      }
    }
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  /** Where the comma was. */
  private comma(): number {
    if (!this.take(',')) throw new JsonSyntaxError("Expecting ',' delimiter", this.at);
    return this.at - 1;
  }

  private string(): string {
    const begin = this.at++;
    const { text } = this;
    let result = '';
    for (;;) {
      const start = this.at;
      // eslint-disable-next-line no-control-regex -- control characters are what this looks for
      const stop = /["\\\0-\x1f]/g;
      stop.lastIndex = start;
      const found = stop.exec(text);
      if (found === null) throw new JsonSyntaxError('Unterminated string starting at', begin);
      result += text.slice(start, found.index);
      this.at = found.index + 1;
      if (found[0] === '"') return result;
      if (found[0] !== '\\') {
        if (this.strict) throw new JsonSyntaxError('Invalid control character at', found.index);
        result += found[0];
        continue;
      }
      const escape = text[this.at];
      if (escape === undefined) throw new JsonSyntaxError('Unterminated string starting at', begin);
      if (escape === 'u') {
        const digits = text.slice(this.at + 1, this.at + 5);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
          throw new JsonSyntaxError('Invalid \\uXXXX escape', this.at);
        }
        // The halves of a surrogate pair join by themselves.
        result += String.fromCharCode(parseInt(digits, 16));
        this.at += 5;
      } else {
        const character = escapes[escape];
        if (character === undefined) {
          throw new JsonSyntaxError('Invalid \\escape', this.at - 1);
        }
        result += character;
        this.at++;
      }
    }
  }
}
