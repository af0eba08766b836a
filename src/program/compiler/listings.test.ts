/** What constructs compile to, a listing each: a table, and therefore long. */
import { describe, expect, it } from 'vitest';
import { bodyListing, codeFor, codeNamed, listing } from '../compiled.fixture.ts';

/** Lines of a template, without the indentation. */
function lines(text: string): readonly string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

const returnsNone = ['LOAD_CONST None', 'RETURN_VALUE'];

/** What CPython 3.13's `dis` shows for the same statements, in this instruction set. */
const bodies: readonly (readonly [title: string, body: string, expected: string])[] = [
  ['a binary operator', 'return a + b * c', 'LOAD_FAST a; LOAD_FAST b; LOAD_FAST c; BINARY_OP MULTIPLY; BINARY_OP ADD; RETURN_VALUE'],
  ['an attribute of an attribute', 'a.b.c = b', 'LOAD_FAST b; LOAD_FAST a; LOAD_ATTR b; STORE_ATTR c'],
  ['a call', 'a(b, *c)', 'LOAD_FAST a; PUSH_NULL; LOAD_FAST b; BUILD_LIST 1; LOAD_FAST c; LIST_EXTEND 1; LIST_TO_TUPLE; CALL_EX 0; POP_TOP'],
  ['a call of a sequence only', 'a(*b, **c)', 'LOAD_FAST a; PUSH_NULL; LOAD_FAST b; BUILD_MAP 0; LOAD_FAST c; DICT_MERGE; CALL_EX 1; POP_TOP'],
  ['keywords', 'a(b, k=c)', 'LOAD_FAST a; PUSH_NULL; LOAD_FAST b; LOAD_FAST c; LOAD_CONST ("k",); CALL_KW 2; POP_TOP'],
  ['a method call', 'a.m(b)', 'LOAD_FAST a; LOAD_METHOD m; LOAD_FAST b; CALL 1; POP_TOP'],
  ['an exchange', 'a, b = b, a', 'LOAD_FAST b; LOAD_FAST a; STORE_FAST b; STORE_FAST a'],
  ['an exchange of three', 'a, b, c = b, c, a', 'LOAD_FAST b; LOAD_FAST c; LOAD_FAST a; STORE_FAST c; STORE_FAST b; STORE_FAST a'],
  ['four at once', 'a, b, c, d = b, c, a, a', 'LOAD_FAST b; LOAD_FAST c; LOAD_FAST a; LOAD_FAST a; BUILD_TUPLE 4; UNPACK_SEQUENCE 4; STORE_FAST a; STORE_FAST b; STORE_FAST c; STORE_FAST d'],
  ['one name twice', 'x, x = a, b', 'LOAD_FAST a; LOAD_FAST b; SWAP 2; POP_TOP; STORE_FAST x'],
  ['a starred target', 'a, *b, c = c', 'LOAD_FAST c; UNPACK_EX 257; STORE_FAST a; STORE_FAST b; STORE_FAST c'],
  ['a chain of targets', 'a = b.c = c', 'LOAD_FAST c; COPY 1; STORE_FAST a; LOAD_FAST b; STORE_ATTR c'],
  ['an augmented item', 'a[b] += c', 'LOAD_FAST a; LOAD_FAST b; COPY 2; COPY 2; BINARY_SUBSCR; LOAD_FAST c; BINARY_OP ADD in place; SWAP 3; SWAP 2; STORE_SUBSCR'],
  ['an augmented slice', 'a[b:] += c', 'LOAD_FAST a; LOAD_FAST b; LOAD_CONST None; COPY 3; COPY 3; COPY 3; BINARY_SLICE; LOAD_FAST c; BINARY_OP ADD in place; SWAP 4; SWAP 3; SWAP 2; STORE_SLICE'],
  ['deletions', 'del a, b.x, c[0], c[1:2]', 'DELETE_FAST a; LOAD_FAST b; DELETE_ATTR x; LOAD_FAST c; LOAD_CONST 0; DELETE_SUBSCR; LOAD_FAST c; LOAD_CONST 1; LOAD_CONST 2; BUILD_SLICE 2; DELETE_SUBSCR'],
  ['a list of constants', 'x = [1, 2, 3]', 'BUILD_LIST 0; LOAD_CONST (1, 2, 3); LIST_EXTEND; STORE_FAST x'],
  ['a set of constants', 'x = {1, 2, 3}', 'BUILD_SET 0; LOAD_CONST frozenset({1, 2, 3}); SET_UPDATE; STORE_FAST x'],
  ['membership in a list', 'x = a in [1, 2]', 'LOAD_FAST a; LOAD_CONST (1, 2); CONTAINS_OP 0; STORE_FAST x'],
  ['membership in a set', 'x = not a in {1}', 'LOAD_FAST a; LOAD_CONST frozenset({1}); CONTAINS_OP 1; STORE_FAST x'],
  ['a dict', 'x = {a: 1, **b, "k": c}', 'LOAD_FAST a; LOAD_CONST 1; BUILD_MAP 1; LOAD_FAST b; DICT_UPDATE; LOAD_CONST "k"; LOAD_FAST c; BUILD_MAP 1; DICT_UPDATE; STORE_FAST x'],
  ['constants', 'x = (1, (2, -3)), 2 ** 10, "a" "b"', 'LOAD_CONST ((1, (2, -3)), 1024, "ab"); STORE_FAST x'],
  ['a chained comparison', 'x = a < b < c', 'LOAD_FAST a; LOAD_FAST b; SWAP 2; COPY 2; COMPARE_OP LT; COPY 1; POP_JUMP_IF_FALSE -> 13; POP_TOP; LOAD_FAST c; COMPARE_OP LT; STORE_FAST x; LOAD_CONST None; RETURN_VALUE; STORE_FAST x; POP_TOP'],
  ['and, or', 'x = a and b or c', 'LOAD_FAST a; COPY 1; POP_JUMP_IF_FALSE -> 5; POP_TOP; LOAD_FAST b; COPY 1; POP_JUMP_IF_TRUE -> 9; POP_TOP; LOAD_FAST c; STORE_FAST x'],
  ['an f-string', 'x = f"{a!r:>{b}} {c}"', 'LOAD_FAST a; CONVERT_VALUE 2; LOAD_CONST ">"; LOAD_FAST b; FORMAT_SIMPLE; BUILD_STRING 2; FORMAT_WITH_SPEC; LOAD_CONST " "; LOAD_FAST c; FORMAT_SIMPLE; BUILD_STRING 3; STORE_FAST x'],
  ['a % format', 'x = "%s-%r" % (a, b)', 'LOAD_FAST a; CONVERT_VALUE 1; FORMAT_SIMPLE; LOAD_CONST "-"; LOAD_FAST b; CONVERT_VALUE 2; FORMAT_SIMPLE; BUILD_STRING 3; STORE_FAST x'],
  ['a walrus', 'a(x := b)', 'LOAD_FAST a; PUSH_NULL; LOAD_FAST b; COPY 1; STORE_FAST x; CALL 1; POP_TOP'],
  ['an assertion', 'assert a, b', 'LOAD_FAST a; POP_JUMP_IF_TRUE -> 6; LOAD_ASSERTION_ERROR; LOAD_FAST b; CALL 0; RAISE_VARARGS 1'],
  ['a raise with a cause', 'raise a from b', 'LOAD_FAST a; LOAD_FAST b; RAISE_VARARGS 2'],
  ['imports', 'import x.y, x.z as w\nfrom . import a as b', 'LOAD_CONST 0; LOAD_CONST None; IMPORT_NAME x.y; STORE_FAST x; LOAD_CONST 0; LOAD_CONST None; IMPORT_NAME x.z; IMPORT_FROM z; STORE_FAST w; POP_TOP; LOAD_CONST 1; LOAD_CONST ("a",); IMPORT_NAME; IMPORT_FROM a; STORE_FAST b; POP_TOP'],
]; // prettier-ignore

