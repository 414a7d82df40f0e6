import { type Complex, exp, over } from "./complex.ts";
import { gaussPoints } from "./quadrature.ts";

const DEGREES = 16;
const NODES = gaussPoints(-1, 1);

/** A polynomial Σ cₙPₙ(x) of degree 15 on [middle − half, middle + half], x = (t − middle)/half. */
export interface LegendrePiece {
  middle: number;
  half: number;
  coefficients: number[];
}

/**
 * Approximates `f` by polynomials between the given ends, cutting until the last coefficients contribute less than
 * `tolerance` to the integral. Jumps and kinks are cut down to pieces too small to matter.
 */
export function legendrePieces(f: (t: number) => number, ends: number[], tolerance: number): LegendrePiece[] {
  const done: LegendrePiece[] = [];
  const cut = (from: number, to: number) => {
    const piece = expand(f, from, to);
    const size = Math.abs(piece.coefficients[DEGREES - 1]) + Math.abs(piece.coefficients[DEGREES - 2]);
    if (size * piece.half <= tolerance || piece.half < 1e-13 * to) done.push(piece);
    else {
      cut(from, piece.middle);
      cut(piece.middle, to);
    }
  };
  for (let i = 1; i < ends.length; i++) cut(ends[i - 1], ends[i]);
  return done;
}

function expand(f: (t: number) => number, from: number, to: number): LegendrePiece {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const coefficients = new Array<number>(DEGREES).fill(0);
  for (const { at, weight } of NODES) {
    const value = weight * f(middle + half * at);
    let [before, now] = [0, 1]; // Pₙ₋₁, Pₙ
    for (let n = 0; n < DEGREES; n++) {
      coefficients[n] += (n + 0.5) * value * now;
      [before, now] = [now, ((2 * n + 1) * at * now - n * before) / (n + 1)];
    }
  }
  return { middle, half, coefficients };
}

/** ∫ exp(−st) f(t) dt over the pieces, for any s: however fast exp(−st) oscillates, it is integrated exactly. */
export function laplaceOf(pieces: LegendrePiece[], re: number, im: number): Complex {
  let [x, y] = [0, 0];
  for (const { middle, half, coefficients } of pieces) {
    if (re * (middle - half) > 45) break; // damped beyond the last digit
    const [centre, centreIm] = exp([-re * middle, -im * middle]);
    const [a, b] = expansion(coefficients, half * re, half * im);
    x += 2 * half * (centre * a - centreIm * b);
    y += 2 * half * (centre * b + centreIm * a);
  }
  return [x, y];
}

/** Σ (−1)ⁿcₙ iₙ(z), since ∫ Pₙ(x) exp(−zx) dx = 2(−1)ⁿiₙ(z) with the modified spherical Bessel function iₙ. */
function expansion(coefficients: number[], re: number, im: number): Complex {
  const bessel = Math.hypot(re, im) > DEGREES ? upwards(re, im) : downwards(re, im);
  let [x, y] = [0, 0];
  for (let n = 0; n < DEGREES; n++) {
    const c = n % 2 === 0 ? coefficients[n] : -coefficients[n];
    x += c * bessel[2 * n];
    y += c * bessel[2 * n + 1];
  }
  return [x, y];
}

const table = new Float64Array(2 * (DEGREES + 1));

/** i₀ … i₁₅ (real and imaginary parts in turn) by iₙ₊₁ = iₙ₋₁ − (2n + 1)iₙ/z, which is stable while n < |z|. */
function upwards(re: number, im: number): Float64Array {
  const [a, b] = exp([re, im]);
  const [c, d] = exp([-re, -im]);
  const zero = over([(a - c) / 2, (b - d) / 2], [re, im]);
  const less = over(zero, [re, im]);
  const cosh = over([(a + c) / 2, (b + d) / 2], [re, im]);
  table.set([zero[0], zero[1], cosh[0] - less[0], cosh[1] - less[1]]);
  const norm = re * re + im * im;
  const [u, v] = [re / norm, -im / norm];
  for (let n = 1; n < DEGREES - 1; n++) {
    const [x, y] = [(2 * n + 1) * table[2 * n], (2 * n + 1) * table[2 * n + 1]];
    table[2 * n + 2] = table[2 * n - 2] - (x * u - y * v);
    table[2 * n + 3] = table[2 * n - 1] - (x * v + y * u);
  }
  return table;
}

/** i₀ … i₁₅ by the ratios rₙ = iₙ/iₙ₋₁ = z/(2n + 1 + z rₙ₊₁), which are stable downwards. */
function downwards(re: number, im: number): Float64Array {
  const ratios = new Float64Array(2 * (DEGREES + 1));
  let [r, s] = [0, 0];
  const far = DEGREES + 6 + Math.ceil(2 * Math.hypot(re, im)); // there the recurrence may begin with any ratio
  for (let n = far; n >= 1; n--) {
    const [p, q] = [2 * n + 1 + re * r - im * s, re * s + im * r];
    const norm = p * p + q * q;
    [r, s] = [(re * p + im * q) / norm, (im * p - re * q) / norm];
    if (n < DEGREES) {
      ratios[2 * n] = r;
      ratios[2 * n + 1] = s;
    }
  }
  [table[0], table[1]] = sinhOver(re, im);
  for (let n = 1; n < DEGREES; n++) {
    const [x, y] = [table[2 * n - 2], table[2 * n - 1]];
    table[2 * n] = x * ratios[2 * n] - y * ratios[2 * n + 1];
    table[2 * n + 1] = x * ratios[2 * n + 1] + y * ratios[2 * n];
  }
  return table;
}

/** sinh(z)/z. */
function sinhOver(re: number, im: number): Complex {
  if (re === 0 && im === 0) return [1, 0];
  return over([Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im)], [re, im]);
}
