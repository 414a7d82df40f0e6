import assert from "node:assert/strict";
import { test } from "vitest";
import { studentCdf } from "../../src/special/student.ts";
import { growthOf } from "../../src/stats/growth.ts";
import { isGrowing } from "../../src/stats/quality.ts";
import { close } from "./close.ts";
import { exponential, singleServer, uniforms } from "./single-server.ts";

test("the line and its error agree with NumPy and SciPy", () => {
  const rising = growthOf([Float64Array.of(1, 3, 2, 5, 4, 6, 8, 7, 9, 11, 10, 12, 14, 13, 15, 15, 17, 19, 18, 20)])!;
  close(rising.rise, 1.8807785012771163, 1e-12);
  close(Math.log(rising.chance), Math.log(3.759656868530836e-17), 1e-6);
  const wavy = growthOf([Float64Array.of(2, 3, 5, 6, 6, 5, 3, 2, 2, 3, 5, 7, 7, 6, 4, 3, 3, 4, 6, 8)])!; // φ = 0.7
  close(wavy.rise, 0.44110275689223055, 1e-12);
  close(wavy.chance, 0.2630777354898092, 1e-9);
});

test("runs are averaged before they are judged", () => {
  const one = Float64Array.from({ length: 40 }, (_, b) => b + 10 * (b % 3));
  const two = Float64Array.from({ length: 40 }, (_, b) => b + 10 * ((b + 1) % 3));
  assert.deepEqual(growthOf([one, two]), growthOf([one.map((x, b) => (x + two[b]) / 2)]));
});

test("a perfect line rises for certain, a level line does not", () => {
  assert.deepEqual(growthOf([Float64Array.from({ length: 20 }, (_, b) => b)])?.chance, 0);
  assert.deepEqual(growthOf([new Float64Array(20).fill(3)]), { rise: 0, chance: 1 });
});

test("nothing is said of an empty queue or of three batches", () => {
  assert.equal(growthOf([new Float64Array(20)]), null);
  assert.equal(growthOf([Float64Array.of(1, 2, 3)]), null);
});

test("four batches are enough for a line, and correlation of neighbours counts up to 0.9", () => {
  const four = growthOf([Float64Array.of(1, 2, 2, 4)]);
  close(four!.rise, (0.9 * 4) / 2.25, 1e-14);
  // one dent in 40 batches: neighbouring residuals correlate by 0.94, of which 0.9 counts, so the variance does 19-fold
  const dent = (i: number) => 10 - Math.exp(-(((i - 9.5) / 4) ** 2)) + 0.002 * i;
  const wave = Float64Array.from({ length: 40 }, (_, b) => dent(Math.floor(b / 2)));
  const heights = Array.from({ length: 20 }, (_, i) => dent(i));
  const times = heights.map((_, i) => i - 9.5);
  const mean = heights.reduce((sum, y) => sum + y, 0) / 20;
  const slope = times.reduce((sum, t, i) => sum + t * heights[i], 0) / 665; // Σt² = 665
  const residuals = heights.map((y, i) => y - mean - slope * times[i]);
  const squares = residuals.reduce((sum, r) => sum + r * r, 0);
  const error = Math.sqrt(((squares / 18) * 19) / 665);
  const growth = growthOf([wave])!;
  close(growth.rise, (slope * 20) / mean, 1e-12);
  close(growth.chance, studentCdf(-slope / error, 18), 1e-12);
});

function levelAt(load: number, seed: number, horizon: number): Float64Array[] {
  return [0, 1, 2, 3].map((run) => {
    const uniform = uniforms(1000 * load + 8 * seed + run);
    const traffic = { interval: exponential(uniform, 1 / load), service: exponential(uniform, 1) };
    return singleServer({ ...traffic, horizon, batches: 128 }).area.subarray(13);
  });
}

test("a queue at load 1.05 is seen to grow, at 0.9 it is not", () => {
  // 2·10⁴ customers in four runs: missed in fewer than 1 of 100 runs, accused in fewer than 1 of 1000.
  for (let seed = 0; seed < 10; seed++) {
    assert.ok(isGrowing(levelAt(1.05, seed, 10_000)), `${seed}`);
    assert.ok(!isGrowing(levelAt(0.9, seed, 10_000)), `${seed}`);
  }
});
