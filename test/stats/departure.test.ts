import assert from "node:assert/strict";
import { test } from "vitest";
import { normalQuantile } from "../../src/special/normal.ts";
import { batchMeansInterval } from "../../src/stats/batch-means.ts";
import { isSame, meanDeparture, normalScore } from "../../src/stats/departure.ts";
import { type Estimate, ratioOf } from "../../src/stats/estimate.ts";
import { close } from "./close.ts";
import { exponential, uniforms } from "./single-server.ts";

/** The mean of exponential variables of mean 1, in four runs of 32 batches. */
function sample(seed: number): Estimate {
  const draw = exponential(uniforms(seed), 1);
  const runs = Array.from({ length: 4 }, () => Float64Array.from({ length: 32 }, draw));
  return ratioOf(
    runs,
    runs.map((run) => run.map(() => 1)),
  );
}

test("a truth at an end of the interval lies as many standard errors away as the interval's confidence says", () => {
  const estimate = sample(1);
  for (const confidence of [0.5, 0.9, 0.95, 0.999]) {
    const { low, high } = batchMeansInterval(estimate, confidence);
    const z = normalQuantile((1 + confidence) / 2);
    close(meanDeparture(estimate, low)!, z, 1e-9);
    close(meanDeparture(estimate, high)!, -z, 1e-9);
  }
});

test("of many estimates one in twenty-five lies more than 1.96 standard errors from the truth", () => {
  const samples = 2000;
  const z = Array.from({ length: samples }, (_, seed) => meanDeparture(sample(seed), 1)!);
  const far = z.filter((one) => Math.abs(one) > 1.96).length / samples;
  // the intervals cover 96.1 % of 40,000 other samples; 3.5 standard deviations either side
  close(far, 0.039, 3.5 * Math.sqrt((0.039 * 0.961) / samples));
});

test("no scatter gives no measure, but equal is equal", () => {
  const constant: Estimate = { value: 2, influence: [new Float64Array(40)] };
  assert.equal(meanDeparture(constant, 2 + 1e-10), 0);
  assert.equal(meanDeparture(constant, 2.1), null);
  assert.equal(meanDeparture({ value: 2, influence: [Float64Array.of(1, -1)] }, 2.1), null);
});

test("Student's t becomes as improbable a normal variable, also far out", () => {
  close(normalScore(2.093024054408263, 19), 1.959963984540054, 1e-9); // both are 0.975 quantiles
  close(normalScore(-2.093024054408263, 19), -1.959963984540054, 1e-9);
  assert.equal(normalScore(0, 19), 0);
  assert.ok(normalScore(1e9, 19) > normalScore(100, 19) && Number.isFinite(normalScore(1e300, 19)));
});

test("a billionth of the truth is rounding, whatever its size, and what does not scatter has no z beyond it", () => {
  for (const truth of [1e-6, 1, -3, 1e9]) {
    const fixed = (value: number): Estimate => ({ value, influence: [new Float64Array(20)] });
    for (const factor of [1, 1 + 5e-10, 1 - 5e-10]) assert.equal(meanDeparture(fixed(truth * factor), truth), 0);
    for (const factor of [1 + 2e-9, 1 - 2e-9, 2, -1]) assert.equal(meanDeparture(fixed(truth * factor), truth), null);
  }
  const batches = (count: number): Estimate => ({
    value: 1,
    influence: [Float64Array.from({ length: count }, (_, i) => i % 2)],
  });
  assert.equal(meanDeparture(batches(2), 5), null);
  assert.notEqual(meanDeparture(batches(3), 5), null);
});

test("values are the same within a billionth of the truth, be it large, small, negative or 0", () => {
  for (const truth of [5e6, -5e6, 5e-6, -5e-6, 0.3]) {
    for (const side of [-1, 1]) {
      assert.equal(isSame(truth * (1 + side * 0.999e-9), truth), true);
      assert.equal(isSame(truth * (1 + side * 1.001e-9), truth), false);
    }
    assert.equal(isSame(-truth, truth), false);
  }
  assert.equal(isSame(0, 0), true);
  assert.equal(isSame(1e-300, 0), false);
});

test("without skewness the departure is that of Student's t", () => {
  // ±1 in turn: squares sum to 20, neighbours are not correlated, cubes cancel
  const alternating: Estimate = { value: 0, influence: [Float64Array.from({ length: 20 }, (_, i) => 1 - 2 * (i % 2))] };
  const t = 2.093024054408263; // the 0.975 quantile of 19 degrees
  close(meanDeparture(alternating, -t / Math.sqrt(19))!, 1.959963984540054, 1e-9);
  close(meanDeparture(alternating, t / Math.sqrt(19))!, -1.959963984540054, 1e-9);
});
