import assert from "node:assert/strict";
import { test } from "vitest";
import { LocalObserver } from "../../src/experiment/observer.ts";
import type { Observation } from "../../src/model/observation.ts";
import { taskOf } from "../../src/verify/engines.ts";
import { simulatedCases } from "../../src/verify/every-case.ts";
import { differenceBetween } from "../../src/verify/same-observation.ts";

const task = taskOf(simulatedCases.find(({ id }) => id === "MM1-r80")!, 10_000, 1);
const seen = new LocalObserver().observeNow(task);
/** The largest number ever in the queue. */
const crowd = Math.max(...seen.batches.map(({ peaks }) => Math.max(...peaks.filter(Number.isInteger))));

/** As it was seen, but for the ages at the end of one batch. */
function aged(by: number): Observation {
  const batches = seen.batches.map((batch, i) =>
    i === 20 ? { ...batch, ages: batch.ages.map((x) => x + by) } : batch,
  );
  return { ...seen, batches };
}

test("ages may differ by the rounding of a sum as large as all who are ever present at the end, and by no more", () => {
  const { ages } = seen.batches[20]!;
  const rounding = 1e-12 * seen.until;
  assert.ok(crowd > 10 && ages[0]! < 500);
  assert.equal(differenceBetween(task.job, seen, aged(5 * rounding)), null);
  assert.match(
    differenceBetween(task.job, seen, aged(3 * crowd * rounding + 1e-9 * ages[0]!))!,
    /^ages \[0\], batch 20/,
  );
});