describe('statements and expressions', () => {
  it.each(bodies)('%s', (_, body, expected) => {
    const found = bodyListing(body);
    const wanted = expected.split('; ').map((line) => line.trim());
    const ends = wanted.at(-1) === 'RETURN_VALUE' || /^RAISE_VARARGS [12]$/.test(wanted.at(-1)!);
    const tail = ends && !body.startsWith('assert') ? [] : returnsNone;
    expect(found.map((line) => line.replace(/^(LIST_EXTEND|DICT_UPDATE|DICT_MERGE|SET_UPDATE) 1$/, '$1'))).toEqual(
      [...wanted, ...tail].map((line) => line.replace(/^LIST_EXTEND 1$/, 'LIST_EXTEND')),
    );
  });

  it('leaves out what cannot be reached', () => {
    expect(bodyListing('if 0:\n    a()\nwhile True:\n    return b')).toEqual(['LOAD_FAST b', 'RETURN_VALUE']);
  });
});

describe('loops', () => {
  it('says LINE once for each round, the first together with the iterable', () => {
    const code = codeNamed('def f(a):\n    for x in a:\n        x()\n', 'f');
    expect(listing(code, ['LINE'])).toEqual(
      lines(`
        LINE 2
        LOAD_FAST a
        GET_ITER
        JUMP -> 5
        LINE 2
        FOR_ITER -> 13
        STORE_FAST x
        LINE 3
        LOAD_FAST x
        PUSH_NULL
        CALL 0
        POP_TOP
        JUMP_BACKWARD -> 4
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });

  it('evaluates the condition of while at its LINE', () => {
    const code = codeNamed('def f(a):\n    while a:\n        a()\n    else:\n        pass\n', 'f');
    expect(listing(code, ['LINE'])).toEqual(
      lines(`
        LINE 2
        LOAD_FAST a
        POP_JUMP_IF_FALSE -> 9
        LINE 3
        LOAD_FAST a
        PUSH_NULL
        CALL 0
        POP_TOP
        JUMP_BACKWARD -> 0
        LINE 5
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });

  it('drops the iterator on the way out', () => {
    expect(bodyListing('for x in a:\n    if x: break\n    return x')).toEqual(
      lines(`
        LOAD_FAST a
        GET_ITER
        FOR_ITER -> 13
        STORE_FAST x
        LOAD_FAST x
        POP_JUMP_IF_FALSE -> 9
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE
        LOAD_FAST x
        SWAP 2
        POP_TOP
        RETURN_VALUE
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });
});

describe('exceptions', () => {
  it('deletes the name of an except clause on every way out', () => {
    expect(bodyListing('try:\n    a()\nexcept b as e:\n    c()\nfor x in a: b()')).toEqual(
      lines(`
        LOAD_FAST a
        PUSH_NULL
        CALL 0
        POP_TOP
        JUMP -> 28
        PUSH_EXC_INFO
        LOAD_FAST b
        CHECK_EXC_MATCH
        POP_JUMP_IF_FALSE -> 24
        STORE_FAST e
        LOAD_FAST c
        PUSH_NULL
        CALL 0
        POP_TOP
        POP_EXCEPT
        LOAD_CONST None
        STORE_FAST e
        DELETE_FAST e
        JUMP -> 23
        LOAD_CONST None
        STORE_FAST e
        DELETE_FAST e
        RERAISE 1
        JUMP -> 28
        RERAISE 0
        COPY 3
        POP_EXCEPT
        RERAISE 1
        LOAD_FAST a
        GET_ITER
        JUMP -> 31
        FOR_ITER -> 38
        STORE_FAST x
        LOAD_FAST b
        PUSH_NULL
        CALL 0
        POP_TOP
        JUMP_BACKWARD -> 31
        LOAD_CONST None
        RETURN_VALUE
        0..3 -> 5 [0]
        5..9 -> 25 [1] lasti
        10..13 -> 19 [1] lasti
        19..22 -> 25 [1] lasti
        24..24 -> 25 [1] lasti`),
    );
  });

  it('repeats the finally body for each way out', () => {
    expect(bodyListing('try:\n    return a()\nfinally:\n    b()')).toEqual(
      lines(`
        LOAD_FAST a
        PUSH_NULL
        CALL 0
        LOAD_FAST b
        PUSH_NULL
        CALL 0
        POP_TOP
        RETURN_VALUE
        PUSH_EXC_INFO
        LOAD_FAST b
        PUSH_NULL
        CALL 0
        POP_TOP
        RERAISE 0
        COPY 3
        POP_EXCEPT
        RERAISE 1
        0..2 -> 8 [0]
        8..13 -> 14 [1] lasti`),
    );
  });

  it('leaves a with statement through __exit__', () => {
    expect(bodyListing('with a as x:\n    b()\nfor y in c: b()')).toEqual(
      lines(`
        LOAD_FAST a
        BEFORE_WITH
        STORE_FAST x
        LOAD_FAST b
        PUSH_NULL
        CALL 0
        POP_TOP
        LOAD_CONST None
        LOAD_CONST None
        LOAD_CONST None
        CALL_EXIT
        POP_TOP
        JUMP -> 26
        PUSH_EXC_INFO
        WITH_EXCEPT_START
        POP_JUMP_IF_TRUE -> 17
        RERAISE 2
        POP_TOP
        POP_EXCEPT
        POP_TOP
        POP_TOP
        POP_TOP
        JUMP -> 26
        COPY 3
        POP_EXCEPT
        RERAISE 1
        LOAD_FAST c
        GET_ITER
        JUMP -> 29
        FOR_ITER -> 36
        STORE_FAST y
        LOAD_FAST b
        PUSH_NULL
        CALL 0
        POP_TOP
        JUMP_BACKWARD -> 29
        LOAD_CONST None
        RETURN_VALUE
        2..6 -> 13 [2] lasti
        13..17 -> 23 [4] lasti`),
    );
  });
});

describe('generators', () => {
  it('turns a StopIteration of the body into RuntimeError', () => {
    expect(bodyListing('x = yield a')).toEqual(
      lines(`
        RETURN_GENERATOR
        POP_TOP
        LOAD_FAST a
        YIELD_VALUE
        STORE_FAST x
        LOAD_CONST None
        RETURN_VALUE
        STOP_ITERATION_ERROR
        RERAISE 1
        2..6 -> 7 [0] lasti`),
    );
  });

  it('delegates with SEND', () => {
    expect(bodyListing('yield from a')).toEqual(
      lines(`
        RETURN_GENERATOR
        POP_TOP
        LOAD_FAST a
        GET_YIELD_FROM_ITER
        LOAD_CONST None
        SEND -> 9
        YIELD_VALUE
        JUMP -> 5
        CLEANUP_THROW
        END_SEND
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE
        STOP_ITERATION_ERROR
        RERAISE 1
        2..5 -> 13 [0] lasti
        6..6 -> 8 [2]
        7..12 -> 13 [0] lasti`),
    );
  });

  it('hands the first iterator to a generator expression', () => {
    expect(bodyListing('return (x for x in a)')).toEqual(
      lines(`
        LOAD_CONST <code f.<locals>.<genexpr>>
        MAKE_FUNCTION 0
        LOAD_FAST a
        GET_ITER
        CALL 0
        RETURN_VALUE`),
    );
  });
});

describe('functions and classes', () => {
  it('puts defaults, annotations and closure below the code', () => {
    expect(bodyListing('def g(x: a = 1, *, y=b) -> c: return a')).toEqual(
      lines(`
        MAKE_CELL a
        LOAD_CONST (1,)
        LOAD_CONST "y"
        LOAD_FAST b
        BUILD_MAP 1
        LOAD_CONST "x"
        LOAD_DEREF a
        LOAD_CONST "return"
        LOAD_FAST c
        BUILD_TUPLE 4
        LOAD_CLOSURE a
        BUILD_TUPLE 1
        LOAD_CONST <code f.<locals>.g>
        MAKE_FUNCTION 15
        STORE_FAST g
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });

  it('applies decorators from the inside', () => {
    expect(bodyListing('@a\n@b\ndef g(): pass')).toEqual(
      lines(`
        LOAD_FAST a
        LOAD_FAST b
        LOAD_CONST <code f.<locals>.g>
        MAKE_FUNCTION 0
        CALL 0
        CALL 0
        STORE_FAST g
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });

  it('builds a class with the cell of __class__', () => {
    const source = 'class A(B, k=1):\n    "Doc."\n    x: int = 1\n    def m(self): super().m(1)\n';
    expect(listing(codeFor(source))).toEqual(
      lines(`
        LOAD_BUILD_CLASS
        PUSH_NULL
        LOAD_CONST <code A>
        MAKE_FUNCTION 0
        LOAD_CONST "A"
        LOAD_NAME B
        LOAD_CONST 1
        LOAD_CONST ("k",)
        CALL_KW 4
        STORE_NAME A
        LOAD_CONST None
        RETURN_VALUE`),
    );
    expect(listing(codeNamed(source, 'A'))).toEqual(
      lines(`
        MAKE_CELL __class__
        LOAD_NAME __name__
        STORE_NAME __module__
        LOAD_CONST "A"
        STORE_NAME __qualname__
        FIRST_LINE
        SETUP_ANNOTATIONS
        LOAD_CONST "Doc."
        STORE_NAME __doc__
        LOAD_CONST 1
        STORE_NAME x
        LOAD_NAME int
        LOAD_NAME __annotations__
        LOAD_CONST "x"
        STORE_SUBSCR
        LOAD_CLOSURE __class__
        BUILD_TUPLE 1
        LOAD_CONST <code A.m>
        MAKE_FUNCTION 8
        STORE_NAME m
        LOAD_CLOSURE __class__
        COPY 1
        STORE_NAME __classcell__
        RETURN_VALUE`),
    );
    expect(listing(codeNamed(source, 'A.m'))).toEqual(
      lines(`
        COPY_FREE_VARS 1
        LOAD_GLOBAL super
        LOAD_DEREF __class__
        LOAD_FAST self
        LOAD_SUPER_METHOD m
        LOAD_CONST 1
        CALL 1
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });
});

describe('match', () => {
  it('keeps the subject until the last case', () => {
    expect(bodyListing('match a:\n    case 1: b()\n    case [x, *_]: c()\n    case _: pass')).toEqual(
      lines(`
        LOAD_FAST a
        COPY 1
        LOAD_CONST 1
        COMPARE_OP EQ
        POP_JUMP_IF_FALSE -> 12
        POP_TOP
        LOAD_FAST b
        PUSH_NULL
        CALL 0
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE
        MATCH_SEQUENCE
        POP_JUMP_IF_FALSE -> 29
        GET_LEN
        LOAD_CONST 1
        COMPARE_OP GE
        POP_JUMP_IF_FALSE -> 29
        COPY 1
        LOAD_CONST 0
        BINARY_SUBSCR
        STORE_FAST x
        POP_TOP
        LOAD_FAST c
        PUSH_NULL
        CALL 0
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });

  it('takes keys and the rest from a mapping, attributes from an object', () => {
    expect(bodyListing('match a:\n    case {"k": v, **r}: b()\n    case P(q, z=w): c()')).toEqual(
      lines(`
        LOAD_FAST a
        COPY 1
        MATCH_MAPPING
        POP_JUMP_IF_FALSE -> 33
        GET_LEN
        LOAD_CONST 1
        COMPARE_OP GE
        POP_JUMP_IF_FALSE -> 33
        LOAD_CONST ("k",)
        MATCH_KEYS
        COPY 1
        POP_JUMP_IF_NONE -> 31
        UNPACK_SEQUENCE 1
        SWAP 3
        SWAP 2
        BUILD_MAP 0
        SWAP 3
        DICT_UPDATE
        UNPACK_SEQUENCE 1
        COPY 2
        SWAP 2
        DELETE_SUBSCR
        STORE_FAST r
        STORE_FAST v
        POP_TOP
        LOAD_FAST b
        PUSH_NULL
        CALL 0
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE
        POP_TOP
        POP_TOP
        POP_TOP
        LOAD_GLOBAL P
        LOAD_CONST ("z",)
        MATCH_CLASS 1
        COPY 1
        POP_JUMP_IF_NONE -> 48
        UNPACK_SEQUENCE 2
        STORE_FAST q
        STORE_FAST w
        LOAD_FAST c
        PUSH_NULL
        CALL 0
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE
        POP_TOP
        LOAD_CONST None
        RETURN_VALUE`),
    );
  });
});

describe('comprehensions', () => {
  it('are functions when not inlined', () => {
    expect(bodyListing('return [x for x in a if b]', { inlineComprehensions: false })).toEqual(
      lines(`
        MAKE_CELL b
        LOAD_CLOSURE b
        BUILD_TUPLE 1
        LOAD_CONST <code f.<locals>.<listcomp>>
        MAKE_FUNCTION 8
        LOAD_FAST a
        GET_ITER
        CALL 0
        RETURN_VALUE`),
    );
  });

  it('evaluate inner iterables in the loop', () => {
    expect(bodyListing('return {x: y for x in a for y in [x]}')).toEqual(
      lines(`
        LOAD_FAST a
        GET_ITER
        LOAD_FAST_AND_CLEAR x
        LOAD_FAST_AND_CLEAR y
        SWAP 3
        BUILD_MAP 0
        SWAP 2
        FOR_ITER -> 15
        STORE_FAST x
        LOAD_FAST x
        STORE_FAST y
        LOAD_FAST x
        LOAD_FAST y
        MAP_ADD 2
        JUMP_BACKWARD -> 7
        SWAP 3
        STORE_FAST y
        STORE_FAST x
        RETURN_VALUE
        SWAP 2
        POP_TOP
        SWAP 3
        STORE_FAST y
        STORE_FAST x
        RERAISE 0
        4..14 -> 19 [3]`),
    );
  });
});

describe('module code', () => {
  it('uses names, and slots for the variables of inlined comprehensions', () => {
    const code = codeFor('x = [i for i in y]');
    expect(code.slotNames).toEqual(['i']);
    expect(listing(code)).toEqual(
      lines(`
        LOAD_NAME y
        GET_ITER
        LOAD_FAST_AND_CLEAR i
        SWAP 2
        BUILD_LIST 0
        SWAP 2
        FOR_ITER -> 11
        STORE_FAST i
        LOAD_FAST i
        LIST_APPEND 2
        JUMP_BACKWARD -> 6
        JUMP -> 17
        SWAP 2
        POP_TOP
        SWAP 2
        STORE_FAST i
        RERAISE 0
        SWAP 2
        STORE_FAST i
        STORE_NAME x
        LOAD_CONST None
        RETURN_VALUE
        3..10 -> 12 [2]`),
    );
  });
});
