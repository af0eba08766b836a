"""Exception groups and except*: what is split, matched, raised again; one is left at the end."""
# not for: 3.11, which wraps what a clause raises once more
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, "|", e)
eg = ExceptionGroup('eg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k'), ValueError(2)])])
print(eg, eg.message, eg.exceptions, eg.args[0], type(eg).__mro__)
print(eg.split(ValueError), eg.subgroup(KeyError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg.subgroup(OSError), eg.split((ValueError, KeyError))[1])
t(ExceptionGroup); t(ExceptionGroup, 'a'); t(ExceptionGroup, 1, []); t(ExceptionGroup, 'a', []); t(ExceptionGroup, 'a', 5); t(ExceptionGroup, 'a', [1]); t(ExceptionGroup, 'a', [KeyboardInterrupt()]); t(eg.split, 5); t(eg.split)
print(type(BaseExceptionGroup('a', [ValueError()])), type(BaseExceptionGroup('a', [KeyboardInterrupt()])))
def run(exc):
    try:
        try: raise exc
        except* ValueError as e: print('V', repr(e), e.exceptions)
        except* (KeyError, TypeError) as e: print('KT', repr(e))
        else: print('else')
        finally: print('finally')
    except BaseException as r: print('left', repr(r), repr(r.__context__), repr(r.__cause__))
run(eg); run(ValueError('naked')); run(OSError('os')); run(ExceptionGroup('x', [OSError(1), ValueError(3)])); run(KeyError('z'))
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
    except* ValueError as e: raise RuntimeError('new')
    except* TypeError as e: raise e
except BaseException as e: print(repr(e), e.exceptions, repr(e.exceptions[0].__context__))
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
    except* ValueError: raise
except BaseException as e: print(repr(e))
try:
    try: raise ExceptionGroup('a', [ValueError(1)])
    except* ValueError: 1/0
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ValueError
    except* 5: pass
except TypeError as e: print(e)
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e: print(e)
class My(ExceptionGroup):
    def derive(self, excs): return My(self.message + '!', excs)
print(My('m', [ValueError(1), KeyError(2)]).split(ValueError))
def f():
    for i in range(3):
        try:
            if i: raise ExceptionGroup('l', [ValueError(i)])
        except* ValueError as e:
            for x in e.exceptions:
                if x: break
        print(i)
f()
try:
    try: pass
    except* ValueError: pass
    else: print('else runs')
finally: print('fin')
def nested():
    try:
        try: 1/0
        except ZeroDivisionError as z: raise ExceptionGroup('deep', [ValueError('v'), ExceptionGroup('inner', [KeyError('k')])]) from z
    except* KeyError as e: e.add_note('noted'); raise
nested()
