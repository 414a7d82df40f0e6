/** B₂ₖ/(2k)! for k = 1, 2, …. */
const BERNOULLI = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000, 1 / 74724249600];

/**
 * Σ k^−exponent for k = 1 … n, in a time that does not grow with n: the first terms one by one, the others by the
 * Euler–Maclaurin formula. Any real exponent; n an integer ≥ 1.
 */
export function powerSum(n: number, exponent: number): number {
  const first = Math.min(n, Math.ceil(Math.max(20, 2 * Math.abs(exponent))));
  let sum = 0;
  for (let k = first - 1; k >= 1; k--) sum += k ** -exponent;
  if (n === first) return sum + n ** -exponent;
  return (
    sum + integral(first, n, exponent) + (first ** -exponent + n ** -exponent) / 2 + correction(first, n, exponent)
  );
}

/** ∫ x^−exponent dx from a to b, also where the exponent is close to 1. */
function integral(a: number, b: number, exponent: number): number {
  const ratio = Math.log(b / a);
  const power = (1 - exponent) * ratio;
  return a ** (1 - exponent) * ratio * (power === 0 ? 1 : Math.expm1(power) / power);
}

/** Σ B₂ₖ/(2k)! (f⁽²ᵏ⁻¹⁾(b) − f⁽²ᵏ⁻¹⁾(a)) for f(x) = x^−exponent. */
function correction(a: number, b: number, exponent: number): number {
  let sum = 0;
  let [atA, atB] = [exponent * a ** (-exponent - 1), exponent * b ** (-exponent - 1)]; // −f⁽²ᵏ⁻¹⁾
  BERNOULLI.forEach((factor, i) => {
    sum += factor * (atA - atB);
    const next = (exponent + 2 * i + 1) * (exponent + 2 * i + 2);
    atA *= next / (a * a);
    atB *= next / (b * b);
  });
  return sum;
}
