/** What repeated measures say: their median, and how a cost grows with the size. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The exponent e of cost ∝ size^e that fits best: the slope of the straight line through the logarithms. */
export function fittedExponent(sizes: readonly number[], costs: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = costs.map((cost) => Math.log(Math.max(cost, 0.01)));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  let above = 0;
  let below = 0;
  x.forEach((value, i) => {
    above += (value - middleX) * (y[i] - middleY);
    below += (value - middleX) ** 2;
  });
  return above / below;
}
