import assert from "node:assert/strict";
import { test } from "vitest";
import { indexOfDispersion, meanRate } from "../../src/random/arrival-rate.ts";
import type { Arrivals } from "../../src/random/arrivals.ts";

const near = (actual: number | null, expected: number) =>
  assert.ok(actual !== null && Math.abs(actual / expected - 1) < 1e-13, `${actual}, not ${expected}`);

test("rates of simple processes are what their parameters say", () => {
  assert.equal(meanRate({ process: "poisson", rate: 80 }), 80);
  assert.equal(meanRate({ process: "periodic", interval: 0.25, jitter: 0.1 }), 4);
  near(meanRate({ process: "renewal", interval: { dist: "gamma", shape: 2, scale: 0.05 } }), 10);
  assert.equal(meanRate({ process: "renewal", interval: { dist: "pareto", min: 1, alpha: 1 } }), 0);
  assert.equal(meanRate({ process: "times", at: [1, 2, 3], period: 6 }), 0.5);
});

test("where there is no long run there is no rate", () => {
  assert.equal(meanRate({ process: "times", at: [1, 2, 3], period: null }), null);
  assert.equal(meanRate({ process: "closed", population: 3, think: { dist: "exponential", mean: 1 } }), null);
  assert.equal(indexOfDispersion({ process: "times", at: [1, 2, 3], period: null }), null);
});

test("an MMPP's rate and index of dispersion are Heffes and Lucantoni's", () => {
  for (const [r, s, low, high] of [
    [1, 3, 2, 20],
    [1e-3, 0.2, 0, 500],
    [40, 5, 7, 7],
  ]) {
    const mmpp: Arrivals = {
      process: "mmpp",
      states: ["a", "b"],
      rates: [low, high],
      generator: [
        [-r, r],
        [s, -s],
      ],
    };
    const rate = (low * s + high * r) / (r + s);
    near(meanRate(mmpp), rate);
    near(indexOfDispersion(mmpp), 1 + (2 * r * s * (low - high) ** 2) / ((r + s) ** 2 * (low * s + high * r)));
  }
});

test("a MAP of Erlang intervals has the Erlang's squared coefficient of variation as index of dispersion", () => {
  const map: Arrivals = {
    process: "map",
    d0: [
      [-3, 3, 0],
      [0, -3, 3],
      [0, 0, -3],
    ],
    d1: [
      [0, 0, 0],
      [0, 0, 0],
      [3, 0, 0],
    ],
  };
  near(meanRate(map), 1);
  near(indexOfDispersion(map), 1 / 3);
  near(indexOfDispersion({ process: "renewal", interval: { dist: "erlang", stages: 3, mean: 1 } }), 1 / 3);
});

test("counts of a Poisson process vary as much as they are, those of a clock not at all", () => {
  assert.equal(indexOfDispersion({ process: "poisson", rate: 3 }), 1);
  assert.equal(indexOfDispersion({ process: "periodic", interval: 1, jitter: 0.5 }), 0);
});
