import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { constant, model, pool, producer, queue, single, times, totals } from "../model/systems.ts";
import { caseIds, exactValue } from "./cases.ts";
import { inexpressible, simulatedCases } from "./every-case.ts";
import { casesOverTime, simulateOverTime } from "./over-time.ts";
import type { Score } from "./score.ts";
import { simulate } from "./simulate.ts";
import { summaryOf } from "./summary.ts";

/* The simulation held against exact answers, by the path that a run takes. Longer, with other random numbers and with
   every figure: README.md. The random numbers are fixed, so an outcome never changes by itself. */

const EFFORT = { length: 1, seed: 1 };
/** The first metric of each model: those of one run stand and fall together, so only one is counted. */
const spokesmen: Score[] = [];

function agrees(scores: Score[]): void {
  spokesmen.push(scores[0]);
  for (const { metric, value, exact, z } of scores) {
    assert.ok(Math.abs(z) <= 4.5, `${metric} is ${value}, not ${exact}: ${z.toFixed(1)} standard errors away`);
  }
}

function titled<T extends { id: string; variant?: string }>(cases: T[]): [string, T][] {
  return cases.map((one) => [one.variant === undefined ? one.id : `${one.id} (${one.variant})`, one]);
}

describe("the simulation agrees with the exact answers of", () => {
  test.each(titled(simulatedCases))("%s", async (_, simulated) => agrees(await simulate(simulated, EFFORT)));
  test.each(titled(casesOverTime))("%s", async (_, overTime) => agrees(await simulateOverTime(overTime, EFFORT)));

  test("DD2-BATCH, without any error", () => {
    const batch = { batch: { discrete: "constant", value: 10 } } as const;
    const seen = totals(single(times(0), constant(1), { pool: { replicas: 3 }, producer: batch }), 5);
    close(seen.mean("queues.a", "sojournTime"), exactValue("DD2-BATCH", "mean_W"));
    close(seen.peak("queues.a", "sojournTime"), exactValue("DD2-BATCH", "max_W"));
  });

  test("LINDLEY-TRACE, without any error", () => {
    const of = model({
      producers: [producer("a", times(0, 1, 2, 3.5, 3.6, 10), ["a"])],
      queues: [queue("a")],
      pools: [pool("a", { by: "arrival", times: [2, 0.5, 3, 1, 0.2, 1] })],
    });
    const seen = totals(of, 12); // the last one leaves at 11
    close(seen.mean("queues.a", "waitingTime"), exactValue("LINDLEY-TRACE", "mean_Wq"));
    close(seen.mean("queues.a", "sojournTime"), exactValue("LINDLEY-TRACE", "mean_W"));
    close((seen.level("queues.a", "numberInSystem") * 12) / 11, exactValue("LINDLEY-TRACE", "time_avg_N_over_[0,11]"));
  });
});

describe("over all cases", () => {
  test("each one is simulated, or listed with the reason why it cannot be", () => {
    const simulated = [...simulatedCases, ...casesOverTime].map(({ id }) => id);
    const known = new Set([...simulated, "DD2-BATCH", "LINDLEY-TRACE", ...Object.keys(inexpressible)]);
    assert.deepEqual([...known].toSorted(), caseIds.toSorted());
    assert.deepEqual(
      simulated.filter((id) => id in inexpressible),
      [],
    );
    assert.equal(spokesmen.length, simulated.length, "run the whole file: the other tests speak of all cases");
  });

  test("errors are centred on 0", () => {
    const { mean, n } = summaryOf(spokesmen);
    assert.ok(Math.abs(mean) <= 3 / Math.sqrt(n), `the mean of ${n} errors is ${mean} standard errors`);
  });

  test("errors scatter as widely as the intervals say", () => {
    const { deviation, n } = summaryOf(spokesmen);
    assert.ok(Math.abs(deviation - 1) <= 3 / Math.sqrt(2 * n), `${n} errors have the standard deviation ${deviation}`);
  });

  test("about one interval in twenty misses", () => {
    const { misses, n, soFew, soMany } = summaryOf(spokesmen);
    assert.ok(Math.min(soFew, soMany) >= 0.001, `${misses} of ${n} intervals of 95 % miss the exact value`);
  });
});

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= 1e-12 * expected, `${actual} is not ${expected}`);
}
