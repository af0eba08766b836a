# What itertools and the iterating built-in functions give and refuse.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__ + ':', e)
from itertools import *
import operator, gc, sys
L = list
print(L(islice(count(5, 2), 4)), L(islice(cycle('ab'), 5)), L(repeat(1, 3)), L(accumulate([1,2,3])), L(accumulate([1,2,3], operator.mul, initial=10)), L(chain('ab', [1])), L(chain.from_iterable(['ab', 'c'])), L(compress('abcd', [1,0,1])), L(dropwhile(lambda x: x < 3, range(5))), L(takewhile(lambda x: x < 3, range(5))), L(filterfalse(lambda x: x % 2, range(5))), [(k, L(g)) for k, g in groupby('aabbc')], [(k, L(g)) for k, g in groupby(range(6), lambda x: x // 3)], L(starmap(pow, [(2,3),(3,2)])), L(zip_longest('ab', 'c', fillvalue='-')), L(product('ab', repeat=2)), L(permutations('abc', 2)), L(combinations('abc', 2)), L(combinations_with_replacement('ab', 2)), L(pairwise('abcd')))
a, b = tee([1,2,3]); print(next(a), next(a), L(b), L(a))
print(count(1), count(1, 2), count(1.5), repeat(3), repeat(3, 2), repr(cycle('a')).split(' at ')[0], next(count()))
t(islice, [1], -1); t(islice, [1], 'a'); t(islice); t(L, islice([1,2,3], 0, 3, 0)); t(count, 'a'); t(combinations, 'a', -1); t(permutations, 'a', 'b'); t(repeat); t(repeat, 1, 'a'); t(chain, 3); t(L, chain(3)); t(accumulate, 3); t(zip_longest, 3); t(zip_longest, [1], foo=2); t(product, 3); t(tee, 3); t(tee, [1], -1); t(groupby); t(starmap, 3); t(L, starmap(pow, [3])); t(cycle); t(compress, 'a'); t(takewhile, 3); t(next, iter([])); t(pairwise)
if sys.version_info >= (3, 12):
    print(L(batched('abcdefg', 3))); t(batched, 'a', 0)
else: print("['abc']")
print(operator.length_hint(repeat(1, 5)), L(islice(range(10), 2, 8, 3)), next(islice(count(), 5, None)))
z = zip([1,2], 'ab', strict=True); print(L(z)); t(L, zip([1], 'ab', strict=True)); t(L, zip([1,2], 'a', strict=True)); t(zip, 3); t(map, 3); t(map, len); t(L, map(len, 3)); t(enumerate, 3); t(enumerate, [], 'a'); t(filter, 3); t(reversed, {1}); t(iter, 3); t(iter, 3, 4); t(next, 3); t(sum, ['a']); t(sum, [[1],[2]], []); t(max, []); t(min); t(max, 1); t(sorted, 3); t(sorted, [1,'a']); t(all, 3); t(any)
print(L(enumerate('ab', 5)), L(map(max, [1,5], [3,2])), L(filter(None, [0,1,''])), max([1,3,2], key=lambda x: -x), min([], default=4), sum([0.1]*10), sorted('bca', reverse=True), L(reversed('abc')), L(iter([1,2,3].pop, 1)))
x = []; y = cycle(x); x.append(y); del x, y; print(gc.collect())
