import { testAnswers, testVersions } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  [
    "json.dumps({'a':1,'b':[1,2.5,None,True,'x\\n\"é😀']})",
    '\'{"a": 1, "b": [1, 2.5, null, true, "x\\\\n\\\\"\\\\u00e9\\\\ud83d\\\\ude00"]}\'',
  ],
  ['json.dumps([1,2],indent=2)', "'[\\n  1,\\n  2\\n]'"],
  ['json.dumps({},indent=2),json.dumps([],indent=2)', "('{}', '[]')"],
  [
    "json.dumps({'b':1,'a':{'c':[1,{'d':2}]}},indent=4,sort_keys=True)",
    '\'{\\n    "a": {\\n        "c": [\\n            1,\\n            {\\n                "d": 2\\n            }\\n        ]\\n    },\\n    "b": 1\\n}\'',
  ],
  ["json.dumps({'b':1,'a':2},separators=(',',':'))", '\'{"b":1,"a":2}\''],
  ['json.dumps(object())', 'TypeError: Object of type object is not JSON serializable'],
  ['json.dumps({(1,2):3})', 'TypeError: keys must be str, int, float, bool or None, not tuple'],
  ['json.dumps({1:2,None:3,True:4,1.5:5})', '\'{"1": 4, "null": 3, "1.5": 5}\''],
  ["json.dumps({(1,2):3,'a':1},skipkeys=True)", '\'{"a": 1}\''],
  ["json.dumps(float('nan'))", "'NaN'"],
  ["json.dumps('é',ensure_ascii=False)", '\'"é"\''],
  ["json.dumps('\\x00\\x1f\\x7f\\b\\f\\t/')", '\'"\\\\u0000\\\\u001f\\\\u007f\\\\b\\\\f\\\\t/"\''],
  ['json.dumps({1,2})', 'TypeError: Object of type set is not JSON serializable'],
  ['json.dumps({1,2},default=list)', "'[1, 2]'"],
  ["json.dumps([1,[2]],indent='--')", "'[\\n--1,\\n--[\\n----2\\n--]\\n]'"],
  ['json.dumps([1,2],indent=0)', "'[\\n1,\\n2\\n]'"],
  ['json.dumps(10**30)', "'1000000000000000000000000000000'"],
  ['json.dumps((1,2))', "'[1, 2]'"],
  ['json.dumps(1e16),json.dumps(1e-7)', "('1e+16', '1e-07')"],
  ["json.dumps({'a':1,2:3},sort_keys=True)", "TypeError: '<' not supported between instances of 'int' and 'str'"],
  ['json.dumps()', "TypeError: dumps() missing 1 required positional argument: 'obj'"],
  ['json.dumps(1,2)', 'TypeError: dumps() takes 1 positional argument but 2 were given'],
  ["json.loads('')", 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'],
  [
    'json.loads(\'{"a": [1, 2.5, null, true, false, "x\\\\u00e9\\\\n"], "b": {}}\')',
    "{'a': [1, 2.5, None, True, False, 'xé\\n'], 'b': {}}",
  ],
  [
    "json.loads('{a:1}')",
    'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
  ],
  ['json.loads(\'{"a" 1}\')', "JSONDecodeError: Expecting ':' delimiter: line 1 column 6 (char 5)"],
  ["json.loads('[1 2]')", "JSONDecodeError: Expecting ',' delimiter: line 1 column 4 (char 3)"],
  ["json.loads('\"abc')", 'JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)'],
  ['json.loads(\'"a\\nb"\')', 'JSONDecodeError: Invalid control character at: line 1 column 3 (char 2)'],
  ['json.loads(\'"\\\\x"\')', 'JSONDecodeError: Invalid \\escape: line 1 column 2 (char 1)'],
  ['json.loads(\'"\\\\u12"\')', 'JSONDecodeError: Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
  ["json.loads('1 2')", 'JSONDecodeError: Extra data: line 1 column 3 (char 2)'],
  ["json.loads('nul')", 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'],
  ["json.loads('NaN'),json.loads('-Infinity')", '(nan, -inf)'],
  ["json.loads(b'[1]')", '[1]'],
  ['json.loads(5)', 'TypeError: the JSON object must be str, bytes or bytearray, not int'],
  ["json.loads('-')", 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'],
  ["json.loads('01')", 'JSONDecodeError: Extra data: line 1 column 2 (char 1)'],
  ["json.loads('1e5'),json.loads('-0'),json.loads('1.0')", '(100000.0, 0, 1.0)'],
  ['json.loads(\'"\\\\ud83d\\\\ude00"\')', "'😀'"],
  ["json.loads('[1,2')", "JSONDecodeError: Expecting ',' delimiter: line 1 column 5 (char 4)"],
  ["json.loads('{')", 'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
  ['json.loads(\'{"a":\')', 'JSONDecodeError: Expecting value: line 1 column 6 (char 5)'],
  ['json.loads(\'{"a":1\')', "JSONDecodeError: Expecting ',' delimiter: line 1 column 7 (char 6)"],
  ["json.loads('  [ ]  ')", '[]'],
  ['json.loads(\'{"a":1}\',object_hook=lambda d: sorted(d.items()))', "[('a', 1)]"],
  ["json.loads('[1.5]',parse_float=str)", "['1.5']"],
  ["json.loads('[15]',parse_int=str)", "['15']"],
  ["json.loads('\\n\\n [x]')", 'JSONDecodeError: Expecting value: line 3 column 3 (char 4)'],
  [
    "json.loads('\\ufeff1')",
    'JSONDecodeError: Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)',
  ],
  ['json.loads(\'{"a":1,"a":2}\')', "{'a': 2}"],
  ["json.dumps('a'*3, cls=None)", '\'"aaa"\''],
  ['json.dumps(l)', 'ValueError: Circular reference detected'],
  ['json.dumps([object()])', 'TypeError: Object of type object is not JSON serializable'],
];
// Expression, and the answers of 3.11, 3.13 and 3.14.
const differing: readonly (readonly [string, string, string, string])[] = [
  [
    "json.dumps(float('inf'),allow_nan=False)",
    'ValueError: Out of range float values are not JSON compliant',
    'ValueError: Out of range float values are not JSON compliant: inf',
    'ValueError: Out of range float values are not JSON compliant: inf',
  ],
  [
    "json.loads('[1,]')",
    'JSONDecodeError: Expecting value: line 1 column 4 (char 3)',
    'JSONDecodeError: Illegal trailing comma before end of array: line 1 column 3 (char 2)',
    'JSONDecodeError: Illegal trailing comma before end of array: line 1 column 3 (char 2)',
  ],
  [
    'json.loads(\'{"a":1,}\')',
    'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 8 (char 7)',
    'JSONDecodeError: Illegal trailing comma before end of object: line 1 column 7 (char 6)',
    'JSONDecodeError: Illegal trailing comma before end of object: line 1 column 7 (char 6)',
  ],
];
const prelude = 'import json\nl=[];l.append(l)';

testAnswers('json', rows, prelude);
testVersions('json', differing, prelude);
