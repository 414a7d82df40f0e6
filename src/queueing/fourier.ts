import type { Transform } from "./inversion.ts";

const ALIASING = 1e-14;
const NOISE = 1e-13;

/**
 * The coefficients c₀ … c₍ₙ₋₁₎ of a power series with 0 ≤ cₖ ≤ 1, from its values within the unit disc: Cauchy's
 * integrals on one circle, all at once by fast Fourier transform; absolute error near 10⁻¹³, and what is smaller is 0.
 */
export function coefficients(series: Transform, n: number): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(8, 8 * n))); // so that radius⁻ᵏ stays below 100
  const radius = ALIASING ** (1 / size);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let j = 0; j <= size / 2; j++) {
    const angle = (2 * Math.PI * j) / size;
    [re[j], im[j]] = series(radius * Math.cos(angle), radius * Math.sin(angle));
    const mirror = (size - j) % size; // a real series has conjugate values
    if (mirror !== j) [re[mirror], im[mirror]] = [re[j], -im[j]];
  }
  transform(re, im);
  return re.slice(0, n).map((value, k) => {
    const coefficient = value / size / radius ** k;
    return coefficient > NOISE ? coefficient : 0;
  });
}

/** Discrete Fourier transform in place, Σ xⱼ exp(−2πijk/n); n is a power of 2. */
export function transform(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  for (let length = 2; length <= n; length *= 2) butterflies(re, im, length);
}

function butterflies(re: Float64Array, im: Float64Array, length: number): void {
  const half = length / 2;
  for (let k = 0; k < half; k++) {
    const [cos, sin] = [Math.cos((-2 * Math.PI * k) / length), Math.sin((-2 * Math.PI * k) / length)];
    for (let i = k; i < re.length; i += length) {
      const j = i + half;
      const x = re[j] * cos - im[j] * sin;
      const y = re[j] * sin + im[j] * cos;
      re[j] = re[i] - x;
      im[j] = im[i] - y;
      re[i] += x;
      im[i] += y;
    }
  }
}
