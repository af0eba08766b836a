# eval, exec and compile.
def show(f):
    try: return f()
    except BaseException as e: return f'{type(e).__name__}: {e}'
print(eval('1 + 2'), eval('x * 2', {'x': 21}), eval('a + b', {'a': 1}, {'b': 2}), eval(' [i for i in range(3)]'), eval('(lambda q: q + 1)(4)'), eval(compile('3 * 3', '<c>', 'eval')), eval(compile('3 * 3', '<c>', 'exec')))
z = 7
def ev(z): return eval('z + 1'), eval('z + 1', globals())
print(ev(1), show(lambda: eval('1 +')), show(lambda: eval('x = 1')), show(lambda: eval('undefined_q')), show(lambda: eval(5)), show(lambda: eval()), show(lambda: eval('1', 5)), show(lambda: eval('1', {}, 5)), eval('__name__', {'__name__': 'q'}), eval('1\n'), eval('\t1'))
g = {}; exec('def f(a):\n    return a * k\nk = 3\nclass C: pass', g); print(g['f'](2), sorted(n for n in g if n != '__builtins__'), '__builtins__' in g, g['C'].__name__, exec('1'))
ns = {}; exec('y = z + 1', globals(), ns); print(ns, show(lambda: exec('1 +')), show(lambda: exec(5)), show(lambda: exec()), show(lambda: exec('raise ValueError(3)')), show(lambda: compile('1 +', 'f.py', 'exec')), show(lambda: compile('1', 'f', 'zzz')), show(lambda: compile('a = 1', 'f', 'eval')), show(lambda: compile()), show(lambda: exec('x', {}, {'x': 1})))
def loc():
    q = 1; exec('q = 2'); return q
print(loc())
try: eval('(1 +\n 2')
except SyntaxError as e: print(e.msg, e.lineno, e.filename)
try: exec('x = 1\nif x\n  y')
except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.filename, repr(e.text), str(e))
co = compile('x + 1', '<s>', 'eval'); print(co.co_filename, co.co_name, type(co), eval(co, {'x': 1}))
class B: 
    v = eval('[1, 2]')
    w = [eval('3') for _ in range(2)]
print(B.v, B.w)
exec('n = 5\nfor i in range(3): n += i'); print(n, i)
print([eval(e) for e in ('len("abc")', 'max(1, 2)', '{"a": 1}["a"]', 'z if z > 3 else 0', 'not z', '[*range(3)]', 'f"{z}!"')])
