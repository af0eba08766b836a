/** The Python of `heapq`. Source: CPython Lib/heapq.py. */
export const heapqSource = `
__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _list(heap):
    if not isinstance(heap, list):
        raise TypeError(f'heap argument must be a list, not {type(heap).__name__}')


def heappush(heap, item, /):
    _list(heap)
    heap.append(item)
    _sift_down(heap, 0, len(heap) - 1, _less)


def heappop(heap, /):
    _list(heap)
    return _pop(heap, _less)


def heapreplace(heap, item, /):
    _list(heap)
    return _replace(heap, item, _less)


def heappushpop(heap, item, /):
    _list(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_up(heap, 0, _less)
    return item


def heapify(heap, /):
    _list(heap)
    _make(heap, _less)


def _less(a, b):
    return a < b


def _greater(a, b):
    return b < a


def _make(heap, before):
    for i in reversed(range(len(heap) // 2)):
        _sift_up(heap, i, before)


def _pop(heap, before):
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sift_up(heap, 0, before)
    return first


def _replace(heap, item, before):
    first = heap[0]
    heap[0] = item
    _sift_up(heap, 0, before)
    return first


def _sift_down(heap, start, pos, before):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not before(item, heap[parent]):
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _sift_up(heap, pos, before):
    # Down to a leaf first, always to the child that comes before the other, then up again: fewer comparisons.
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not before(heap[child], heap[right]):
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _sift_down(heap, start, pos, before)


def merge(*iterables, key=None, reverse=False):
    heap = []
    direction = -1 if reverse else 1
    before = _greater if reverse else _less
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            heap.append([value if key is None else key(value), order * direction, value, iterator])
            break
    _make(heap, before)
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[0] = value if key is None else key(value)
            entry[2] = value
            _replace(heap, entry, before)
            break
        else:
            _pop(heap, before)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
`;
