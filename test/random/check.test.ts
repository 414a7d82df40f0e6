import assert from "node:assert/strict";
import { test } from "vitest";
import { check } from "../../src/random/check.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { DISTRIBUTIONS, nameOf } from "./distributions.ts";

const exponential: Distribution = { dist: "exponential", mean: 1 };

test("sound distributions have no faults", () => {
  for (const d of DISTRIBUTIONS) assert.deepEqual(check(d), [], nameOf(d));
});

/** Each fault stands beside the sentence that names it. */
const FAULTS: [Distribution, RegExp][] = [
  [{ dist: "constant", value: -1 }, /value must be a number ≥ 0, not -1/],
  [{ dist: "uniform", min: 2, max: 1 }, /max must be above min 2, not 1/],
  [{ dist: "uniform", min: -2, max: 1 }, /min must be a number ≥ 0, not -2/],
  [{ dist: "exponential", mean: Number.POSITIVE_INFINITY }, /mean must be a number above 0, not Infinity/],
  [{ dist: "erlang", stages: 0, mean: 1 }, /stages must be a whole number ≥ 1, not 0/],
  [{ dist: "gamma", shape: 0, scale: 1 }, /shape .* not 0/],
  [{ dist: "weibull", shape: 1, scale: -1 }, /scale .* not -1/],
  [{ dist: "lognormal", mu: Number.NaN, sigma: 1 }, /mu must be a finite number, not NaN/],
  [{ dist: "lognormal", mu: 0, sigma: 0 }, /sigma .* not 0/],
  [{ dist: "pareto", min: 0, alpha: 1 }, /min .* not 0/],
  [{ dist: "pareto", min: 1, alpha: -2 }, /alpha .* not -2/],
  [{ dist: "bounded-pareto", min: 3, max: 2, alpha: 1 }, /above min 3, not 2/],
  [{ dist: "triangular", min: 0, mode: 3, max: 2 }, /mode 3 must lie between min 0 and max 2/],
  [{ dist: "truncated-normal", mu: 0, sigma: 1, min: 5, max: 4 }, /above min 5, not 4/],
  [{ dist: "truncated-normal", mu: 0, sigma: -1, min: 0, max: 4 }, /sigma .* not -1/],
  [{ dist: "truncated-normal", mu: Number.NaN, sigma: 1, min: 0, max: 4 }, /mu .* not NaN/],
  [{ dist: "beta", a: 0, b: 1, min: 0, max: 1 }, /a must be .* not 0/],
  [{ dist: "beta", a: 1, b: 1, min: 0, max: Number.POSITIVE_INFINITY }, /not Infinity/],
  [{ dist: "empirical", values: [] }, /at least one recorded value/],
  [{ dist: "empirical", values: [1, -2] }, /number 2 is -2/],
  [{ dist: "empirical", values: [1, 3, 2] }, /2 follows 3/],
  [{ dist: "hyperexponential", branches: [{ probability: 0.9, mean: 1 }] }, /must sum to 100 %, not to 90 %/],
  [{ dist: "hyperexponential", branches: [{ probability: 1, mean: 0 }] }, /mean of a branch .* not 0/],
  [{ dist: "hypoexponential", means: [] }, /at least one stage/],
  [{ dist: "hypoexponential", means: [1, -1] }, /mean of a stage .* not -1/],
  [{ dist: "coxian", means: [1, 2], onward: [] }, /2 stages need 1 probabilities of going on, not 0/],
  [{ dist: "coxian", means: [1, 2], onward: [1.5] }, /not at 1\.5/],
  [{ dist: "mixture", of: [{ weight: -0.5, law: exponential }] }, /cannot be negative, and one is -0\.5/],
  [{ dist: "mixture", of: [] }, /must sum to 100 %, not to 0 %/],
  [{ dist: "mixture", of: [{ weight: 1, law: { dist: "exponential", mean: 0 } }] }, /mean .* not 0/],
  [{ dist: "shifted", by: -1, law: exponential }, /shift .* not -1/],
  [{ dist: "scaled", by: 0, law: exponential }, /factor of a scaled law .* not 0/],
  [{ dist: "phase-type", initial: [1], generator: [[-1, 1]] }, /square of 1 rows/],
  [{ dist: "phase-type", initial: [0.5], generator: [[-1]] }, /initial probabilities must sum to 100 %, not to 50 %/],
  [
    {
      dist: "phase-type",
      initial: [1, 0],
      generator: [
        [-1, 2],
        [0, -1],
      ],
    },
    /Row 1 of the generator must sum to at most 0/,
  ],
  [
    {
      dist: "phase-type",
      initial: [1, 0],
      generator: [
        [-1, 1],
        [-1, -1],
      ],
    },
    /Row 2 of the generator has a negative rate/,
  ],
  [
    {
      dist: "phase-type",
      initial: [1, 0],
      generator: [
        [-1, 1],
        [1, -1],
      ],
    },
    /From phase 1 there is no way out/,
  ],
];

test("each fault is named with its value", () => {
  for (const [d, sentence] of FAULTS) {
    const faults = check(d);
    assert.ok(
      faults.some((fault) => sentence.test(fault)),
      `${nameOf(d)}: ${faults.join(" ")}`,
    );
  }
});

test("a phase that is never entered need not have a way out", () => {
  const generator = [
    [-1, 0, 0],
    [0, -1, 1],
    [0, 1, -1],
  ];
  assert.deepEqual(check({ dist: "phase-type", initial: [1, 0, 0], generator }), []);
});
