# Numbers: big integers, floats, rounding, bytes, complex, math.
import math, sys
def show(label, f):
    try: print(label, repr(f()))
    except Exception as e: print(label, type(e).__name__, e)
ints = [0, 1, -1, 2, 7, -7, 10, 255, 256, 2**31, -2**31, 2**53, 2**53 + 1, 2**63 - 1, -2**63, 2**64, 3**100, -3**100, 10**50, 123456789012345678901234567890]
for a in ints:
    print(a, hex(a), oct(a), bin(a), a.bit_length(), a.bit_count(), float(a), -a, ~a, abs(a), bool(a), a.__sizeof__() > 0, str(a)[::-1], a.as_integer_ratio(), a.numerator, a.imag, int.__repr__(a))
    for b in ints[:12] + [3**50, -3**50]:
        show(f'{a}?{b}', lambda: (a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a == b, a <= b))
        show('div', lambda: (a // b, a % b, divmod(a, b), a / b))
    for s in [0, 1, 5, 64, 100]: print(a << s, a >> s)
    for e in [0, 1, 2, 5]: print(a ** e)
    show('neg', lambda: a ** -1); show('half', lambda: a ** 0.5); show('powmod', lambda: (pow(a, 5, 13), pow(a, 3, -7), pow(a, 0, 1)))
    for nd in [None, 0, 1, -1, -2, -20]: show(f'round {nd}', lambda: round(a, nd))
show('inv', lambda: (pow(3, -1, 7), pow(10, -2, 7))); show('noinv', lambda: pow(2, -1, 4))
floats = [0.0, -0.0, 1.0, -1.5, 0.1, 0.2, 0.3, 1/3, 2.5, 3.5, 0.5, 1.5, 1e16, 1e15, 123456789.123, 1e-5, 1e-4, 1.1e-7, 1e22, 1e23, 5e-324, 1.7976931348623157e308, float('inf'), float('-inf'), float('nan'), 2.675, 1.005, 1e100, 9007199254740993.0, 0.1 + 0.2, 100.0, 1e21, 123e-7]
for x in floats:
    print(repr(x), str(x), x.is_integer(), bool(x), abs(x), -x, f'{x}', f'{x:g}', f'{x:e}', f'{x:f}', f'{x:.3g}', f'{x:n}', f'{x:%}')
    for f in [int, round, math.floor, math.ceil, math.trunc, float.hex, float.as_integer_ratio, math.frexp, math.modf]:
        show(f.__name__, lambda: f(x))
    for nd in [0, 1, 2, 10, -1, -5, 400, -400]: show(f'round {nd}', lambda: round(x, nd))
    for y in [2.0, -3, 0.1, 0, float('inf'), 7]:
        show(f'{x} {y}', lambda: (x + y, x - y, x * y, x < y, x == y))
        show('div', lambda: (x / y, x // y, x % y, divmod(x, y)))
        show('pow', lambda: x ** y) if x == 0 or 1e-30 < abs(x) < 1e30 else None
for t in ['1', ' 1.5 ', '1e5', '-inf', 'nan', '1_000.5', '.5', '5.', '0x10', '1e400', '1e-400', '٣', '1__0', '+1', '- 1', '', 'infinity', '1e', '\n2\n', '0b1', '1_', '_1', '007', '1.0']:
    show(f'float {t!r}', lambda: float(t)); show(f'int {t!r}', lambda: int(t)); show(f'int0 {t!r}', lambda: int(t, 0)); show(f'complex {t!r}', lambda: complex(t)) if t.isascii() else None
for b in [2, 8, 16, 36, 0]:
    for t in ['10', 'zz', '0b11', '0o17', '0xff', '-0x1F', '1_0', '0', '00', '09']: show(f'int({t!r}, {b})', lambda: int(t, b))
for v, n, s in [(0, 1, False), (255, 1, False), (256, 2, False), (-1, 1, True), (-128, 1, True), (127, 1, True), (2**64, 9, False), (-2**63, 8, True), (1, 0, False), (0, 0, False)]:
    show(f'bytes {v} {n}', lambda: (v.to_bytes(n, 'big', signed=s), v.to_bytes(n, 'little', signed=s)))
print((5).to_bytes(), (1000).to_bytes(2), int.from_bytes(b'\xff\xfe', 'big'), int.from_bytes(b'\xff\xfe', 'little', signed=True), int.from_bytes([1, 2], 'big'), int.from_bytes(b''), int.from_bytes(bytearray(b'\x01\x00')))
show('fromhex', lambda: [float.fromhex(h) for h in ['0x1.8p1', '-0x.1p-3', '1.8', 'inf', '0x1p-1074', '0x1.fffffffffffffp1023']])
zs = [0j, 1j, 1+2j, -1.5-0.5j, complex(0.0, -0.0), complex('inf'), complex(1, float('nan')), 1e100+1e-100j]
for z in zs:
    print(z, repr(z), z.real, z.imag, z.conjugate(), bool(z), -z, +z, z == z)
    if abs(z.real) < 10 and z.imag == z.imag: show('abs', lambda: abs(z))
    for w in [2, 1.5, 1+1j, 0] if abs(z.real) < 10 and z.imag == z.imag else ():
        show(f'{z} {w}', lambda: (z + w, z - w, z * w, z == w, w - z)); show('div', lambda: z / w); show('pow', lambda: z ** 2)
for f, args in [('sqrt', [2]), ('cbrt', [27]), ('exp', [1]), ('exp2', [3]), ('expm1', [1e-5]), ('log', [10]), ('log', [8, 2]), ('log2', [8]), ('log10', [1000]), ('log1p', [1e-5]), ('sin', [1]), ('cos', [1]), ('tan', [1]), ('asin', [1]), ('acos', [0.5]), ('atan', [1]), ('atan2', [1, -1]), ('sinh', [1]), ('cosh', [1]), ('tanh', [1]), ('asinh', [1]), ('acosh', [2]), ('atanh', [0.5]), ('hypot', [3, 4]), ('hypot', [1, 2, 3]), ('dist', [[1, 2], [4, 6]]), ('degrees', [math.pi]), ('radians', [180]), ('gamma', [5]), ('lgamma', [10]), ('erf', [0.5]), ('erfc', [0.5]), ('factorial', [25]), ('comb', [50, 25]), ('perm', [10, 3]), ('perm', [5]), ('gcd', [12, 18, 27]), ('lcm', [4, 6, 10]), ('gcd', []), ('isqrt', [10**20 + 1]), ('fmod', [-7, 3]), ('remainder', [7, 4]), ('copysign', [3, -0.0]), ('fabs', [-2]), ('fsum', [[0.1] * 10]), ('prod', [[1, 2, 3, 4.0]]), ('ldexp', [0.5, 4]), ('nextafter', [1.0, 2.0]), ('ulp', [1.0]), ('isclose', [1.0, 1.0 + 1e-10]), ('isfinite', [1e308]), ('isinf', [float('inf')]), ('isnan', [float('nan')]), ('log', [2**1000]), ('log2', [2**1000 + 1]), ('log10', [10**400]), ('sqrt', [10**300]), ('pow', [2, 0.5]), ('sumprod', [[1, 2], [3, 4]]), ('fma', [2.0, 3.0, 1.0]), ('trunc', [-2.7]), ('floor', [-2.5]), ('ceil', [-2.5])]:
    show(f'{f}{tuple(args)}', lambda: getattr(math, f)(*args))
print(math.pi, math.e, math.tau, math.inf, math.nan, sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1, 2.5, True]), sum([[1], [2]], []), max(1, 2.0, True), min(0.0, -0.0), sum([1j, 2]), sum(range(10**4)))
print(True + True, True * 3, True & False, True ^ True, ~True if sys.version_info < (3, 12) else '', isinstance(True, int), bool('False'), int(True), True == 1.0, {1: 'a', True: 'b', 1.0: 'c'}, round(True), divmod(True, 2), f'{True:d}')
print(7 // 2, -7 // 2, 7 // -2, -7 % 3, 7 % -3, 7.5 // 2, -7.5 % 2, 1e20 // 3, 0.3 % 0.1, 2 ** 10, 2 ** -1, (-8) ** (1/3), 0 ** 0, 0.0 ** 0, (-2) ** 3, -2 ** 2)
print(0xFF, 0o17, 0b101, 1_000_000, 1e3, 1_0.0_1, 0xdead_beef, 1e-3, .5, 5., 1j, 1e3j)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1, not 1 == 2, 10**20 == 1e20, 2**53 + 1 == float(2**53 + 1), 10**400 > 1e308, 1 < float('inf'), 10**400 < float('inf'), float('nan') != float('nan'))
show('toobig', lambda: float(10**400)); show('inf int', lambda: int(float('inf'))); show('nan int', lambda: int(float('nan'))); show('str', lambda: len(str(10**4299))); show('str', lambda: str(10**5000)); show('shift', lambda: 1 << -1); show('big/', lambda: 10**400 / 10**399); show('big/', lambda: 10**400 / 3)
class N(int):
    def __add__(self, o): return N(int(self) + int(o) + 100)
    def __repr__(self): return f'N({int(self)})'
print(N(1) + 2, 2 + N(1), N(3) * 2, type(N(3) * 2).__name__, N(5) == 5, f'{N(5)} {N(5):03d}', sum([N(1), N(2)]), [N(1)], max(N(1), 2), N('12'), N.from_bytes(b'\x05', 'big'), round(N(7), -1))
class I:
    def __index__(self): return 3
    def __int__(self): return 4
    def __float__(self): return 5.5
    def __complex__(self): return 6j
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 7
    def __floor__(self): return 8
    def __ceil__(self): return 9
    def __divmod__(self, o): return ('dm', o)
    def __rdivmod__(self, o): return ('rdm', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __abs__(self): return 'abs'
    def __bool__(self): return False
i = I(); print(int(i), float(i), complex(i), hex(i), [0, 1, 2, 3][i], round(i), round(i, 2), math.floor(i), math.ceil(i), math.trunc(i), divmod(i, 1), divmod(1, i), pow(i, 2), pow(i, 2, 3), 2 ** i, abs(i), bool(i), range(i), 'ab' * i, math.sqrt(i), bin(i), chr(i), math.gcd(i, 6), math.factorial(i))
