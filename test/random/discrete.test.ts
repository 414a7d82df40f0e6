import assert from "node:assert/strict";
import { test } from "vitest";
import {
  checkDiscrete,
  discreteMean,
  discreteSampler,
  discreteVariance,
  probability,
} from "../../src/random/discrete.ts";
import type { Discrete } from "../../src/random/distribution.ts";
import { powerSum } from "../../src/random/power-sum.ts";
import { Stream } from "../../src/random/stream.ts";
import { fits, insignificant } from "./significance.ts";

const LAWS: Discrete[] = [
  { discrete: "constant", value: 10 },
  { discrete: "geometric", mean: 1 },
  { discrete: "geometric", mean: 10 },
  { discrete: "uniform", min: 3, max: 12 },
  { discrete: "weighted", values: [1, 50, 7], weights: [0.9, 0.04, 0.06] },
  { discrete: "zipf", n: 1, exponent: 1 },
  { discrete: "zipf", n: 10, exponent: 0 },
  { discrete: "zipf", n: 100, exponent: 0.5 },
  { discrete: "zipf", n: 1000, exponent: 1 },
  { discrete: "zipf", n: 1000, exponent: 1.0001 },
  { discrete: "zipf", n: 500, exponent: 8 },
];

const near = (actual: number, expected: number, what: string) =>
  assert.ok(Math.abs(actual - expected) < 1e-11 * Math.max(1, expected), `${what}: ${actual}, not ${expected}`);

test("probabilities sum to 1 and give mean and variance", () => {
  for (const d of LAWS) {
    let [total, first, second] = [0, 0, 0];
    for (let k = 0; k <= 2000; k++) {
      const p = probability(d, k);
      total += p;
      first += k * p;
      second += k * k * p;
    }
    near(total, 1, JSON.stringify(d));
    near(discreteMean(d), first, JSON.stringify(d));
    near(discreteVariance(d), second - first * first, JSON.stringify(d));
    assert.equal(probability(d, 1.5), 0);
    assert.equal(probability(d, 0), 0);
  }
});

for (const d of LAWS) {
  test(`draws have the probabilities of ${JSON.stringify(d)}`, () => {
    const count = 200_000;
    const source = discreteSampler(d, new Stream(1, 0, JSON.stringify(d)));
    // Numbers are counted one by one as long as enough are expected, and together from there on.
    const likely = Array.from({ length: 60 }, (_, k) => k).filter((k) => count * probability(d, k) >= 10);
    const counts = new Float64Array(likely.length + 1);
    for (let i = 0; i < count; i++) {
      const at = likely.indexOf(source.next());
      counts[at < 0 ? likely.length : at]++;
    }
    const rest = count * (1 - likely.reduce((sum, k) => sum + probability(d, k), 0));
    if (rest < 5) assert.ok(counts[likely.length] <= 20, `${counts[likely.length]} unlikely numbers`);
    const cells = rest < 5 ? counts.slice(0, -1) : counts;
    if (cells.length > 1) fits(cells, (i) => (i < likely.length ? count * probability(d, likely[i]) : rest), "draws");
    else assert.equal(cells[0], count);
  });
}

test("Zipf ranks need no table: a million million of them", () => {
  const [n, exponent, count] = [1e12, 1.1, 200_000];
  const source = discreteSampler({ discrete: "zipf", n, exponent }, new Stream(2, 0, "ranks"));
  const edges = [1, 2, 5, 10, 100, 1e4, 1e6, 1e9, n];
  const counts = new Float64Array(edges.length);
  for (let i = 0; i < count; i++) {
    const rank = source.next();
    assert.ok(Number.isInteger(rank) && rank >= 1 && rank <= n);
    counts[edges.findIndex((edge) => rank <= edge)]++;
  }
  const share = (rank: number) => powerSum(rank, exponent) / powerSum(n, exponent);
  fits(counts, (i) => count * (share(edges[i]) - (i === 0 ? 0 : share(edges[i - 1]))), "ranks");
});

test("a uniform number reaches both ends", () => {
  const source = discreteSampler({ discrete: "uniform", min: 5, max: 6 }, new Stream(3, 0, "ends"));
  let sixes = 0;
  for (let i = 0; i < 10_000; i++) if (source.next() === 6) sixes++;
  insignificant((sixes - 5000) / 50, "sixes");
});

test("faults are named with their values", () => {
  for (const d of LAWS) assert.deepEqual(checkDiscrete(d), []);
  assert.match(checkDiscrete({ discrete: "constant", value: 2.5 })[0], /whole number ≥ 1, not 2\.5/);
  assert.match(checkDiscrete({ discrete: "geometric", mean: 0.5 })[0], /mean cannot be 0\.5/);
  assert.match(checkDiscrete({ discrete: "uniform", min: 4, max: 3 })[0], /min 4 and max 3/);
  assert.match(checkDiscrete({ discrete: "weighted", values: [1, 2], weights: [0.5, 0.4] })[0], /not to 90 %/);
  assert.match(checkDiscrete({ discrete: "weighted", values: [1, 2], weights: [1.5, -0.5] })[0], /cannot be -0\.5/);
  assert.match(checkDiscrete({ discrete: "weighted", values: [1], weights: [0.5, 0.5] })[0], /1 values.*2 weights/);
  assert.match(checkDiscrete({ discrete: "zipf", n: 10, exponent: -1 })[0], /exponent -1/);
});
