import assert from "node:assert/strict";
import { test } from "vitest";
import { type Complex, exp, minus, ONE, over, plus, scaled, times } from "../../src/queueing/complex.ts";
import { endOfTail, numericLaw } from "../../src/queueing/numeric-law.ts";
import { integral } from "../../src/queueing/quadrature.ts";
import { erlangLaw, residualOf } from "../../src/queueing/time-law.ts";

test("an Erlang law known by its tail has the transforms of the law known by its formula, in any unit", () => {
  for (const mean of [1e-6, 1, 1e6]) {
    const law = erlangLaw(3, mean);
    const numeric = numericLaw(law, law.tail);
    assert.deepEqual([numeric.mean, numeric.second, numeric.third], [law.mean, law.second, law.third]);
    assert.equal(numeric.tail(mean), law.tail(mean));
    for (const size of [1e-3, 0.3, 2, 40]) {
      for (const turn of [0, 1, 20]) {
        const [re, im] = [size / mean, (turn * size) / mean];
        const [transform, residual] = [law.transform(re, im), residualOf(law)(re, im)];
        assert.ok(Math.hypot(...minus(numeric.transform(re, im), transform)) < 1e-11);
        assert.ok(Math.hypot(...minus(residualOf(numeric)(re, im), residual)) < 1e-12);
      }
    }
  }
});

test("a jump is found to the same share of the mean in any unit", () => {
  for (const mean of [1e-6, 1, 1e6]) {
    // half of all take 0.7 of the mean, half 1.3
    const tail = (t: number) => (t < 0.7 * mean ? 1 : t < 1.3 * mean ? 0.5 : 0);
    const law = numericLaw({ mean, second: 1.09 * mean ** 2, third: 1.27 * mean ** 3 }, tail);
    for (const s of [0.01, 1, 30]) {
      const [re] = law.transform(s / mean, 0);
      assert.ok(Math.abs(re - (Math.exp(-0.7 * s) + Math.exp(-1.3 * s)) / 2) < 1e-11, `${s} at ${mean}`);
    }
  }
});

test("a tail matters until it has fallen below 10⁻¹⁸, or 10⁶⁰ means from here", () => {
  assert.equal(
    endOfTail(1, (t) => Math.exp(-t)),
    64,
  );
  assert.equal(
    endOfTail(3, (t) => Math.exp(-t / 3)),
    192,
  );
  assert.equal(
    endOfTail(2, (t) => (1 + t / 2) ** -0.1),
    2 * 2 ** 200,
  );
  assert.equal(
    endOfTail(1e-30, (t) => (1 + t * 1e30) ** -0.1),
    1e-30 * 2 ** 200,
  );
  assert.equal(
    endOfTail(5, (t) => (t < 5 ? 1 : 0)),
    5,
  );
});

test("where a tail is 1 it is looked at once, however long that is", () => {
  // uniform between 9 and 11 s
  let asked = 0;
  const law = numericLaw({ mean: 10, second: 100 + 1 / 3, third: 1010 }, (t) => {
    asked++;
    return Math.min(1, Math.max(0, (11 - t) / 2));
  });
  const [re, im] = law.transform(0.2, 0);
  assert.ok(Math.abs(re - (Math.exp(-1.8) - Math.exp(-2.2)) / 0.4) < 1e-12 && im === 0);
  const once = asked;
  law.transform(1, 1);
  assert.equal(asked, once);
  assert.ok(once <= 1320, `${once} values`);
});

/** Uniform between two times [s] of mean 1. */
function uniform(from: number, to: number): Known {
  const tail = (t: number) => Math.min(1, Math.max(0, (to - t) / (to - from)));
  const ends = (s: Complex) => minus(exp(scaled(-from, s)), exp(scaled(-to, s)));
  return { tail, transform: (s) => over(ends(s), scaled(to - from, s)) };
}

interface Known {
  tail: (t: number) => number;
  transform: (s: Complex) => Complex;
}

