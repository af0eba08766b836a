# not for: 3.12
# not for: 3.13
# not for: 3.14.2
# not for: 3.15
# 3.11 has no type parameters.
for source in ('def f[T](x): pass', 'class C[T]: pass', 'type X = int', 'type X', 'type = 3', 'type(3)', 'class C[T](A): pass', 'type X[T] = int'):
    try:
        compile(source, 'x', 'exec')
        print('fine', source)
    except SyntaxError as e: print(source, '->', e.msg, e.lineno, e.offset)
