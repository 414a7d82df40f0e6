/**
 * exp, log, sine and cosine from additions, multiplications and divisions alone. IEEE 754 fixes the result of those to the last
 * bit, which ECMAScript does not do for Math.exp and its like: what is sampled with these is the same in every engine.
 */

// ln 2 in two parts; the high one has 40 bits, so that a multiple of it by an exponent is exact.
const LN2_HIGH = 0.6931471805601177;
const LN2_LOW = -1.7239444525614835e-13;

/** 2ᵏ at k + 1074, −1074 ≤ k ≤ 1023. Looked up, since a number put together from its bits makes the processor wait. */
const POWER = new Float64Array(2098);
for (let i = 0, power = Number.MIN_VALUE; i < POWER.length; i++, power *= 2) POWER[i] = power;

const float = new Float64Array(1);
const word = new Int32Array(float.buffer);
float[0] = 1;
const HIGH = word[0] === 0 ? 1 : 0; // which half holds sign and exponent depends on the machine

/**
 * eˣ, within 1 unit in the last place.
 *
 * x = k ln 2 + r, and eʳ = (c + r)/(c − r) with c = r coth(r/2), an even function whose Taylor series in Bernoulli
 * numbers converges up to |r| = 2π, where here |r| ≤ 0.35.
 */
export function exp(x: number): number {
  if (!(x > -746 && x < 710)) return x < 0 ? 0 : x * Number.POSITIVE_INFINITY;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const s = r * r;
  const tail = s * s * s * (1 / 15120 - s * (1 / 604800 - s * (1 / 23950080 - (s * 691) / 653837184000)));
  const c = 2 + s * (1 / 6 - s / 360) + tail;
  const power = 1 + (2 * r) / (c - r);
  if (k > -1022 && k < 1024) return power * POWER[k + 1074];
  const half = k >> 1; // the power itself would over- or underflow
  return power * POWER[half + 1074] * POWER[k - half + 1074];
}

/**
 * The natural logarithm of x ≥ 0, within 1 unit in the last place.
 *
 * x = 2ᵏ(1 + f) with √½ ≤ 1 + f < √2, and ln(1 + f) = 2 artanh s with s = f/(2 + f), by the Taylor series.
 */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x > 0 ? x : x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x < 2 ** -1022) return log(x * 2 ** 54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  float[0] = x;
  // Adding the distance from √½ to 1 carries into the exponent exactly when the mantissa is at least √2.
  const k = ((word[HIGH] + (0x3ff00000 - 0x3fe6a09e)) >> 20) - 1023;
  const f = x * POWER[1074 - k] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))));
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
  return k * LN2_HIGH + (f - (s * (f - (odd + even)) - k * LN2_LOW));
}

/** eˣ − 1, accurate also for small x. */
export function expm1(x: number): number {
  const power = exp(x);
  if (power === 1) return x;
  // The rounding error of `power` is made good by dividing by the logarithm of what it became (W. Kahan's trick).
  return power > 0.5 && power < 2 ? ((power - 1) * x) / log(power) : power - 1;
}

/** ln(1 + x), accurate also for small x. */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  return sum > 0.5 && sum < 2 ? (log(sum) * x) / (sum - 1) : log(sum);
}

/** cos 2πx: of x whole turns. */
export function cosTurns(x: number): number {
  const part = Math.abs(x - Math.floor(x + 0.5)); // 0 … ½
  return part <= 0.25 ? sineOfQuarter(0.25 - part) : -sineOfQuarter(part - 0.25);
}

/** sin 2πx: of x whole turns. */
export function sinTurns(x: number): number {
  const part = x - Math.floor(x + 0.5); // −½ … ½
  const size = Math.abs(part);
  return Math.sign(part) * sineOfQuarter(size <= 0.25 ? size : 0.5 - size);
}

/** sin 2πx, 0 ≤ x ≤ ¼, by the Taylor series of the sine or, beyond an eighth, the cosine. */
function sineOfQuarter(x: number): number {
  return x <= 0.125 ? 2 * Math.PI * x * alternating(x, 18) : alternating(0.25 - x, 17);
}

/** Σ (−a²)ᵏ/(2k + 1)! = sin(a)/a for a = 2πx if `last` is even, Σ (−a²)ᵏ/(2k)! = cos a if it is odd. */
function alternating(x: number, last: number): number {
  const square = (2 * Math.PI * x) ** 2;
  let sum = 1;
  for (let n = last; n > 0; n -= 2) sum = 1 - (square / (n * (n + 1))) * sum;
  return sum;
}