/** By how much the transform of a law of mean 1 that is known by its tail is off, at worst. */
function worstOf({ tail, transform }: Known, sizes: number[], turns: number[]): number {
  const law = numericLaw({ mean: 1, second: Number.NaN, third: Number.NaN }, tail);
  const errors = sizes.flatMap((re) =>
    turns.map((im) => Math.hypot(...minus(law.transform(re, im), transform([re, im])))),
  );
  return Math.max(...errors);
}

test("13 digits of a transform are right at any frequency, also at those that a polynomial has for a period", () => {
  const exponential: Known = { tail: (t) => Math.exp(-t), transform: (s) => over(ONE, plus(ONE, s)) };
  const turns = [0, 0.3, 1.99, 2.5, 4, 8, 12, 24, 28].map((turn) => turn * Math.PI);
  for (const law of [uniform(0, 2), uniform(0.5, 1.5), exponential]) {
    const between = [4.493409457909064, 7.725251836937707, 10.904121659428899].flatMap((x) => [x, 2 * x, 4 * x, 8 * x]);
    const off = worstOf(law, [100, 30, 8, 3.9, 2, 0.5, 0.01], [...turns, ...between, 100, 1000]);
    assert.ok(off < 5e-14, `${off}`);
    assert.ok(worstOf(law, [0], [...turns.slice(1), ...between]) < 1e-13);
  }
});

test("transforms of a law that is 1 for long hold for arguments of any size", () => {
  const law = uniform(0.9, 1.1);
  assert.ok(worstOf(law, [14, 15, 100, 1000, 3000, 1e4, 1e6, 1e12], [0, 3, 100]) < 1e-13);
  const fast = numericLaw({ mean: 1, second: Number.NaN, third: Number.NaN }, law.tail).transform(1, 1e12);
  assert.ok(Math.hypot(...fast) < 1e-3);
});

test("steps are found also where the last coefficients of the polynomials between 1 and 2 cancel, and amid a piece", () => {
  const weights = [0.4306650778351236, 0.2881973338254497, 0.2811375883394268]; // that of P₁₃ and P₁₅ is 0
  const at = [1.23, 1.68, 1.95];
  const beyond = 0.25 / (weights.reduce((sum, weight, i) => sum + weight * at[i], 0) - 0.75);
  const steps = [{ at: 0.75, by: 1 - beyond }, ...at.map((time, i) => ({ at: time, by: beyond * weights[i] }))];
  const tail = (t: number) => steps.reduce((sum, step) => sum + (t < step.at ? step.by : 0), 0);
  const transform = (s: Complex) =>
    steps.reduce<Complex>((sum, step) => plus(sum, scaled(step.by, exp(scaled(-step.at, s)))), [0, 0]);
  const off = worstOf({ tail, transform }, [0.5, 2, 10], [0, 1, 7]);
  assert.ok(off < 1e-12, `${off}`);
});

test("a tail that falls in thirteen waves, as a polynomial does, has its transform to 13 digits", () => {
  // a third are 0; the others lie between 1 and 2 with a density like 1 + 0.9 T₁₃'(x)/169
  const whole = 1 + 0.9 / 169;
  const risen = (x: number) => (x + (0.9 / 169) * Math.cos(13 * Math.acos(x)) + whole) / (2 * whole);
  const tail = (t: number) => (2 / 3) * (t < 1 ? 1 : t > 2 ? 0 : 1 - risen(2 * t - 3));
  const transform = (s: Complex) => {
    const ends = Array.from({ length: 17 }, (_, i) => 1 + i / 16);
    const part = (i: number) => integral((t) => tail(t) * exp(scaled(-t, s))[i], ends, 1e-16);
    const below = over(scaled(2 / 3, minus(ONE, exp(scaled(-1, s)))), s);
    return minus(ONE, times(s, plus(below, [part(0), part(1)])));
  };
  assert.ok(worstOf({ tail, transform }, [0, 1, 4], [4, 4.5, 20, 33]) < 1e-13);
});
