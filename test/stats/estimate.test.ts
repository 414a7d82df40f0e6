import assert from "node:assert/strict";
import { test } from "vitest";
import { differenceOf, quotientOf, ratioOf, varianceOf } from "../../src/stats/estimate.ts";
import { total } from "../../src/stats/series.ts";
import { close } from "./close.ts";

const count = [Float64Array.of(4, 1), Float64Array.of(3, 2)];
const sum = [Float64Array.of(8, 7), Float64Array.of(9, 6)];

test("a mean is the total over the count, and a batch pulls as its sum exceeds its share", () => {
  const { value, influence } = ratioOf(sum, count);
  assert.equal(value, 3); // 30 / 10
  // (sum − 3·count) / 2.5 observations per batch
  assert.deepEqual(influence, [Float64Array.of(-1.6, 1.6), Float64Array.of(0, 0)]);
});

test("the variance is that of the observations, not of the batches", () => {
  // 1, 3 | 2, 2, 7: mean 3, squares 10 and 57, variance 67/5 − 9
  const estimate = varianceOf([Float64Array.of(2, 3)], [Float64Array.of(4, 11)], [Float64Array.of(10, 57)]);
  close(estimate.value, 4.4, 1e-14);
});

test("influences are what a small change of a batch's data does to the estimate, and sum to 0", () => {
  const squares = [Float64Array.of(20, 60), Float64Array.of(30, 24)];
  const other = [Float64Array.of(5, 6), Float64Array.of(7, 9)];
  const epsilon = 1e-6;
  // Adding a share ε of a batch once more to all its sums changes the estimate by ε · influence / batches.
  const grown = (series: Float64Array[]) => [series[0].map((x, b) => (b === 1 ? x * (1 + epsilon) : x)), series[1]];
  const estimates = [
    (twist: typeof grown) => ratioOf(twist(sum), twist(count)),
    (twist: typeof grown) => varianceOf(twist(count), twist(sum), twist(squares)),
    (twist: typeof grown) => differenceOf(ratioOf(twist(sum), twist(count)), ratioOf(twist(other), twist(count))),
    (twist: typeof grown) => quotientOf(ratioOf(twist(sum), twist(count)), ratioOf(twist(other), twist(count))),
  ];
  for (const estimate of estimates) {
    const { value, influence } = estimate((series) => series);
    const changed = estimate(grown).value;
    close(((changed - value) / epsilon) * 4, influence[0][1], 1e-4);
    close(total(influence), 0, 1e-12);
  }
});

test("what two series share cancels from their difference", () => {
  const shifted = sum.map((run, r) => run.map((x, b) => x + count[r][b] / 2));
  const { value, influence } = differenceOf(ratioOf(shifted, count), ratioOf(sum, count));
  close(value, 0.5, 1e-15);
  for (const run of influence) for (const x of run) close(x, 0, 1e-15);
});

test("a quotient of estimates is relative to the second", () => {
  const double = sum.map((run) => run.map((x) => 2 * x));
  close(quotientOf(ratioOf(double, count), ratioOf(sum, count)).value, 2, 1e-15);
});

test("nothing is divided by nothing", () => {
  const none = [Float64Array.of(0, 0)];
  assert.throws(() => ratioOf(none, none), RangeError);
  assert.throws(() => quotientOf(ratioOf(sum, count), { value: 0, influence: count }), RangeError);
});
