# ChainMap, UserDict, UserList and UserString as CPython has them: bases, operators, copies, what subclasses override.
import copy
from collections import ChainMap, UserDict, UserList, UserString, abc
import collections


def tried(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for cls in (ChainMap, UserDict, UserList, UserString):
    print(cls.__name__, [base.__name__ for base in cls.__mro__[1:4]], isinstance(cls(["a"] if cls is UserList else {"a": 1}), abc.Collection))
    print(sorted(name for name in dir(cls) if not name.startswith("_")))
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain, len(chain), list(chain), chain | {"c": 4}, {"c": 5} | chain, chain.parents, chain.new_child({"b": 0})["b"], chain.get("z", 9))
print(chain.keys(), list(chain.items()), list(chain.values()), chain == {"a": 1, "b": 3}, dict(chain), bool(ChainMap()))
print(tried(chain.pop, "b"), tried(ChainMap().popitem), tried(lambda: chain["q"]), chain.setdefault("q", 7), chain.maps, tried(chain.__delitem__, "zz"))
chain |= {"n": 1}
print(chain, copy.copy(chain).maps[1] is chain.maps[1], ChainMap.fromkeys("ab", 0), hash is tried(hash, chain) or tried(hash, chain))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f"no {key}"


d = Lower({"A": 1}, B=2)
d.update([("C", 3)], D=4)
d |= {"E": 5}
print(d, d["x"], d.get("x"), "x" in d, d.setdefault("F", 6), d.pop("a"), tried(d.pop, "a"), d.popitem()[0] in "bf", len(d))
print(type(d | {"Z": 1}).__name__, {"Y": 1} | d, d.copy(), type(d.copy()).__name__, copy.copy(d) == d, copy.deepcopy(d).data is d.data, Lower.fromkeys("Q"))
print(d.keys(), sorted(d.items()), tried(lambda: UserDict(1, 2)), UserDict() == {}, repr(UserDict(a=[])))
d.clear()
print(d, not d)
items = UserList("abc")
items += "d"
items[1:2] = ["x", "y"]
print(items, items + ["z"], ["q"] + items, items * 2, items[::-1], type(items[:1]).__name__, items.index("x"), items == ["a", "x", "y", "c", "d"], items < ["b"])
items.extend(UserList([3]))
items.insert(0, "first")
items.remove("c")
print(items, items.pop(), items.count("x"), list(reversed(items)), copy.copy(items).data is items.data, tried(items.index, "nothing"), tried(items.sort), tried(hash, items))
text = UserString("Hello World")
print(text, repr(text), text.upper(), type(text.lower()).__name__, text + "!", "Oh " + text, text[1:4], text.split(), text.replace("l", UserString("L")), text == "Hello World", hash(text) == hash("Hello World"))
print(text.startswith("He"), text.find("o"), "World" in text, UserString("%s") % "x", len(text), UserString(42) * 2, int(UserString("7")), max(text), text.center(15, "*"), tried(text.index, "zz"))
print(collections.Counter("aab") - collections.Counter("a"), collections.UserDict is UserDict, "UserDict" in dir(collections))
