import { testAnswers } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  ["textwrap.dedent('  a\\n\\tb')", "'  a\\n\\tb'"],
  ["textwrap.indent('a\\n\\nb\\n','> ')", "'> a\\n\\n> b\\n'"],
  ["textwrap.indent('a\\n\\nb','> ',lambda l: True)", "'> a\\n> \\n> b'"],
  [
    "textwrap.fill('The quick brown fox jumped over the lazy dog, well-known for its sleeping',20)",
    "'The quick brown fox\\njumped over the lazy\\ndog, well-known for\\nits sleeping'",
  ],
  ["textwrap.wrap('aaaaaaaaaaaaaaaaaaaa bb',6)", "['aaaaaa', 'aaaaaa', 'aaaaaa', 'aa bb']"],
  ["textwrap.wrap('')", '[]'],
  ["textwrap.wrap('a  b\\tc',10)", "['a  b    c']"],
  ["textwrap.shorten('Hello  world!',12)", "'Hello world!'"],
  ["textwrap.shorten('Hello  world!',11)", "'Hello [...]'"],
  ["textwrap.shorten('Hello world',width=10,placeholder='...')", "'Hello...'"],
  [
    "textwrap.wrap('hello -- world foo--bar a-b-c super-cali-fragil',8)",
    "['hello --', 'world', 'foo--bar', 'a-b-c', 'super-', 'cali-', 'fragil']",
  ],
  ["textwrap.wrap('abc def',0)", 'ValueError: invalid width 0 (must be > 0)'],
  ["textwrap.fill('a b c d e f',5,initial_indent='* ',subsequent_indent='  ')", "'* a b\\n  c d\\n  e f'"],
  ["textwrap.wrap('one two three four five six',10,max_lines=2)", "['one two', '[...]']"],
  ["textwrap.wrap('one two three four five six',10,max_lines=2,placeholder=' [.....]')", "['one two', '[.....]']"],
  ["textwrap.wrap('aaa-bbb-ccc',5,break_on_hyphens=False)", "['aaa-b', 'bb-cc', 'c']"],
  ["textwrap.wrap('aaaaaaaaaa b',5,break_long_words=False)", "['aaaaaaaaaa', 'b']"],
  [
    'string.ascii_letters,string.digits,string.punctuation,string.whitespace,string.hexdigits,string.octdigits,string.printable',
    "('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', '!\"#$%&\\'()*+,-./:;<=>?@[\\\\]^_`{|}~', ' \\t\\n\\r\\x0b\\x0c', '0123456789abcdefABCDEF', '01234567', '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&\\'()*+,-./:;<=>?@[\\\\]^_`{|}~ \\t\\n\\r\\x0b\\x0c')",
  ],
  ["string.capwords('hello  world-foo')", "'Hello World-foo'"],
  ["string.Template('$a ${b} $$').substitute(a=1,b=2)", "'1 2 $'"],
  ["string.Template('$a $c').substitute(a=1)", "KeyError: 'c'"],
  ["string.Template('$a $c').safe_substitute(a=1)", "'1 $c'"],
  ["string.Template('$ x').substitute()", 'ValueError: Invalid placeholder in string: line 1, col 1'],
];
const prelude = 'import string, textwrap';

testAnswers('string and textwrap', rows, prelude);
