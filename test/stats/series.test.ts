import assert from "node:assert/strict";
import { test } from "vitest";
import { cells, regrouped, total, truncated } from "../../src/stats/series.ts";

const series = [Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(10, 20, 30, 40, 50)];

test("truncation takes the same batches from every run", () => {
  assert.deepEqual(truncated(series, 2), [Float64Array.of(3, 4, 5), Float64Array.of(30, 40, 50)]);
  assert.equal(cells(truncated(series, 2)), 6);
});

test("regrouping adds neighbours of one run and loses nothing", () => {
  assert.deepEqual(regrouped(series, 1), [Float64Array.of(15), Float64Array.of(150)]);
  assert.deepEqual(regrouped(series, 5), series);
  for (const groups of [2, 3, 4]) assert.equal(total(regrouped(series, groups)), 165);
});

test("lengths of groups differ by at most one batch", () => {
  for (let batches = 1; batches <= 60; batches++) {
    for (let groups = 1; groups <= batches; groups++) {
      const [lengths] = regrouped([new Float64Array(batches).fill(1)], groups);
      assert.ok(Math.max(...lengths) - Math.min(...lengths) <= 1, `${batches} in ${groups}`);
    }
  }
});
