import assert from "node:assert/strict";
import { test } from "vitest";
import { normalCdf } from "../../src/special/normal.ts";
import { ratioOf } from "../../src/stats/estimate.ts";
import { isAutocorrelated } from "../../src/stats/quality.ts";
import type { Series } from "../../src/stats/series.ts";
import { vonNeumannTest } from "../../src/stats/von-neumann.ts";
import { close } from "./close.ts";
import { uniforms } from "./single-server.ts";

const digits = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];
const chance = (series: Series) =>
  vonNeumannTest(
    ratioOf(
      series,
      series.map((run) => run.map(() => 1)),
    ),
  );
const inRuns = (values: number[], runs: number) =>
  Array.from({ length: runs }, (_, r) => Float64Array.from(values.slice((r * 20) / runs, ((r + 1) * 20) / runs)));

test("the probability agrees with the ratio's moments from matrices, by NumPy, for one, two and four runs", () => {
  close(chance(inRuns(digits, 1)), 0.18801889739646677, 1e-9);
  close(chance(inRuns(digits, 2)), 0.2396410012464384, 1e-9);
  close(chance(inRuns(digits, 4)), 0.13066095491131097, 1e-9);
});

test("independent means are called correlated as often as announced", () => {
  for (const runs of [1, 2, 4, 8]) {
    const uniform = uniforms(40 + runs);
    const series = () =>
      Array.from({ length: runs }, () => Float64Array.from({ length: Math.ceil(20 / runs) }, uniform));
    const chances = Array.from({ length: 2000 }, () => chance(series()));
    // 5 % of 2000 is 100 ± 4 · 9.7, and the normal law fits the ratio's to a fifth.
    const called = chances.filter((p) => p < 0.05).length;
    assert.ok(called > 41 && called < 159, `${runs} runs: ${called}`);
  }
});

test("a smooth course is found, a jumpy one is not held against the batches", () => {
  const smooth = Array.from({ length: 20 }, (_, i) => Math.sin(i / 4));
  assert.ok(chance(inRuns(smooth, 1)) < 1e-4);
  assert.ok(
    chance(
      inRuns(
        smooth.map((x, i) => (i % 2 ? -x : x)),
        1,
      ),
    ) > 0.99,
  );
});

test("runs of one batch have no neighbours, and what does not vary no correlation", () => {
  assert.equal(chance(inRuns(digits, 20)), 1);
  assert.equal(chance([new Float64Array(40).fill(2)]), 1);
});

test("batches are called correlated at one chance in a hundred", () => {
  const estimate = (values: number[]) => ratioOf([Float64Array.from(values)], [new Float64Array(20).fill(1)]);
  assert.ok(!isAutocorrelated(estimate(digits))); // 0.19
  assert.ok(isAutocorrelated(estimate(Array.from({ length: 20 }, (_, i) => Math.sin(i / 4)))));
});

test("of ten runs of two batches the ratio is twice a beta variable, which is what the probability is taken from", () => {
  // squared differences within runs are twice the part of ten of nineteen dimensions: 2 · Beta(5, 4.5)
  const [mean, deviation] = [20 / 19, 2 * Math.sqrt((5 * 4.5) / 9.5 ** 2 / 10.5)];
  const means = Array.from({ length: 10 }, (_, r) => r - 4.5);
  close(chance(means.map((x) => Float64Array.of(x, x))), normalCdf(-mean / deviation), 1e-12);
  close(chance(means.map((x) => Float64Array.of(x, -x))), normalCdf((2 - mean) / deviation), 1e-12);
});
