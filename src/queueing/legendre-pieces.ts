import type { Complex } from "./complex.ts";
import { gaussPoints } from "./quadrature.ts";

const DEGREES = 16;
const NODES = gaussPoints(-1, 1);
const NEAR = 2; // |z| up to which powers of z are summed: 24 of them, and cancellation costs one digit
const POWERS = 24;

/** A polynomial Σ cₙPₙ(x) of degree 15 on [middle − half, middle + half], x = (t − middle)/half. */
export interface LegendrePiece {
  middle: number;
  half: number;
  coefficients: number[];
  /** ½∫ xᵏ f dx/k!, k = 0, 1, … */
  moments: Float64Array;
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
  const moments = new Float64Array(POWERS);
  for (const { at, weight } of NODES) {
    const value = weight * f(middle + half * at);
    let [before, now] = [0, 1]; // Pₙ₋₁, Pₙ
    for (let n = 0; n < DEGREES; n++) {
      coefficients[n] += (n + 0.5) * value * now;
      [before, now] = [now, ((2 * n + 1) * at * now - n * before) / (n + 1)];
    }
    for (let k = 0, power = value / 2; k < POWERS; power *= at / ++k) moments[k] += power;
  }
  return { middle, half, coefficients, moments };
}

/**
 * ∫ exp(−st) f(t) dt over the pieces, for any s: however fast exp(−st) oscillates, it is integrated exactly. Hot path.
 */
export function laplaceOf(pieces: LegendrePiece[], re: number, im: number): Complex {
  let [x, y] = [0, 0];
  for (const piece of pieces) {
    const { middle, half } = piece;
    if (re * (middle - half) > 45) break; // damped beyond the last digit
    const [zr, zi] = [half * re, half * im];
    if (zr * zr + zi * zi < NEAR * NEAR) near(piece.moments, zr, zi);
    else far(piece.coefficients, zr, zi);
    const size = 2 * half * Math.exp(-re * (middle - half));
    const [cos, sin] = [size * Math.cos(im * middle), -size * Math.sin(im * middle)];
    x += cos * found[0] - sin * found[1];
    y += cos * found[1] + sin * found[0];
  }
  return [x, y];
}

/** Real and imaginary part of exp(−Re z) times half the integral over one piece, the factor exp(−s·middle) apart. */
const found = new Float64Array(2);

/** Σ (−z)ᵏ/k!·½∫ xᵏ f dx, where |z| is small. */
function near(moments: Float64Array, re: number, im: number): void {
  let [x, y] = [0, 0];
  for (let k = moments.length - 1; k >= 0; k--) {
    const before = x;
    x = moments[k] - (re * x - im * y);
    y = -(re * y + im * before);
  }
  const damping = Math.exp(-re);
  found[0] = damping * x;
  found[1] = damping * y;
}

/** Σ (−1)ⁿcₙ iₙ(z), since ½∫ Pₙ(x) exp(−zx) dx = (−1)ⁿiₙ(z) with the modified spherical Bessel function iₙ. */
function far(coefficients: number[], re: number, im: number): void {
  if (re * re + im * im > DEGREES * DEGREES) upwards(re, im);
  else downwards(re, im);
  let [x, y] = [0, 0];
  for (let n = 0; n < DEGREES; n++) {
    const c = n % 2 === 0 ? coefficients[n] : -coefficients[n];
    x += c * bessel[2 * n];
    y += c * bessel[2 * n + 1];
  }
  found[0] = x;
  found[1] = y;
}

/** i₀ … i₁₅ times exp(−Re z), lest they overflow on a long piece; real and imaginary parts in turn. */
const bessel = new Float64Array(2 * DEGREES);

/** i₀ = sinh z/z and i₁ = (cosh z − i₀)/z. */
function firstTwo(re: number, im: number): void {
  const norm = re * re + im * im;
  const [u, v] = [re / norm, -im / norm]; // 1/z
  const [sinh, cosh] = [-Math.expm1(-2 * re) / 2, (1 + Math.exp(-2 * re)) / 2]; // of Re z, times exp(−Re z)
  const [cos, sin] = [Math.cos(im), Math.sin(im)];
  const [x, y] = [sinh * cos * u - cosh * sin * v, sinh * cos * v + cosh * sin * u];
  bessel[0] = x;
  bessel[1] = y;
  bessel[2] = (cosh * cos - x) * u - (sinh * sin - y) * v;
  bessel[3] = (cosh * cos - x) * v + (sinh * sin - y) * u;
}

/** By iₙ₊₁ = iₙ₋₁ − (2n + 1)iₙ/z, which is stable while n < |z|. */
function upwards(re: number, im: number): void {
  firstTwo(re, im);
  const norm = re * re + im * im;
  const [u, v] = [re / norm, -im / norm]; // 1/z
  for (let n = 1; n < DEGREES - 1; n++) {
    const [a, b] = [(2 * n + 1) * bessel[2 * n], (2 * n + 1) * bessel[2 * n + 1]];
    bessel[2 * n + 2] = bessel[2 * n - 2] - (a * u - b * v);
    bessel[2 * n + 3] = bessel[2 * n - 1] - (a * v + b * u);
  }
}

/** By the ratios iₙ/iₙ₋₁ = z/(2n + 1 + z iₙ₊₁/iₙ), which are stable downwards. */
function downwards(re: number, im: number): void {
  let [r, s] = [0, 0];
  const start = DEGREES + 6 + Math.ceil(2 * Math.hypot(re, im)); // there the recurrence may begin with any ratio
  for (let n = start; n >= 1; n--) {
    const [p, q] = [2 * n + 1 + re * r - im * s, re * s + im * r];
    const norm = p * p + q * q;
    [r, s] = [(re * p + im * q) / norm, (im * p - re * q) / norm];
    if (n < DEGREES) {
      bessel[2 * n] = r;
      bessel[2 * n + 1] = s;
    }
  }
  firstTwo(re, im);
  let [x, y] = [bessel[2], bessel[3]];
  if (Math.hypot(x, y) < Math.hypot(bessel[0], bessel[1])) {
    // of i₁ itself fewer digits may be left; but i₀ vanishes for z = πi, and no ratio to it means anything there
    [x, y] = [bessel[0] * r - bessel[1] * s, bessel[0] * s + bessel[1] * r];
  }
  for (let n = 1; ; n++) {
    bessel[2 * n] = x;
    bessel[2 * n + 1] = y;
    if (n === DEGREES - 1) return;
    [r, s] = [bessel[2 * n + 2], bessel[2 * n + 3]];
    [x, y] = [x * r - y * s, x * s + y * r];
  }
}
