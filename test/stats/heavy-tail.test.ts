import assert from "node:assert/strict";
import { test } from "vitest";
import { tailIndex, topShare } from "../../src/stats/heavy-tail.ts";
import { BIN_COUNT, type Bins, binOf } from "../../src/stats/histogram.ts";
import { isFewBeyond, isHeavyTailed } from "../../src/stats/quality.ts";
import { close } from "./close.ts";

/** A law's quantiles, evenly spaced. */
function lawOf(quantile: (p: number) => number, n = 200_000): Bins {
  const counts = new Uint32Array(BIN_COUNT);
  for (let i = 0; i < n; i++) counts[binOf(quantile((i + 0.5) / n))]++;
  return { first: 0, counts };
}

const exponential = lawOf((p) => -Math.log(1 - p));
const pareto = (index: number) => lawOf((p) => (1 - p) ** (-1 / index));

test("the part carried by the largest is that of the law", () => {
  close(topShare(exponential, 0.001), 0.001 * (1 + Math.log(1000)), 2e-5);
  close(topShare(pareto(3), 0.001), 0.001 ** (2 / 3), 2e-4);
  close(
    topShare(
      lawOf(() => 5),
      0.3,
    ),
    0.3,
    1e-12,
  );
  assert.equal(
    topShare(
      lawOf(() => 0, 10),
      0.1,
    ),
    0,
  );
});

test("the index of a Pareto tail is found", () => {
  for (const index of [1.2, 2, 3.5]) close(tailIndex(pareto(index), 0.01) / index, 1, 0.02);
});

test("a light tail has a large index, larger the farther out", () => {
  assert.ok(tailIndex(exponential, 0.01) > 4.5);
  assert.ok(tailIndex(exponential, 0.001) > tailIndex(exponential, 0.01) + 1);
  assert.equal(
    tailIndex(
      lawOf(() => 5, 10),
      0.1,
    ),
    Number.POSITIVE_INFINITY,
  );
  assert.equal(
    tailIndex(
      lawOf(() => 0, 10),
      0.1,
    ),
    Number.POSITIVE_INFINITY,
  );
});

test("laws without a variance are called heavy, and one whose top carries a fifth of the sum", () => {
  assert.ok(!isHeavyTailed(exponential));
  assert.ok(!isHeavyTailed(pareto(3)));
  assert.ok(isHeavyTailed(pareto(1.8)));
  assert.ok(isHeavyTailed(lawOf((p) => (p > 0.9995 ? 600 : 1)))); // 0.3 of 1.3
  assert.ok(!isHeavyTailed(lawOf((p) => (p > 0.9995 ? 300 : 1)))); // 0.15 of 1.15
});

test("a thousand observations beyond a quantile are enough", () => {
  assert.ok(!isFewBeyond(100_001, 0.99));
  assert.ok(isFewBeyond(99_000, 0.99));
});

test("an empty histogram has no tail to judge", () => {
  const empty: Bins = { first: 3, counts: new Uint32Array(4) };
  assert.throws(() => topShare(empty, 0.1), RangeError);
  assert.throws(() => tailIndex(empty, 0.1), RangeError);
});
