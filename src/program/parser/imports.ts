import { Problem } from '../problem.ts';
import type { Alias, Statement } from '../syntax.ts';
import type { Parser } from './parser.ts';

/** 'import' dotted_name ['as' NAME] (',' …)* */
export function importNames(parser: Parser): Statement {
  const { from } = parser.next();
  const names: Alias[] = [];
  do {
    const start = parser.token.from;
    const name = dottedName(parser);
    names.push({ name, asname: alias(parser), ...parser.spanFrom(start) });
  } while (parser.accept(','));
  if (parser.is('from')) {
    throw parser.unexpected("write 'from module import name'");
  }
  return { type: 'Import', names, ...parser.spanFrom(from) };
}

/** 'from' ('.' | '...')* dotted_name? 'import' ('*' | names | '(' names [','] ')') */
export function importFrom(parser: Parser): Statement {
  const { from } = parser.next();
  let level = 0;
  while (parser.is('.') || parser.is('...')) level += parser.next().text.length;
  const module = level > 0 && parser.is('import') ? null : dottedName(parser);
  parser.expect('import', "after the module's name");
  const { token } = parser;
  let names: readonly Alias[];
  if (parser.accept('*')) {
    names = [{ name: '*', asname: null, from: token.from, to: token.to }];
  } else if (parser.accept('(')) {
    names = importedNames(parser, true);
    parser.expect(')', 'after the imported names');
  } else {
    names = importedNames(parser, false);
  }
  return { type: 'ImportFrom', module, names, level, ...parser.spanFrom(from) };
}

function importedNames(parser: Parser, parenthesized: boolean): readonly Alias[] {
  const names: Alias[] = [];
  for (;;) {
    const name = parser.expectName('the name to import');
    names.push({ name: name.text, asname: alias(parser), ...parser.spanFrom(name.from) });
    const comma = parser.token;
    if (!parser.accept(',')) return names;
    if (parenthesized && parser.is(')')) return names;
    if (!parenthesized && parser.token.kind === 'newline') {
      throw new Problem(comma, "A trailing ',' is not allowed here without parentheses around the names.");
    }
  }
}

function dottedName(parser: Parser): string {
  let name = parser.expectName("a module's name").text;
  while (parser.accept('.')) name += `.${parser.expectName("a module's name").text}`;
  return name;
}

function alias(parser: Parser): string | null {
  return parser.accept('as') ? parser.expectName("a name after 'as'").text : null;
}
