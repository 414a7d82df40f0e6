/** A complex number. */
export type Complex = [re: number, im: number];

/** a·b */
export function times(a: Complex, b: Complex): Complex {
  return [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
}

/** a/b */
export function over(a: Complex, b: Complex): Complex {
  const square = b[0] * b[0] + b[1] * b[1];
  return [(a[0] * b[0] + a[1] * b[1]) / square, (a[1] * b[0] - a[0] * b[1]) / square];
}

/** factor·a + term */
export function scaled(factor: number, a: Complex, term = 0): Complex {
  return [factor * a[0] + term, factor * a[1]];
}

/** Σ wₖaₖ */
export function weightedSum(weights: number[], terms: Complex[]): Complex {
  let [re, im] = [0, 0];
  terms.forEach((term, k) => {
    re += weights[k] * term[0];
    im += weights[k] * term[1];
  });
  return [re, im];
}

/** eᵃ */
export function complexExp([re, im]: Complex): Complex {
  const size = Math.exp(re);
  return [size * Math.cos(im), size * Math.sin(im)];
}

/** eᵃ − 1, accurate also for small a. */
export function complexExpm1([re, im]: Complex): Complex {
  const half = Math.sin(im / 2);
  return [Math.expm1(re) * Math.cos(im) - 2 * half * half, Math.exp(re) * Math.sin(im)];
}

/** ln(1 + a), the branch that is 0 at 0; accurate also for small a. */
export function complexLog1p([re, im]: Complex): Complex {
  return [Math.log1p(re * (2 + re) + im * im) / 2, Math.atan2(im, 1 + re)];
}
