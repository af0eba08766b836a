/** The part of `tracemalloc` that is written in Python. Source: CPython Lib/tracemalloc.py. */
export const tracemallocSource = `
# All that is traced lies at one place: the heap that is simulated.
class Frame:
    __slots__ = ()
    filename = '<simulated heap>'
    lineno = 0

    def __str__(self):
        return '<simulated heap>:0'

    def __repr__(self):
        return '<Frame filename=%r lineno=%r>' % (self.filename, self.lineno)


class Traceback(tuple):
    __slots__ = ()
    total_nframe = 1

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        return '<Traceback (%s)>' % (self[0],)

    def format(self, limit=None, most_recent_first=False):
        return ['  File "%s", line %s' % (self[0].filename, self[0].lineno)]


_HERE = Traceback((Frame(),))


def _size(size, signed=False):
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(size) < 100 and unit != 'B':
            return ('%+.1f %s' if signed else '%.1f %s') % (size, unit)
        if abs(size) < 10 * 1024 or unit == 'TiB':
            return ('%+.0f %s' if signed else '%.0f %s') % (size, unit)
        size /= 1024


class Statistic:
    __slots__ = ('traceback', 'size', 'count')

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def __eq__(self, other):
        if not isinstance(other, Statistic):
            return NotImplemented
        return (self.size, self.count) == (other.size, other.count)

    def __hash__(self):
        return hash((self.size, self.count))

    def __str__(self):
        average = self.size / self.count if self.count else 0
        shown = f'{self.traceback}: size={_size(self.size)}, count={self.count}'
        return f'{shown}, average={_size(average)}' if self.count else shown

    def __repr__(self):
        return '<Statistic traceback=%r size=%i count=%i>' % (self.traceback, self.size, self.count)


class StatisticDiff:
    __slots__ = ('traceback', 'size', 'size_diff', 'count', 'count_diff')

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size, self.size_diff = size, size_diff
        self.count, self.count_diff = count, count_diff

    def __str__(self):
        shown = (f'{self.traceback}: size={_size(self.size)} ({_size(self.size_diff, True)}), '
                 f'count={self.count} ({self.count_diff:+})')
        return f'{shown}, average={_size(self.size / self.count)}' if self.count else shown

    def __repr__(self):
        return ('<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>'
                % (self.traceback, self.size, self.size_diff, self.count, self.count_diff))


class Filter:
    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        self.inclusive = inclusive
        self.filename_pattern = filename_pattern
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain


class DomainFilter:
    def __init__(self, inclusive, domain):
        self.inclusive = inclusive
        self.domain = domain


class Snapshot:
    def __init__(self, size, count):
        self._size, self._count = size, count
        self.traceback_limit = get_traceback_limit()

    def _check(self, key_type, cumulative):
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError(f'unknown key_type: {key_type!r}')
        if cumulative and key_type not in ('lineno', 'filename'):
            raise ValueError(f'cumulative mode cannot by used with key type {key_type!r}')

    def statistics(self, key_type, cumulative=False):
        self._check(key_type, cumulative)
        return [Statistic(_HERE, self._size, self._count)]

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        self._check(key_type, cumulative)
        return [StatisticDiff(_HERE, self._size, self._size - old_snapshot._size, self._count,
                              self._count - old_snapshot._count)]

    def filter_traces(self, filters):
        return self


def get_object_traceback(obj):
    return _HERE if is_tracing() else None


def take_snapshot():
    if not is_tracing():
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
    return Snapshot(get_traced_memory()[0], _count())
`;
