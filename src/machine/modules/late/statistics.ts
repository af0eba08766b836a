/** The part of `statistics` that is written in Python. */
export const statisticsSource = `
from collections import Counter as _Counter, namedtuple as _namedtuple
import math as _math
import sys as _sys

LinearRegression = _namedtuple('LinearRegression', ('slope', 'intercept'))


class StatisticsError(ValueError):
    pass


def _at_least(data, count, name):
    data = list(data)
    if len(data) < count:
        plural = 'one data point' if count == 1 else 'two data points'
        raise StatisticsError(f'{name} requires at least {plural}')
    return data


def mean(data):
    return _mean(_at_least(data, 1, 'mean'))


def fmean(data, weights=None):
    data = _at_least(data, 1, 'fmean')
    if weights is None:
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return _math.fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    data = list(data)
    if not data or min(data) <= 0:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers')
    return _math.exp(fmean([_math.log(x) for x in data]))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if min(data) < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    weights = [1] * len(data) if weights is None else list(weights)
    if 0 in data:
        return 0
    return sum(weights) / _math.fsum([w / x for x, w in zip(data, weights)])


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2 == 1:
        return data[n // 2]
    i = n // 2
    return (data[i - 1] + data[i]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def mode(data):
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def variance(data, xbar=None):
    data = _at_least(data, 2, 'variance')
    return _variance(data, xbar, len(data) - 1)


def pvariance(data, mu=None):
    data = _at_least(data, 1, 'pvariance')
    return _variance(data, mu, len(data))


def stdev(data, xbar=None):
    data = _at_least(data, 2, 'stdev')
    return _deviation(data, xbar, len(data) - 1)


def pstdev(data, mu=None):
    data = _at_least(data, 1, 'pstdev')
    return _deviation(data, mu, len(data))


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size == 1 and _sys.version_info >= (3, 13):
        return data * (n - 1)
    if size < 2:
        few = 'one data point' if _sys.version_info >= (3, 13) else 'two data points'
        raise StatisticsError(f'must have at least {few}')
    result = []
    if method == 'inclusive':
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')
    m = size + 1
    for i in range(1, n):
        j = i * m // n
        j = 1 if j < 1 else size - 1 if j > size - 1 else j
        delta = i * m - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    return _math.fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)]) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    sxy = _math.fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)])
    sxx = _math.fsum([(xi - xbar) ** 2 for xi in x])
    syy = _math.fsum([(yi - ybar) ** 2 for yi in y])
    try:
        return sxy / _math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


def linear_regression(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    sxy = _math.fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)])
    sxx = _math.fsum([(xi - xbar) ** 2 for xi in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=ybar - slope * xbar)
`;
