# What statements count towards the next collection when they are executed four times.
import gc
class R:
    def __init__(self): self.me = self
def g():
    for i in range(3): yield [i]
def run(stmt, n=4, pre=''):
    ns = {'gc': gc, 'R': R, 'g': g}
    exec(f'def f():\n    {pre or "pass"}\n    out = []\n    k = [[1], [2]]\n    gc.collect()\n    gc.get_count()\n    gc.get_count()\n    for i in range({n}):\n        {stmt}\n        out.append(gc.get_count()[0])\n    return out', ns)
    print(stmt, '|', ns['f']())
for s in ['pass', 'r = R()', 's = str(1)', 's = str(len([]))', 's = f"{i}-{len([])}"', 'x = [i]', 'x = [R()]', 'for y in g(): pass', 'y = list(g())', 's = sorted(k, key=lambda x: x[0])', 'd = {i: [i] for i in range(5)}', 'e = [(i, v) for i, v in {1: []}.items()]', 'z = list(zip(k, k))', 'q = lambda: k', 'x = [1, 2]; x.sort()', 'x = tuple(k)', 'x = {1, 2}', 'x = dict(a=1)', 'x = set(k[0])', 'x = list(map(str, k))', 'x = [a for a in k]', 'x = (a for a in k)', 'x = list(a for a in k)', 'x = max(k)', 'x = sum([1, 2])', 'x = any(k)', 'x = "".join(["a"])', 'x = k.index([2])', 'x = k.copy()', 'x = k + k', 'x = k[:]', 'x = isinstance(k, list)', 'x = hash(1)', 'x = enumerate(k); next(x)', 'x = reversed(k); list(x)', 'a, b = k', 'a, *b = k', 'x = k == k', 'x = [i] * 3', 'x = {**{}}', 'x = [*k]', 'print(end="")', 'x = R().me', 'x = k.append', 'x = getattr(k, "append")', 'x = "a b".split()', 'x = divmod(5, 2)', 'x = filter(None, k)', 'x = list(filter(None, k))', 'x = frozenset([1])', 'x = k.pop; k.append', 'x = iter(k); next(x)', 'x = R; y = x()', 'x = type(k)', 'x = type("C", (), {})', 'x = {}.get(1)', 'x = [].extend(k)', 'x = {}; x.update({1: 2})', 'x = {}.setdefault(1, [])', 'x = list({1: 2}.items())', 'x = list({1: 2})', 'x = (i, k)', 'x = (i, 1)', 'x = [y for x in k for y in x]', 'x = sorted(k)', 'x = sorted(k, reverse=True)']: run(s)
for s in ['try: 1/0\n        except ZeroDivisionError as ex: pass', 'try: 1/0\n        except ZeroDivisionError: pass', 'try: raise ValueError\n        except ValueError: pass', 'try: raise ValueError(1)\n        except ValueError as e: x = e', 'try: k[9]\n        except IndexError: pass', 'try: {}[1]\n        except KeyError: pass', 'try: k.zzz\n        except AttributeError: pass', 'try: next(iter([]))\n        except StopIteration: pass']: run(s)
