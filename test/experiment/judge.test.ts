import assert from "node:assert/strict";
import { test } from "vitest";
import { judgedMean } from "../../src/experiment/judge.ts";
import { wait } from "./measure.ts";

test("the upper end of a mean is raised by what the run can hardly have seen, value and lower end are not", () => {
  const [all, most] = [0, 0.2].map((unseen) => judgedMean(wait(unseen), 0.95));
  assert.ok(all.low! < 10 && all.high! > 10);
  assert.equal(most.high, all.high! / 0.8);
  assert.deepEqual([most.value, most.low], [all.value, all.low]);
  assert.deepEqual([all.quality.includes("unseen-tail"), most.quality.includes("unseen-tail")], [false, true]);
});

test("there is no upper end where what cannot be seen may be all", () => {
  const { value, low, high, quality } = judgedMean(wait(1), 0.95);
  assert.equal(value, 10);
  assert.ok(low! > 0);
  assert.equal(high, null);
  assert.ok(quality.includes("unseen-tail"));
});
