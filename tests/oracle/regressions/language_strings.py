# Strings: methods, format specs, f-strings, encodings.
import sys
def show(label, f):
    try: print(label, repr(f()))
    except Exception as e: print(label, type(e).__name__, e)
name, n, width, prec = 'Ada', 42, 10, 3
pi = 3.14159265358979
print(f'{name!r:>{width}}|{name!s:^{width}}|{n:0{width}d}|{pi:.{prec}f}|{pi:{width}.{prec}e}')
print(f'{f"{name:*^{width}}"}|{n=}|{n = }|{n=}|{n = }|{name=!s}|{name=:>6}|{n+1=:04d}')
print(f'{{}} {{{n}}} {n:{">"}{"6"}}')
print(f"{'a' 'b'}{1,2}{[i for i in range(3)]}{ {'k': 1}['k'] }{(lambda x: x*2)(3)}")
print(f'{n:,} {1234567:,} {1234567.891:,.2f} {1234567:_} {255:#x} {255:#X} {255:#o} {255:#b} {255:08b} {-255:+x} {255:_x} {2**40:_b}')
for spec in ['', '5', '<5', '>5', '^5', '=5', '05', '+', '-', ' ', '+5', '=+8', '*=+8', ',', '_', 'b', 'o', 'x', 'X', 'c', 'd', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', '#x', '#b', '08.3f', '.3', '.0f', '#.0f', '.10g', '#g', 'z.1f', '>+10,.2f', '_d', 's', '\u2603>5', '<<5', '0<5', '010,d', '015,.2f', '#010x', '+.3%', 'é^9']:
    for v in [0, 42, -7, 2**70, 3.14159, -0.0, 1e300, float('inf'), float('nan'), True, 'str', None, 97]:
        show(f'{v!r}:{spec}', lambda: format(v, spec))
t = 'Hello, World! ß İ ǅ ﬁ ñ Σς 123'
for m in ['upper','lower','title','swapcase','capitalize','casefold','isalpha','isalnum','isdecimal','isdigit','isidentifier','islower','isnumeric','isprintable','isspace','istitle','isupper','isascii','split','rsplit','splitlines','strip','lstrip','rstrip']:
    for s in [t, '', 'abc', 'ABC', '  x\ty\n', '1²½', 'Abc Def', 'a1', 'ÀÉ', 'κόσμος', 'x\x1cy\x85z\u2028w\r\nv\n', '\u00a0a\u3000']:
        show(f'{m} {s!r}', getattr(s, m))
for a in [('a,b,,c', ','), ('a,b,,c', ',', 1), ('aXXbXXc', 'XX'), (' a  b ', None), (' a  b ', None, 1), ('abc', 'z'), ('', ','), ('', None)]:
    show(f'split {a}', lambda: a[0].split(*a[1:])); show(f'rsplit {a}', lambda: a[0].rsplit(*a[1:]))
for s in ['a=b=c', 'abc', '', '=']: print(s.partition('='), s.rpartition('='))
print('mississippi'.replace('ss', 'SS'), 'mississippi'.replace('i', '', 2), 'abc'.replace('', '-'), ''.replace('', 'x'), 'aaa'.count('aa'), 'aaa'.count(''), 'abc'.find(''), 'abc'.find('', 5), 'abc'.rfind(''), 'abcabc'.rfind('b'), 'abc'.index('c', -1))
print('a-b_c'.translate(str.maketrans('-_', '  ')), 'abc'.translate({97: 'XX', 98: None}), str.maketrans('ab', 'cd', 'e'))
print('x'.center(6, '*'), 'xy'.center(7, '*'), 'x'.ljust(4, '.'), 'x'.rjust(4, '.'), '-42'.zfill(6), '+4'.zfill(5), 'abc'.zfill(2), '\t1\t22\t333'.expandtabs(4), 'a\tb\nc\td'.expandtabs())
print('prefix_x'.removeprefix('prefix_'), 'x.py'.removesuffix('.py'), 'x'.removesuffix(''), 'abc'.startswith(('x', 'a')), 'abc'.endswith('c', 0, 2), 'abc'.startswith('b', 1), 'abc'.startswith('', 4))
for s in ['it\'s', 'say "hi"', 'it\'s "x"', '\n\t\r\\', '\x00\x1f\x7f\x80\xa0\xad', '☃😀\ud800', '\u200b\u2028', 'ñ']: print(ascii(s), len(s)); show('repr', lambda: repr(s).encode('ascii', 'backslashreplace'))
print('abc'[::-1], 'abcdef'[1:5:2], 'abcdef'[-2:], 'abcdef'[10:], 'abc' * 3, 'abc' * -1, 'b' in 'abc', '' in '', 'abc' < 'abd', 'Z' < 'a', max('hello'), sorted('hello'), ''.join(reversed('abc')))
print('%s %r %a %d %i %5d|%-5d|%05d|%+d|% d %x %X %#x %o %#o %e %.2E %f %.3f %g %G %c %c %%' % ('s', 'r', 'é', 1.9, 2, 3, 4, 5, 6, 7, 255, 255, 255, 8, 8, 12345.678, 0.00012, 1.5, 2.0005, 1e20, 1e-7, 'x', 97))
print('%(a)s-%(b)05.1f' % {'a': 1, 'b': 2.25}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%s' % (1,), '%s' % [1, 2], '%.3s|%10.2s|' % ('abcdef', 'xyz'))
print('{} {} {}'.format(1, 'a', None), '{0}{1}{0}'.format('a', 'b'), '{a[x]} {b.real} {c[0][1]}'.format(a={'x': 1}, b=3, c=[[1, 2]]), '{:>{w}}'.format('r', w=5), '{!r:>6}'.format('q'), '{:{}{}}'.format(3.14159, 8, '.2f'), '{{}}'.format())
class F:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str!'
    def __repr__(self): return 'repr!'
print(f'{F()} {F():abc} {F()!s} {F()!r:>8} {F():{n}}', '{:x{}}'.format(F(), 1), '%s %r' % (F(), F()))
class S(str):
    def __repr__(self): return 'S()'
    def upper(self): return S('up')
s = S('abc'); print(s, repr(s), s.upper(), type(s + 'x').__name__, type(s[:]).__name__, type(s.strip()).__name__, s == 'abc', {s: 1}['abc'], f'{s!r} {s}')
print('a' 'b' "c" '''d''', r'\n', b'\x41\n', rb'\n', u'x', '\x41\u0042\103', 'line\
continued')
show('enc', lambda: [('é☃'.encode(e, 'replace'), 'é☃'.encode(e, 'ignore'), 'é☃'.encode(e, 'xmlcharrefreplace'), 'é☃'.encode(e, 'backslashreplace')) for e in ['ascii', 'latin-1']])
show('enc', lambda: ['é☃😀'.encode(e) for e in ['utf-8', 'utf-16', 'utf-16-le', 'utf-32']])
show('dec', lambda: [b'\xc3\xa9\xff'.decode('utf-8', h) for h in ['replace', 'ignore', 'backslashreplace', 'surrogateescape']])
try: b'ab\xff'.decode()
except UnicodeDecodeError as e: print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
try: 'é'.encode('ascii')
except UnicodeEncodeError as e: print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
print('\x61'.isidentifier(), 'def'.isidentifier(), '1a'.isidentifier(), 'é'.isidentifier(), hash('') == 0, 'a'.__add__('b'), 'abc'.__contains__('b'), 'abc'.__getitem__(1), str.__len__('abc'), 'x'.__mul__(2), 'x'.__rmul__(2), 'a %s'.__mod__(1))
