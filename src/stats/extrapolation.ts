/**
 * The weights that turn values at `points` into the value at 0 of the polynomial of this degree fitted to them by
 * least squares. The sum of the squared weights is the variance there when each value has variance 1.
 *
 * @param points different from one another, more than `degree` of them
 */
export function weightsAtZero(points: readonly number[], degree: number): number[] {
  const weights = points.map(() => 0);
  for (const { values, atZero } of orthonormal(points, degree)) {
    for (let i = 0; i < weights.length; i++) weights[i] += atZero * values[i];
  }
  return weights;
}

interface Polynomial {
  /** At the points. */
  values: number[];
  atZero: number;
}

/** Polynomials of degree 0, 1, … orthonormal on the points: Gram and Schmidt applied to 1, x, x², …. */
function orthonormal(points: readonly number[], degree: number): Polynomial[] {
  const basis: Polynomial[] = [];
  for (let power = 0; power <= degree; power++) {
    let values = points.map((x) => x ** power);
    let atZero = power === 0 ? 1 : 0;
    for (const one of basis) {
      const share = dot(values, one.values);
      values = values.map((y, i) => y - share * one.values[i]);
      atZero -= share * one.atZero;
    }
    const length = Math.sqrt(dot(values, values));
    basis.push({ values: values.map((y) => y / length), atZero: atZero / length });
  }
  return basis;
}

/** The inner product of two vectors of the same length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
