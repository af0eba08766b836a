import { expect, test } from 'vitest';
import * as classes from './character-classes.ts';
import { capitalize, caseFold, swapCase, title } from './letter-case.ts';

// text; title, capitalize, swapcase, casefold of CPython.
const changes: readonly (readonly [string, string, string, string, string])[] = [
  ['hello world', 'Hello World', 'Hello world', 'HELLO WORLD', 'hello world'],
  ["they're bill's", "They'Re Bill'S", "They're bill's", "THEY'RE BILL'S", "they're bill's"],
  ['ß', 'Ss', 'Ss', 'SS', 'ss'],
  ['ŉ', 'ʼN', 'ʼN', 'ʼN', 'ʼn'],
  ['ǆ', 'ǅ', 'ǅ', 'Ǆ', 'ǆ'],
  ['ΑΣ ΣΑΣ', 'Ας Σας', 'Ας σας', 'ας σας', 'ασ σασ'],
  ['ﬁsh', 'Fish', 'Fish', 'FISH', 'fish'],
  ['İ', 'İ', 'İ', 'i̇', 'i̇'],
  ['straße', 'Straße', 'Straße', 'STRASSE', 'strasse'],
  ['a1b', 'A1B', 'A1b', 'A1B', 'a1b'],
  ['ABC', 'Abc', 'Abc', 'abc', 'abc'],
  ['ẞ', 'ẞ', 'ẞ', 'ß', 'ss'],
];
// text; one letter for each question that CPython answers with yes, in the order of `questions`.
const kinds: readonly (readonly [string, string])[] = [
  ['', 'py'],
  ['a', 'aAiply'],
  ['A', 'aAiputy'],
  ['Ab', 'aAipty'],
  ['aB', 'aAipy'],
  ['A b', 'py'],
  ['AB', 'aAipuy'],
  ['a1', 'Aiply'],
  ['1', 'dgnApy'],
  ['½', 'nAp'],
  ['²', 'gnAp'],
  ['٣', 'dgnAp'],
  ['一', 'anAip'],
  [' ', 'spy'],
  ['\t\u001c', 's'],
  ['​', ''],
  ['_a1', 'iply'],
  ['1a', 'Aply'],
  ['é', 'aAipl'],
  ['ǅ', 'aAipt'],
  ['ªº', 'aAipl'],
  ['😀', 'p'],
  ['a b', 'ply'],
  ['\n', 'sy'],
];
const questions: readonly (readonly [string, (text: string) => boolean])[] = [
  ['a', classes.isAlpha],
  ['d', classes.isDecimal],
  ['g', classes.isDigit],
  ['n', classes.isNumeric],
  ['A', classes.isAlnum],
  ['s', classes.isSpace],
  ['i', classes.isIdentifier],
  ['p', classes.isPrintable],
  ['l', classes.isLower],
  ['u', classes.isUpper],
  ['t', classes.isTitle],
  ['y', classes.isAscii],
];

test.each(changes)('case of %j', (text, titled, capitalized, swapped, folded) => {
  expect(title(text)).toBe(titled);
  expect(capitalize(text)).toBe(capitalized);
  expect(swapCase(text)).toBe(swapped);
  expect(caseFold(text)).toBe(folded);
});
test.each(kinds)('kind of %j', (text, yes) => {
  const answers = questions.filter(([, ask]) => ask(text)).map(([letter]) => letter);
  expect(answers.join('')).toBe(yes);
});
