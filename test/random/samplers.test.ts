import assert from "node:assert/strict";
import { test } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { Choice } from "../../src/random/draw/choice.ts";
import { lawOf } from "../../src/random/law.ts";
import { mean, rawMoment, variance } from "../../src/random/moments.ts";
import { quantile } from "../../src/random/quantile.ts";
import { sampler } from "../../src/random/sampler.ts";
import { Stream } from "../../src/random/stream.ts";
import { DISTRIBUTIONS, nameOf } from "./distributions.ts";
import { fits, insignificant, withinKolmogorov } from "./significance.ts";

const COUNT = 100_000;

/** Draws of one law, sorted; each law has a stream of its own. */
function sorted(d: Distribution): Float64Array {
  const source = sampler(d, new Stream(1, 0, nameOf(d)));
  return Float64Array.from({ length: COUNT }, () => source.next()).sort();
}

/** Greatest distance of the empirical distribution from the cdf, at 200 quantiles. */
function distance(d: Distribution, draws: Float64Array): number {
  const law = lawOf(d);
  let most = 0;
  let count = 0;
  for (let i = 1; i < 200; i++) {
    const x = law.quantile(i / 200);
    while (count < COUNT && draws[count] <= x) count++;
    most = Math.max(most, Math.abs(count / COUNT - law.cdf(x)));
  }
  return most;
}

for (const d of DISTRIBUTIONS) {
  test(`draws follow ${nameOf(d)}`, () => {
    const draws = sorted(d);
    assert.ok(draws.every(Number.isFinite), "a draw is not finite");
    assert.ok(draws[0] >= quantile(d, 0) && draws[COUNT - 1] <= quantile(d, 1), "a draw is out of bounds");
    withinKolmogorov(distance(d, draws), COUNT, "distribution of draws");
    if (variance(d) === 0) return;
    const sum = draws.reduce((total, x) => total + x, 0);
    // The mean of a heavy tail is not nearly normal; without a fourth moment it is left to the distribution.
    if (rawMoment(d, 4) < 1000 * variance(d) ** 2) {
      insignificant((sum - COUNT * mean(d)) / Math.sqrt(COUNT * variance(d)), "mean of draws");
    }
  });
}

test("a normal law cut far out in its tail is sampled without waiting: 40 standard deviations out", () => {
  const source = sampler(
    { dist: "truncated-normal", mu: -40, sigma: 1, min: 0, max: Number.POSITIVE_INFINITY },
    new Stream(2, 0, "far"),
  );
  let sum = 0;
  for (let i = 0; i < 10_000; i++) sum += source.next();
  // There it is nearly exponential with rate 40; mean and variance by the asymptotic series of Mills' ratio.
  const far = 1 / 40 - 2 / 40 ** 3 + 10 / 40 ** 5;
  insignificant((sum / 10_000 - far) / (far / 100), "mean far out");
});

test("beta draws with tiny parameters are numbers, half of them at each end", () => {
  const source = sampler({ dist: "beta", a: 1e-3, b: 1e-3, min: 0, max: 1 }, new Stream(3, 0, "tiny"));
  let high = 0;
  for (let i = 0; i < 10_000; i++) {
    const x = source.next();
    assert.ok(x >= 0 && x <= 1);
    if (x > 0.5) high++;
  }
  insignificant((high - 5000) / 50, "share above one half");
});

test("a choice keeps its probabilities, and never takes what has none", () => {
  const weights = [0, 0.5, 3, 0, 1e-3, 1.5, 0];
  const choice = new Choice(new Stream(4, 0, "choice"), weights);
  const counts = new Int32Array(weights.length);
  for (let i = 0; i < 500_000; i++) counts[choice.next()]++;
  assert.deepEqual([counts[0], counts[3], counts[6]], [0, 0, 0]);
  const possible = [1, 2, 4, 5];
  fits(
    possible.map((i) => counts[i]),
    (i) => (500_000 * weights[possible[i]]) / 5.001,
    "choices",
  );
});

test("the two samplers of an Erlang law with few stages agree with each other", () => {
  // Three stages are summed, four are a gamma variable; both must have the Erlang variance.
  for (const stages of [3, 4]) {
    const source = sampler({ dist: "erlang", stages, mean: 1 }, new Stream(5, 0, `erlang ${stages}`));
    let square = 0;
    for (let i = 0; i < COUNT; i++) square += (source.next() - 1) ** 2;
    const kurtosis = 3 + 6 / stages;
    insignificant(
      (square / COUNT - 1 / stages) / (Math.sqrt((kurtosis - 1) / COUNT) / stages),
      `variance, ${stages} stages`,
    );
  }
});
