/**
 * a ln(a/x) + x − a ≥ 0 for a, x > 0: how far x lies from a, as the exponents of gamma and beta densities measure it.
 *
 * Near a the three terms would cancel; there v = (x − a)/(x + a) gives a series of terms of one sign.
 *
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities
 */
export function deviance(a: number, x: number): number {
  const v = (x - a) / (x + a);
  if (Math.abs(v) > 0.5) return a * Math.log(a / x) + (x - a);
  const square = v * v;
  let power = 2 * a * v;
  let sum = (x - a) * v;
  for (let j = 3; ; j += 2) {
    power *= square;
    const next = sum - power / j;
    if (next === sum) return sum;
    sum = next;
  }
}
