# What a clause of except* raises: alone since 3.12, in a group in 3.11; and what ExceptionGroup refers to, in order.
import gc

class Failure(Exception):
    pass

for group in (ExceptionGroup('g', [ValueError(1), KeyError(2)]), ValueError(3)):
    for kinds in ((ValueError,), (ValueError, KeyError), (Exception,)):
        for how in (0, 1, 2):
            try:
                try:
                    raise group
                except* kinds as part:
                    print(type(part).__name__, len(part.exceptions))
                    if how == 1:
                        raise Failure(9)
                    if how == 2:
                        raise
            except BaseException as rest:
                print(how, type(rest).__name__, rest.args, getattr(rest, 'exceptions', None),
                      type(rest.__context__).__name__)

class Own(ExceptionGroup):
    pass

for kind in (ExceptionGroup, Own):
    group = kind('message', [ValueError(1)])
    print([type(each).__name__ for each in gc.get_referents(group)])
    group.kept = []
    print([type(each).__name__ for each in gc.get_referents(group)])
