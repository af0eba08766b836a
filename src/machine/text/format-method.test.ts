import { testAnswers } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  ["'{!z}'.format(1)", 'ValueError: Unknown conversion specifier z'],
  ["'{!\\x01}'.format(1)", 'ValueError: Unknown conversion specifier \\x1'],
  ["'{!'.format(1)", 'ValueError: end of string while looking for conversion specifier'],
  ["'{!r'.format(1)", "ValueError: unmatched '{' in format spec"],
  ["'{!rx}'.format(1)", "ValueError: expected ':' after conversion specifier"],
  ["'{0'.format(1)", "ValueError: expected '}' before end of string"],
  ["'{'.format()", "ValueError: Single '{' encountered in format string"],
  ["'}'.format()", "ValueError: Single '}' encountered in format string"],
  ["'{}{0}'.format(1)", 'ValueError: cannot switch from automatic field numbering to manual field specification'],
  ["'{0}{}'.format(1)", 'ValueError: cannot switch from manual field specification to automatic field numbering'],
  ["'{1}'.format(1)", 'IndexError: Replacement index 1 out of range for positional args tuple'],
  ["'{a}'.format(b=1)", "KeyError: 'a'"],
  ["'{a.}'.format(a=1)", 'ValueError: Empty attribute in format string'],
  ["'{a[}'.format(a=1)", "ValueError: expected '}' before end of string"],
  ["'{a[]}'.format(a=1)", 'ValueError: Empty attribute in format string'],
  ["'{a[0]x}'.format(a=[1])", "ValueError: Only '.' or '[' may follow ']' in format field specifier"],
  ["'{a{b}}'.format(a=1)", "ValueError: unexpected '{' in field name"],
  ["'{:{}}'.format(3,5)", "'    3'"],
  ["'{:{}{}}'.format(3,'>',5)", "'    3'"],
  ["'{:{:{:{}}}}'.format(3,5,6,7)", 'ValueError: Max string recursion exceeded'],
  ["'{0.x} {1[k]} {1[0]}'.format(P(),{'k':1,0:2})", "'3 1 2'"],
  ["'{0[-1]}'.format([1])", 'TypeError: list indices must be integers or slices, not str'],
  ["'{:d'.format(1)", "ValueError: unmatched '{' in format spec"],
  ["'{}'.format_map([1])", 'ValueError: Format string contains positional fields'],
  ["'{a}'.format_map({'a':1})", "'1'"],
  ["'{:>{w}.{p}f}|'.format(3.14159,w=8,p=2)", "'    3.14|'"],
  ["'{{}} {}'.format(1)", "'{} 1'"],
  ["'{ }'.format(1)", "KeyError: ' '"],
  ["'{ a}'.format(a=1)", "KeyError: ' a'"],
  ["'{!s:>5}{!r:^7}{!a}'.format('a','b','é')", "\"    a  'b'  '\\\\xe9'\""],
  ["'{0!r}'.format('x')", '"\'x\'"'],
  ["'{:}'.format('x')", "'x'"],
  ["'{!r:}'.format('x')", '"\'x\'"'],
];
const prelude =
  'class P:\n    x=3\nclass I:\n    def __index__(self): return 7\nclass F:\n    def __float__(self): return 1.5\nclass N:\n    def __int__(self): return 9\n';

testAnswers('str.format', rows, prelude);
