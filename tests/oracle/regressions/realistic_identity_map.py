# A small object-relational mapper: an identity map of weak values, descriptors for columns, lazy relations, a session.
import gc
import weakref
from collections import ChainMap
from contextlib import ExitStack, closing
from itertools import chain, count, groupby
from operator import attrgetter, itemgetter


class Column:
    def __init__(self, kind=str, *, default=None, nullable=True):
        self.kind, self.default, self.nullable = kind, default, nullable

    def __set_name__(self, owner, name):
        self.name = name
        self.slot = f"_{name}"
        owner.columns = ChainMap({name: self}, *getattr(owner, "columns", ChainMap()).maps)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.slot, self.default)

    def __set__(self, instance, value):
        if value is None and not self.nullable:
            raise ValueError(f"{type(instance).__name__}.{self.name} may not be null")
        if value is not None and not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: expected {self.kind.__name__}, got {type(value).__name__}")
        instance.__dict__[self.slot] = value
        instance._dirty.add(self.name)

    def __repr__(self):
        return f"Column({self.kind.__name__})"


class Related:
    """Loads the other side when it is first asked for."""

    def __init__(self, target, key):
        self.target, self.key = target, key

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        session = instance._session()
        if session is None:
            raise RuntimeError(f"{instance!r} is detached from its session")
        value = instance.__dict__[self.name] = session.get(Model.registry[self.target], getattr(instance, self.key))
        return value


class Model:
    registry = {}

    def __init_subclass__(cls, /, table=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.table = table or cls.__name__.lower() + "s"
        Model.registry[cls.__name__] = cls

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._dirty = set()
        self._session = lambda: None
        return self

    def __init__(self, **values):
        unknown = values.keys() - self.columns.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no column {min(unknown)!r}")
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in sorted(self.columns))
        return f"{type(self).__name__}({shown})"


class Author(Model):
    id = Column(int, nullable=False)
    name = Column()


class Book(Model, table="library"):
    id = Column(int, nullable=False)
    title = Column(default="untitled")
    author_id = Column(int)
    author = Related("Author", "author_id")


ROWS = {
    "authors": [{"id": 1, "name": "Ada"}, {"id": 2, "name": "Grace"}],
    "library": [
        {"id": 10, "title": "Notes", "author_id": 1},
        {"id": 11, "title": "Engines", "author_id": 1},
        {"id": 12, "title": "Compilers", "author_id": 2},
    ],
}


class Session:
    serial = count(1)

    def __init__(self, rows):
        self.number = next(self.serial)
        self.rows = rows
        self.identity = weakref.WeakValueDictionary()
        self.changed = {}
        self.log = []

    def get(self, model, key):
        try:
            found = self.identity[model, key]
        except KeyError:
            row = next((row for row in self.rows[model.table] if row["id"] == key), None)
            if row is None:
                raise LookupError(f"no {model.__name__} {key}") from None
            self.log.append(f"SELECT {model.table} {key}")
            found = model(**row)
            found._dirty.clear()
            found._session = weakref.ref(self)
            self.identity[model, key] = found
        else:
            self.log.append(f"hit {model.table} {key}")
        return found

    def query(self, model, **where):
        wanted = itemgetter(*where)
        for row in self.rows[model.table]:
            if not where or wanted(row) == wanted(where):
                yield self.get(model, row["id"])

    def flush(self):
        dirty = [each for each in self.identity.values() if each._dirty]
        for each in sorted(dirty, key=attrgetter("id")):
            self.log.append(f"UPDATE {each.table} {sorted(each._dirty)}")
            each._dirty.clear()
        return len(dirty)

    def close(self):
        self.log.append("closed")
        self.identity.clear()


session = Session(ROWS)
notes = session.get(Book, 10)
print(notes, notes is session.get(Book, 10), notes.author is notes.author, notes.author)
print(session.log, len(session.identity))
engines = session.get(Book, 11)
print("one author object:", engines.author is notes.author, sorted(k[1] for k in session.identity))
del engines
print(sorted((m.__name__, k) for m, k in session.identity), len(session.identity.valuerefs()))
notes.title = "Notes by the translator"
notes.author.name = None
print(session.flush(), session.log[-2:], session.flush())
for attempt in (
    lambda: setattr(notes, "title", 3),
    lambda: setattr(notes, "id", None),
    lambda: Book(id=1, pages=300),
    lambda: session.get(Author, 99),
    lambda: Book(id=5).author,
    lambda: Model.registry["Shelf"],
):
    try:
        attempt()
    except (TypeError, ValueError, LookupError, RuntimeError) as error:
        print(type(error).__name__, error, "|", error.__cause__, error.__suppress_context__)
by_author = {k: [b.title for b in g] for k, g in groupby(session.query(Book), key=attrgetter("author_id"))}
print(by_author, [b.id for b in session.query(Book, author_id=1)], next(session.query(Book, title="Engines", id=11)).title)
print(Book.columns, list(Author.columns), Book.title, Book.author.__class__.__name__, Book.table, Author.table)
print("referrers of the author:", sorted(type(r).__name__ for r in gc.get_referrers(notes.author)))
with ExitStack() as stack:
    other = stack.enter_context(closing(Session(ROWS)))
    stack.callback(lambda: print("leaving session", other.number, len(other.identity)))
    kept = [other.get(Book, key) for key in chain([10], range(11, 13))]
    stack.push(lambda kind, error, tb: print("exit sees", kind and kind.__name__) or True)
    other.get(Book, 13)
print(other.log, [k.title for k in kept], kept[0] is notes)
del session, other
gc.collect()
try:
    kept[1].author
except RuntimeError as error:
    print(error)
