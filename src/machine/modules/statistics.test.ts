import { testAnswers, testVersions } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  ['st.mean([])', 'StatisticsError: mean requires at least one data point'],
  ['st.mean([1,2])', '1.5'],
  ['st.mean([1,3])', '2'],
  ['st.mean([1.5,2])', '1.75'],
  ["st.mean(['a'])", "TypeError: can't convert type 'str' to numerator/denominator"],
  ['st.median([])', 'StatisticsError: no median for empty data'],
  ['st.median([3,1,2])', '2'],
  ['st.median([1,2,3,4])', '2.5'],
  ['st.median_low([1,2])', '1'],
  ['st.median_high([1,2])', '2'],
  ['st.mode([])', 'StatisticsError: no mode for empty data'],
  ['st.mode([1,1,2])', '1'],
  ["st.mode(['a','b'])", "'a'"],
  ['st.multimode([1,1,2,2])', '[1, 2]'],
  ['st.stdev([1])', 'StatisticsError: stdev requires at least two data points'],
  ['st.stdev([1,2,3,4])', '1.2909944487358056'],
  ['st.variance([1])', 'StatisticsError: variance requires at least two data points'],
  ['st.variance([1,2,3,4])', '1.6666666666666667'],
  ['st.variance([1,3])', '2'],
  ['st.pvariance([])', 'StatisticsError: pvariance requires at least one data point'],
  ['st.pvariance([1,3])', '1'],
  ['st.pstdev([])', 'StatisticsError: pstdev requires at least one data point'],
  ['st.pstdev([1,2,3])', '0.816496580927726'],
  ['st.fmean([])', 'StatisticsError: fmean requires at least one data point'],
  ['st.fmean([1,2])', '1.5'],
  ['st.harmonic_mean([1,2])', '1.3333333333333333'],
  ['st.geometric_mean([1,2,4])', '2.0'],
  ['st.quantiles([1,2,3,4,5])', '[1.5, 3.0, 4.5]'],
  ['st.stdev([1.5,2.5,2.75,3.25,4.75])', '1.1911129249571595'],
  ['st.mean([0.1]*3)', '0.1'],
  ['st.correlation([1,2,3],[1,2,3.5])', '0.9933992677987828'],
  ['st.linear_regression([1,2,3],[1,2,3.5])', 'LinearRegression(slope=1.25, intercept=-0.3333333333333335)'],
  ['st.mean([True,False])', '0.5'],
  ['st.stdev([1,2,3],2)', '1.0'],
];
// Expression, and the answers of 3.11, 3.13 and 3.14.
const differing: readonly (readonly [string, string, string, string])[] = [
  ['st.quantiles([1])', 'StatisticsError: must have at least two data points', '[1, 1, 1]', '[1, 1, 1]'],
];
const prelude = 'import statistics as st';

testAnswers('statistics', rows, prelude);
testVersions('statistics', differing, prelude);
