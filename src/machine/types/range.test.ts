import { testAnswers, testVersions } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  ['range(5),range(1,10,2),range(0)', '(range(0, 5), range(1, 10, 2), range(0, 0))'],
  ['len(range(0,10,3)),list(range(10,0,-3))', '(4, [10, 7, 4, 1])'],
  ['range(10)[2:5],range(10)[::-1],range(10)[-1]', '(range(2, 5), range(9, -1, -1), 9)'],
  ['range(10)[10]', 'IndexError: range object index out of range'],
  ["range(10)['a']", 'TypeError: range indices must be integers or slices, not str'],
  ['range(0)[0]', 'IndexError: range object index out of range'],
  ["5 in range(10),10 in range(10),2.0 in range(5),'a' in range(3)", '(True, False, True, False)'],
  ['range(3)==range(0,3),range(0)==range(5,5),hash(range(3))==hash(range(0,3,1))', '(True, True, True)'],
  ['range(1,0,0)', 'ValueError: range() arg 3 must not be zero'],
  ['range(1.5)', "TypeError: 'float' object cannot be interpreted as an integer"],
  ['range()', 'TypeError: range expected at least 1 argument, got 0'],
  ['range(1,2,3,4)', 'TypeError: range expected at most 3 arguments, got 4'],
  ['range(5).index(3),range(5).count(9)', '(3, 0)'],
  ['range(5).start,range(5).stop,range(5).step', '(0, 5, 1)'],
  ['list(reversed(range(5)))', '[4, 3, 2, 1, 0]'],
  ['sum(range(101)),max(range(5)),min(range(3,6))', '(5050, 4, 3)'],
  ['range(10**20,10**20+3)[1]', '100000000000000000001'],
  ['list(range(2**62,2**62+3))', '[4611686018427387904, 4611686018427387905, 4611686018427387906]'],
  ['len(range(2**70))', 'OverflowError: Python int too large to convert to C ssize_t'],
  ['iter(range(3)).__length_hint__()', '3'],
  ['type(iter(range(3))).__name__,type(iter(range(2**70))).__name__', "('range_iterator', 'longrange_iterator')"],
  [
    "type(iter('a')).__name__,type(iter('é')).__name__,type(iter(b'a')).__name__",
    "('str_ascii_iterator', 'str_iterator', 'bytes_iterator')",
  ],
  ['bool(range(0)),bool(range(1))', '(False, True)'],
];
// Expression, and the answers of 3.11, 3.13 and 3.14.
const differing: readonly (readonly [string, string, string, string])[] = [
  [
    'range(5).index(9)',
    'ValueError: 9 is not in range',
    'ValueError: 9 is not in range',
    'ValueError: range.index(x): x not in range',
  ],
];
const prelude =
  "import sys\nclass MyInt(int):\n    def __repr__(self): return 'MyInt(%d)' % int(self)\n    def __add__(self, other): return MyInt(int(self)+int(other))\nclass Celsius(float):\n    def __str__(self): return f'{float(self):.1f}C'\nclass Tag(str):\n    def shout(self): return self.upper()+'!'\nclass Idx:\n    def __index__(self): return 2\nclass D(dict):\n    def __missing__(self, k): return '<%s>' % k\n";

testAnswers('ranges', rows, prelude);
testVersions('ranges', differing, prelude);
