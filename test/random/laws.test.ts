import assert from "node:assert/strict";
import { test } from "vitest";
import { cdf, survival } from "../../src/random/cdf.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { lawOf } from "../../src/random/law.ts";
import { mean, rawMoment, squaredCv, variance } from "../../src/random/moments.ts";
import { quantile } from "../../src/random/quantile.ts";
import { laplace } from "../../src/random/transform.ts";
import { breaksOf, DISTRIBUTIONS, nameOf } from "./distributions.ts";

const MOMENTS = [1, 2, 3, 4] as const;
const LEVELS = [1e-12, 1e-6, 1e-3, 0.01, 0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 0.99, 0.999, 1 - 1e-6, 1 - 1e-12];

const near = (actual: number, expected: number, tolerance: number, what: string) =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${what}: ${actual}, not ${expected}`);

/** Whether the law has probability concentrated at single points. */
function hasAtoms(d: Distribution): boolean {
  if (d.dist === "mixture") return d.of.some((part) => hasAtoms(part.law));
  return d.dist === "constant" || d.dist === "empirical";
}

/** ∫ f over [low, high] for several functions at once, by double exponential quadrature with a fixed number of points. */
function quadrature(f: (x: number) => number[], [low, high]: [number, number], points: number): number[] {
  const step = 7.6 / points;
  const sums: number[] = [];
  for (let i = 0; i <= points; i++) {
    const t = i * step - 3.8;
    const share = 1 / (1 + Math.exp(-Math.PI * Math.sinh(t)));
    const weight = step * (high - low) * Math.PI * Math.cosh(t) * share * (1 - share);
    f(low + (high - low) * share).forEach((value, k) => {
      sums[k] = (sums[k] ?? 0) + weight * value;
    });
  }
  return sums;
}

/** Points between which the distribution function is smooth and changes by a share of 1. */
function piecesOf(d: Distribution): number[] {
  const within = [1e-6, 0.01, 0.5, 0.9, 0.99, 0.999, 0.9999, 1 - 1e-6].map((p) => quantile(d, p));
  return [...new Set([...breaksOf(d), ...within])].sort((a, b) => a - b);
}

/** How far beyond the last of these, in ln x, the highest finite moment of a heavy tail reaches. */
function reach(d: Distribution): number {
  if (d.dist === "pareto") return 30 / (d.alpha - Math.min(4, Math.ceil(d.alpha) - 1));
  return d.dist === "lognormal" ? 12 + 20 * d.sigma : 12;
}

test("moments are the integrals of the upper tail: E Xᵏ = ∫ k xᵏ⁻¹ P(X > x) dx", () => {
  for (const d of DISTRIBUTIONS) {
    const law = lawOf(d);
    const integrand = (x: number) => {
      const tail = law.survival(x);
      return MOMENTS.map((k) => k * x ** (k - 1) * tail);
    };
    const breaks = piecesOf(d);
    const sums = [0, 0, 0, 0];
    const add = (integral: number[]) => {
      for (const k of MOMENTS) sums[k - 1] += integral[k - 1];
    };
    for (let i = 1; i < breaks.length; i++) add(quadrature(integrand, [breaks[i - 1], breaks[i]], 60));
    const last = Math.log(breaks[breaks.length - 1]);
    add(quadrature((w) => integrand(Math.exp(w)).map((value) => value * Math.exp(w)), [last, last + reach(d)], 400));
    for (const k of MOMENTS) {
      const moment = rawMoment(d, k);
      if (moment < Number.POSITIVE_INFINITY) near(moment, sums[k - 1], 1e-9, `${nameOf(d)}, moment ${k}`);
    }
  }
});

test("variances agree with the first two moments", () => {
  for (const d of DISTRIBUTIONS) {
    const second = rawMoment(d, 2);
    if (second === Number.POSITIVE_INFINITY) assert.equal(variance(d), Number.POSITIVE_INFINITY);
    else assert.ok(Math.abs(variance(d) - (second - mean(d) ** 2)) <= 1e-12 * second, nameOf(d));
  }
});

test("heavy tails have exactly the moments they should", () => {
  const pareto: Distribution = { dist: "pareto", min: 1, alpha: 2.2 };
  assert.deepEqual(
    MOMENTS.map((k) => Number.isFinite(rawMoment(pareto, k))),
    [true, true, false, false],
  );
  assert.equal(variance({ dist: "pareto", min: 1, alpha: 2 }), Number.POSITIVE_INFINITY);
  assert.equal(mean({ dist: "pareto", min: 1, alpha: 1 }), Number.POSITIVE_INFINITY);
  assert.equal(squaredCv({ dist: "pareto", min: 1, alpha: 1 }), Number.POSITIVE_INFINITY);
  const behind: Distribution = { dist: "mixture", of: [{ weight: 1, law: { dist: "shifted", by: 1, law: pareto } }] };
  assert.equal(rawMoment(behind, 3), Number.POSITIVE_INFINITY);
});

test("a small variance beside a large mean loses no digits", () => {
  near(variance({ dist: "uniform", min: 1e6, max: 1e6 + 1e-3 }), 1e-6 / 12, 1e-6, "uniform"); // the width is rounded
  near(variance({ dist: "weibull", shape: 1e4, scale: 1 }), (Math.PI ** 2 / 6) * 1e-8, 1e-3, "weibull");
  near(variance({ dist: "lognormal", mu: 0, sigma: 1e-7 }), 1e-14, 1e-6, "lognormal");
  near(variance({ dist: "truncated-normal", mu: -40, sigma: 1, min: 0, max: 9 }), 1 / 1600, 1e-2, "truncated normal");
});

test("cdf and survival are complementary, ascend and descend, and are 0 and 1 outside", () => {
  for (const d of DISTRIBUTIONS) {
    assert.deepEqual([cdf(d, -1), survival(d, -1)], [0, 1], nameOf(d));
    let last = 0;
    for (const p of LEVELS) {
      const x = quantile(d, p);
      const below = cdf(d, x);
      assert.ok(Math.abs(below + survival(d, x) - 1) < 1e-14, `${nameOf(d)} at ${x}`);
      assert.ok(below >= last, `${nameOf(d)} at ${x}`);
      last = below;
    }
  }
});

test("quantile inverts cdf, and survival in the upper tail", () => {
  for (const d of DISTRIBUTIONS.filter((one) => !hasAtoms(one))) {
    for (const p of LEVELS) {
      const x = quantile(d, p);
      // One unit in the last place of x moves the probability by this share, and no formula can help it.
      const step =
        Math.abs(cdf(d, x * (1 + 2 ** -52)) - cdf(d, x)) + Math.abs(survival(d, x * (1 - 2 ** -52)) - survival(d, x));
      if (p <= 0.5)
        assert.ok(Math.abs(cdf(d, x) - p) <= 1e-12 * p + 2 * step, `${nameOf(d)}: cdf(${x}) = ${cdf(d, x)}, not ${p}`);
      else {
        const error = Math.abs(survival(d, x) - (1 - p));
        assert.ok(
          error <= 1e-12 * (1 - p) + 2 * step,
          `${nameOf(d)}: survival(${x}) = ${survival(d, x)}, not ${1 - p}`,
        );
      }
    }
  }
});

test("where the distribution function jumps, the quantile is the first point at which p is reached", () => {
  for (const d of DISTRIBUTIONS.filter(hasAtoms)) {
    for (const p of LEVELS) {
      const x = quantile(d, p);
      assert.ok(cdf(d, x) >= p - 1e-15, `${nameOf(d)}: cdf(${x}) < ${p}`);
      assert.ok(cdf(d, x * (1 - 1e-14)) <= p + 1e-12, `${nameOf(d)}: ${p} is reached before ${x}`);
    }
  }
});

test("every recorded value is the quantile of its own rank, rounding or not", () => {
  for (const n of [3, 7, 10, 100, 333]) {
    const d: Distribution = { dist: "empirical", values: Array.from({ length: n }, (_, i) => i) };
    for (let k = 1; k <= n; k++) assert.equal(quantile(d, k / n), k - 1, `${k}/${n}`);
  }
});

test("quantiles at 0 and 1 are the ends of the support", () => {
  const ends = new Map<Distribution["dist"], [number, number]>([
    ["uniform", [0.01, 0.03]],
    ["triangular", [1, 4]],
    ["bounded-pareto", [0.001, 10]],
    ["exponential", [0, Number.POSITIVE_INFINITY]],
    ["hyperexponential", [0, Number.POSITIVE_INFINITY]],
    ["phase-type", [0, Number.POSITIVE_INFINITY]],
    ["truncated-normal", [0, Number.POSITIVE_INFINITY]],
    ["empirical", [0.001, 0.1]],
  ]);
  for (const [dist, [low, high]] of ends) {
    const d = DISTRIBUTIONS.find((one) => one.dist === dist)!;
    assert.deepEqual([quantile(d, 0) + 0, quantile(d, 1)], [low, high], nameOf(d));
  }
  assert.throws(() => quantile({ dist: "exponential", mean: 1 }, 1.5), RangeError);
});

test("the transform is 1 − s ∫ e^(−sx) P(X > x) dx, on and off the real axis", () => {
  for (const d of DISTRIBUTIONS) {
    const law = lawOf(d);
    const unit = mean(d) < 10 * quantile(d, 0.5) ? quantile(d, 0.5) : mean(d);
    const panels = [...piecesOf(d), ...Array.from({ length: 46 }, (_, i) => i * unit)].sort((a, b) => a - b);
    for (const [re, im] of [
      [0.8 / unit, 0],
      [0.8 / unit, -2 / unit],
    ]) {
      const damped = (x: number) => law.survival(x) * Math.exp(-re * x);
      const integrand = (x: number) => {
        const size = damped(x);
        return [size * Math.cos(im * x), -size * Math.sin(im * x)];
      };
      let [a, b] = [0, 0];
      for (let i = 1; i < panels.length; i++) {
        if (panels[i] === panels[i - 1] || damped(panels[i - 1]) < 1e-16) continue;
        const part = quadrature(integrand, [panels[i - 1], panels[i]], 50);
        a += part[0];
        b += part[1];
      }
      const [x, y] = law.laplace([re, im]);
      const error = Math.hypot(x - (1 - re * a + im * b), y + re * b + im * a);
      assert.ok(error < 1e-11, `${nameOf(d)} at ${re} + ${im}i: error ${error}`);
    }
  }
});

test("the transform is 1 at 0 and falls with the mean", () => {
  for (const d of DISTRIBUTIONS) {
    const [one, none] = laplace(d, 0, 0);
    assert.ok(Math.abs(one - 1) < 1e-14 && Math.abs(none) < 1e-14, nameOf(d));
    const m = mean(d);
    if (rawMoment(d, 2) === Number.POSITIVE_INFINITY) continue;
    const s = 1e-5 / m;
    const slope = (1 - laplace(d, s, 0)[0]) / s;
    near(slope, m - (s * rawMoment(d, 2)) / 2, 1e-3 * squaredCv(d) + 1e-8, nameOf(d));
  }
  assert.throws(() => laplace({ dist: "exponential", mean: 1 }, -1, 0), RangeError);
});
