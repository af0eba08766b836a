/**
 * The Python of `warnings`: warn() prints to stderr, each text once for a category. Source: CPython Lib/warnings.py.
 * Not CPython: filters are "error", "ignore" and "always" for everything; the line shown is not the caller's.
 */
export const warningsSource = `\
import sys

filters = []
_seen = set()
_record = None


class WarningMessage:
    def __init__(self, message, category):
        self.message = message
        self.category = category
        self.filename = 'main.py'
        self.lineno = 0

    def __str__(self):
        return f'{{message : {self.message!r}, category : {self.category.__name__!r}}}'


def _action():
    return filters[0] if filters else 'default'


def warn(message, category=None, stacklevel=1, source=None):
    global _record
    if isinstance(message, Warning):
        category = type(message)
        instance = message
    else:
        category = UserWarning if category is None else category
        instance = category(message)
    action = _action()
    if action == 'error':
        raise instance
    if action == 'ignore':
        return
    if _record is not None:
        _record.append(WarningMessage(instance, category))
        return
    key = (str(instance), category)
    if action != 'always' and key in _seen:
        return
    _seen.add(key)
    sys.stderr.write(f'main.py: {category.__name__}: {instance}\\n')


def simplefilter(action, category=Warning, lineno=0, append=False):
    filters.insert(0, action)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    filters.insert(0, action)


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False):
        self._wants_record = record

    def __enter__(self):
        global _record
        self._filters = filters[:]
        self._previous = _record
        _record = [] if self._wants_record else _record
        return _record if self._wants_record else None

    def __exit__(self, kind, error, trace):
        global _record
        filters[:] = self._filters
        _record = self._previous
`;
