/**
 * The part of `tracemalloc` that is written in Python. A snapshot knows its blocks summed up by traceback; single ones are
 * made when `traces` is asked for. One module as one text, and so longer than other files. Source: CPython
 * Lib/tracemalloc.py.
 */
export const tracemallocSource = `
from collections.abc import Iterable, Sequence
from functools import total_ordering


def _format_size(size, sign):
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(size) < 100 and unit != 'B':
            return ('%+.1f %s' if sign else '%.1f %s') % (size, unit)
        if abs(size) < 10 * 1024 or unit == 'TiB':
            return ('%+.0f %s' if sign else '%.0f %s') % (size, unit)
        size /= 1024


class Statistic:
    __slots__ = ('traceback', 'size', 'count')

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))

    def __eq__(self, other):
        if not isinstance(other, Statistic):
            return NotImplemented
        return (self.traceback, self.size, self.count) == (other.traceback, other.size, other.count)

    def __str__(self):
        text = '%s: size=%s, count=%i' % (self.traceback, _format_size(self.size, False), self.count)
        if self.count:
            text += ', average=%s' % _format_size(self.size / self.count, False)
        return text

    def __repr__(self):
        return '<Statistic traceback=%r size=%i count=%i>' % (self.traceback, self.size, self.count)

    def _sort_key(self):
        return self.size, self.count, self.traceback


class StatisticDiff:
    __slots__ = ('traceback', 'size', 'size_diff', 'count', 'count_diff')

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size = size
        self.size_diff = size_diff
        self.count = count
        self.count_diff = count_diff

    def _all(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __hash__(self):
        return hash(self._all())

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff):
            return NotImplemented
        return self._all() == other._all()

    def __str__(self):
        text = '%s: size=%s (%s), count=%i (%+i)' % (
            self.traceback, _format_size(self.size, False), _format_size(self.size_diff, True), self.count, self.count_diff)
        if self.count:
            text += ', average=%s' % _format_size(self.size / self.count, False)
        return text

    def __repr__(self):
        return ('<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>'
                % (self.traceback, self.size, self.size_diff, self.count, self.count_diff))

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


def _compare_grouped_stats(old_group, new_group):
    statistics = []
    for traceback, new in new_group.items():
        old = old_group.pop(traceback, None)
        size, count = (old.size, old.count) if old is not None else (0, 0)
        statistics.append(StatisticDiff(traceback, new.size, new.size - size, new.count, new.count - count))
    for traceback, old in old_group.items():
        statistics.append(StatisticDiff(traceback, 0, -old.size, 0, -old.count))
    return statistics


@total_ordering
class Frame:
    __slots__ = ('_frame',)

    def __init__(self, frame):
        self._frame = frame

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def __eq__(self, other):
        if not isinstance(other, Frame):
            return NotImplemented
        return self._frame == other._frame

    def __lt__(self, other):
        if not isinstance(other, Frame):
            return NotImplemented
        return self._frame < other._frame

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return '%s:%s' % (self.filename, self.lineno)

    def __repr__(self):
        return '<Frame filename=%r lineno=%r>' % (self.filename, self.lineno)


@total_ordering
class Traceback(Sequence):
    """Frames, the oldest first; frames are given with the most recent first."""
    __slots__ = ('_frames', '_total_nframe')

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(reversed(frames))
        self._total_nframe = total_nframe

    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Frame(frame) for frame in self._frames[index])
        return Frame(self._frames[index])

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        if not isinstance(other, Traceback):
            return NotImplemented
        return self._frames == other._frames

    def __lt__(self, other):
        if not isinstance(other, Traceback):
            return NotImplemented
        return self._frames < other._frames

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = '' if self._total_nframe is None else f' total_nframe={self.total_nframe}'
        return f'<Traceback {tuple(self)}{total}>'

    def format(self, limit=None, most_recent_first=False):
        frames = self if limit is None else self[-limit:] if limit > 0 else self[:limit]
        lines = []
        for frame in reversed(frames) if most_recent_first else frames:
            lines.append('  File "%s", line %s' % (frame.filename, frame.lineno))
            line = _source_line(frame.filename, frame.lineno)
            if line:
                lines.append('    %s' % line)
        return lines


def get_object_traceback(obj):
    frames = _get_object_traceback(obj)
    return None if frames is None else Traceback(frames)


class Trace:
    __slots__ = ('_trace',)

    def __init__(self, trace):
        self._trace = trace

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __eq__(self, other):
        if not isinstance(other, Trace):
            return NotImplemented
        return self._trace == other._trace

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return '%s: %s' % (self.traceback, _format_size(self.size, False))

    def __repr__(self):
        return '<Trace domain=%s size=%s, traceback=%r>' % (self.domain, _format_size(self.size, False), self.traceback)


class _Traces(Sequence):
    def __init__(self, traces):
        self._traces = traces

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Trace(trace) for trace in self._traces[index])
        return Trace(self._traces[index])

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        if not isinstance(other, _Traces):
            return NotImplemented
        return self._traces == other._traces

    def __repr__(self):
        return '<Traces len=%s>' % len(self)


def _in_set(char, chosen):
    negated = chosen[0] == '!'
    found, at = False, int(negated)
    while at < len(chosen):
        if chosen[at + 1:at + 2] == '-' and at + 2 < len(chosen):
            found = found or chosen[at] <= char <= chosen[at + 2]
            at += 3
        else:
            found = found or chosen[at] == char
            at += 1
    return found != negated


def _matches(name, pattern):
    """What fnmatch.fnmatch says."""
    if not pattern:
        return not name
    if pattern[0] == '*':
        return _matches(name, pattern[1:]) or (name != '' and _matches(name[1:], pattern))
    end = pattern.find(']', 3 if pattern[1:2] == '!' else 2) if pattern[0] == '[' else -1
    if end < 0:
        return name != '' and pattern[0] in ('?', name[0]) and _matches(name[1:], pattern[1:])
    return name != '' and _in_set(name[0], pattern[1:end]) and _matches(name[1:], pattern[end + 1:])


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError


class Filter(BaseFilter):
    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self.inclusive = inclusive
        self._filename_pattern = filename_pattern[:-1] if filename_pattern.endswith('.pyc') else filename_pattern
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain

    @property
    def filename_pattern(self):
        return self._filename_pattern

    def _match_frame(self, frame):
        return _matches(frame[0], self._filename_pattern) and self.lineno in (None, frame[1])

    def _match(self, trace):
        domain, size, traceback, total_nframe = trace
        frames = traceback if self.all_frames else traceback[:1]
        matched = any([self._match_frame(frame) for frame in frames]) == bool(self.inclusive)
        if self.domain is None:
            return matched
        return matched and domain == self.domain if self.inclusive else matched or domain != self.domain


class DomainFilter(BaseFilter):
    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        return (trace[0] == self.domain) == bool(self.inclusive)


class Snapshot:
    def __init__(self, number, groups, traceback_limit):
        self._number = number
        # (traceback, bytes, blocks, frames that there were)
        self._groups = groups
        self.traceback_limit = traceback_limit

    @property
    def traces(self):
        kept = {traceback for traceback, *_ in self._groups}
        return _Traces([trace for trace in _traces(self._number) if trace[2] in kept])

    def filter_traces(self, filters):
        if not isinstance(filters, Iterable):
            raise TypeError('filters must be a list of filters, not %s' % type(filters).__name__)
        filters = list(filters)
        include = [each for each in filters if each.inclusive]
        exclude = [each for each in filters if not each.inclusive]

        def keeps(group):
            traceback, size, count, depth = group
            trace = 0, size, traceback, depth
            return ((not include or any([each._match(trace) for each in include]))
                    and all([each._match(trace) for each in exclude]))

        return Snapshot(self._number, [group for group in self._groups if keeps(group)], self.traceback_limit)

    def _group_by(self, key_type, cumulative):
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError('unknown key_type: %r' % (key_type,))
        if cumulative and key_type not in ('lineno', 'filename'):
            raise ValueError('cumulative mode cannot by used with key type %r' % key_type)
        stats = {}
        for frames, size, count, depth in self._groups:
            if key_type == 'traceback':
                keys = [frames]
            else:
                chosen = frames if cumulative else frames[:1]
                keys = [(frame if key_type == 'lineno' else (frame[0], 0),) for frame in chosen]
            for key in keys:
                if key in stats:
                    stats[key].size += size
                    stats[key].count += count
                else:
                    stats[key] = Statistic(Traceback(key), size, count)
        return {stat.traceback: stat for stat in stats.values()}

    def statistics(self, key_type, cumulative=False):
        return sorted(self._group_by(key_type, cumulative).values(), reverse=True, key=Statistic._sort_key)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        new_group = self._group_by(key_type, cumulative)
        old_group = old_snapshot._group_by(key_type, cumulative)
        return sorted(_compare_grouped_stats(old_group, new_group), reverse=True, key=StatisticDiff._sort_key)


def take_snapshot():
    if not is_tracing():
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
    return Snapshot(*_snapshot(), get_traceback_limit())
`;
