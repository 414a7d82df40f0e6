import assert from "node:assert/strict";
import { test } from "vitest";
import { minus, over } from "../../src/queueing/complex.ts";
import { numericLaw } from "../../src/queueing/numeric-law.ts";
import {
  balancedHyperexponentialLaw,
  constantLaw,
  erlangLaw,
  exponentialLaw,
  hyperexponentialLaw,
  residualOf,
  type TimeLaw,
} from "../../src/queueing/time-law.ts";
import { close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

const laws: Record<string, TimeLaw> = {
  exponential: exponentialLaw(2),
  erlang: erlangLaw(4, 1),
  hyperexponential: hyperexponentialLaw([0.3, 0.7], [3, 0.5]),
  constant: constantLaw(1.3),
};

test("moments, tail, transform and residual of each law tell the same story", () => {
  for (const [name, law] of Object.entries(laws)) {
    if (name !== "constant") {
      const { mean, variance } = tailMoments(law.tail, 128);
      close(mean, law.mean, 1e-9);
      close(variance, law.second - law.mean ** 2, 1e-8);
    }
    // 1 − sE[S] + s²E[S²]/2 − s³E[S³]/6
    const s = 1e-2;
    const series = 1 - s * law.mean + (s * s * law.second) / 2 - (s ** 3 * law.third) / 6;
    assert.ok(Math.abs(law.transform(s, 0)[0] - series) < 1e-6, name);
    // the tail integrated numerically, at frequencies up to ten thousand per second
    const numeric = numericLaw(law, law.tail);
    for (const [re, im] of [
      [1e-6, 0],
      [0.1, 3],
      [1, 0],
      [0.01, 500],
      [3, 1e4],
      [25, 20],
    ]) {
      for (const part of [0, 1]) {
        assert.ok(Math.abs(residualOf(numeric)(re, im)[part] - residualOf(law)(re, im)[part]) < 1e-13, name);
        assert.ok(Math.abs(numeric.transform(re, im)[part] - law.transform(re, im)[part]) < 1e-9, name);
      }
    }
    const { residual: _, ...plain } = law;
    close(residualOf(plain)(0.5, 0)[0], residualOf(law)(0.5, 0)[0], 1e-14);
  }
});

test("the transform of a Pareto law agrees with its incomplete gamma function", () => {
  // E[exp(−sS)] = α(sm)^α Γ(−α, sm), α = 1.5, m = 1, by Simpson's rule in Python
  const pareto = numericLaw({ mean: 3, second: Infinity, third: Infinity }, (t) => (t < 1 ? 1 : t ** -1.5));
  for (const [s, value] of [
    [0.01, 0.9733950741187652],
    [0.5, 0.3976897454233117],
    [3, 0.014577232865674132],
  ])
    close(pareto.transform(s, 0)[0], value, 1e-10);
});

test("balanced means give the mean and the variation asked for", () => {
  const law = balancedHyperexponentialLaw(2, 4);
  close(law.mean, 2, 1e-15);
  close(law.second / law.mean ** 2 - 1, 4, 1e-14);
  close(law.third, 60 * 8, 1e-13);
  assert.throws(() => balancedHyperexponentialLaw(1, 0.5), {
    message: "A hyperexponential time varies at least as much as an exponential one: 0.5 < 1.",
  });
});

test("a law needs a mean above 0 and whole stages", () => {
  assert.throws(() => constantLaw(0), { message: "The constant time must be a number above 0, not 0." });
  assert.throws(() => erlangLaw(1.5, 1), { message: "The number of stages must be a whole number ≥ 1, not 1.5." });
  assert.throws(() => hyperexponentialLaw([1], [-1]), RangeError);
});

test("residual lives are (1 − transform)/(s·mean), whatever the mean", () => {
  for (const law of [
    constantLaw(2.5),
    erlangLaw(3, 0.4),
    hyperexponentialLaw([0.3, 0.7], [4, 0.5]),
    balancedHyperexponentialLaw(3, 6),
  ]) {
    const { residual: _, ...plain } = law;
    for (const [re, im] of [
      [0.3, 0],
      [0.1, -2],
      [4, 3],
    ]) {
      const direct = over(minus([1, 0], law.transform(re, im)), [re * law.mean, im * law.mean]);
      const generic = residualOf(plain)(re, im);
      for (const part of [0, 1]) {
        assert.ok(Math.abs(residualOf(law)(re, im)[part] - direct[part]) < 1e-14);
        assert.ok(Math.abs(generic[part] - direct[part]) < 1e-14);
      }
    }
  }
  const { mean, second, third, tail } = constantLaw(2);
  assert.deepEqual([mean, second, third, tail(1.999), tail(2)], [2, 4, 8, 1, 0]);
  const balanced = balancedHyperexponentialLaw(3, 6);
  close(balanced.second / 9, 7, 1e-14);
  close(balancedHyperexponentialLaw(3, 1).second, 18, 1e-14); // no more varied than an exponential time
});
