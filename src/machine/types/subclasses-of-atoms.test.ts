import { testAnswers } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  ['1+MyInt(5)', '6'],
  ["MyInt('7')*2", '14'],
  ['str(MyInt(3))', "'MyInt(3)'"],
  ["f'{MyInt(3)}'", "'MyInt(3)'"],
  ["f'{MyInt(3):>5}'", "'    3'"],
  ['isinstance(MyInt(1),int)', 'True'],
  ['type(MyInt(1)+1).__name__', "'MyInt'"],
  ['type(-MyInt(1)).__name__', "'int'"],
  ['MyInt(5)==5', 'True'],
  ['{MyInt(5):1}[5]', '1'],
  ['MyInt(5).bit_length()', '3'],
  ['Celsius(20.55)', '20.55'],
  ['str(Celsius(20.55))', "'20.6C'"],
  ["f'{Celsius(20.5)}'", "'20.5C'"],
  ["f'{Celsius(20.5):.2f}'", "'20.50'"],
  ['Celsius(1)+1', '2.0'],
  ["Celsius('2.5')", '2.5'],
  ["Tag('a')", "'a'"],
  ["Tag('a').shout()", "'A!'"],
  ["Tag('a')+'b'", "'ab'"],
  ["type(Tag('a')+'b').__name__", "'str'"],
  ["Tag('a')=='a'", 'True'],
  ["{Tag('a'):1}['a']", '1'],
  ["Tag('abc')[1]", "'b'"],
  ["'x'.join([Tag('a'),Tag('b')])", "'axb'"],
  ["len(Tag('abc'))", '3'],
  ["str(Tag('a'))", "'a'"],
  ["type(str(Tag('a'))).__name__", "'str'"],
  ['Tag(5)', "'5'"],
  ["Tag(b'x','ascii')", "'x'"],
  ["'abc'[Idx():]", "'c'"],
  ["'abc'[Idx()]", "'c'"],
  ['[1,2,3][Idx()]', '3'],
  ['range(10)[Idx()]', '2'],
  ["'{x} {y}'.format_map(D(x=1))", "'1 <y>'"],
  ["'a' in Tag('abc')", 'True'],
];
const prelude =
  "import sys\nclass MyInt(int):\n    def __repr__(self): return 'MyInt(%d)' % int(self)\n    def __add__(self, other): return MyInt(int(self)+int(other))\nclass Celsius(float):\n    def __str__(self): return f'{float(self):.1f}C'\nclass Tag(str):\n    def shout(self): return self.upper()+'!'\nclass Idx:\n    def __index__(self): return 2\nclass D(dict):\n    def __missing__(self, k): return '<%s>' % k\n";

testAnswers('subclasses of int, float and str', rows, prelude);
