# 3.14 does not borrow locals behind a try of which nothing is left but an empty block; 3.15 does.
import sys
rc = sys.getrefcount
def each_raises(p):
    try:
        len(p)
    except TypeError as error:
        raise KeyError from error
    return rc(p) + 0
def returns(p):
    try:
        len(p)
    except TypeError:
        return None
    print(rc(p))
    return 'end'
def goes_on(p):
    try:
        len(p)
    except TypeError:
        pass
    print(rc(p))
    return 'end'
def inner_goes_on(p):
    try:
        try:
            len(p)
        except TypeError:
            pass
    except KeyError:
        pass
    print(rc(p))
    return 'end'
def inner_raises(p):
    try:
        try:
            len(p)
        except TypeError:
            raise KeyError
    except KeyError:
        pass
    print(rc(p))
    return 'end'
def something_between(p):
    try:
        try:
            len(p)
        except TypeError:
            pass
        len(p)
    except KeyError:
        pass
    print(rc(p))
    return 'end'
def in_a_loop(p):
    for _ in range(2):
        try:
            len(p)
        except TypeError:
            continue
        print(rc(p))
def jumped_to(p, flag=True):
    if flag:
        try:
            len(p)
        except TypeError:
            raise
    else:
        len(p)
    print(rc(p))
    return 'end'
for function in (each_raises, returns, goes_on, inner_goes_on, inner_raises, something_between, in_a_loop, jumped_to):
    print(function.__name__, function([1]))
