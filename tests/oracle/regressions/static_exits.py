# In 3.15 ExitStack finds __enter__ and __exit__ by inspect.getattr_static, which keeps weak references to type and object.
import gc
from contextlib import ExitStack, contextmanager, nullcontext
gc.disable()

class Guard:
    def __enter__(self):
        return self
    def __exit__(self, *exc_info):
        print('exit', exc_info[0])
        return True
class Meta(type):
    pass
class Made(Guard, metaclass=Meta):
    pass

def kinds():
    names = ['type' if isinstance(each, type) else type(each).__name__ for each in gc.get_objects()]
    return sorted((name, names.count(name)) for name in set(names))

def change(before):
    return sorted(set(kinds()) - set(before))

kinds()
before = kinds()
stack = ExitStack()
print(change(before))
stack.enter_context(Guard())
print(change(before))
stack.push(Guard())
print(change(before))
stack.enter_context(Made())
print(change(before))
stack.push(lambda *exc_info: print('pushed', exc_info[0]))
for wrong in 1, [], Guard:
    try:
        stack.enter_context(wrong)
    except TypeError as error:
        print(error)
with stack:
    raise ValueError
stack = None
print(change(before), gc.collect())
