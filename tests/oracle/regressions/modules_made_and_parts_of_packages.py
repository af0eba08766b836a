"""`from collections import abc`, modules that a program makes; the rest of a parser with scopes."""
import collections
print(collections.abc.Mapping.__name__, hasattr(collections, 'nothing'))
from collections import abc
print(isinstance({}, abc.Mapping), isinstance([], abc.Sequence), abc is collections.abc)
try:
    from collections import nothing
except ImportError as error:
    print(str(error).split(' (')[0])
import sys, types, weakref, gc
plugin = types.ModuleType('plugin', 'What it does.')
plugin.limit = 3
exec('def double(x): return min(2 * x, limit)', plugin.__dict__)
print(plugin, plugin.__doc__, plugin.double(5), sorted(vars(plugin)))
print(types.ModuleType('bare').__doc__, isinstance(plugin, types.ModuleType))
for wrong in [(), (1,)]:
    try: types.ModuleType(*wrong)
    except TypeError as error: print(error)
ref = weakref.ref(plugin)
double = plugin.double
print(gc.is_tracked(plugin), sys.getrefcount(plugin) - 1)
del plugin
print(ref(), double(1), double.__globals__['limit'])
gc.collect()
print(ref(), double(1))
