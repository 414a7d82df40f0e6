import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { LocalObserver } from "../../src/experiment/observer.ts";
import { caseIds, exactValue } from "../../src/verify/cases.ts";
import { inexpressible, longCases, simulatedCases } from "../../src/verify/every-case.ts";
import type { Comparison, Evidence } from "../../src/verify/evidence.ts";
import { formulasOf, gapOf } from "../../src/verify/formulas.ts";
import { casesOverTime } from "../../src/verify/models/over-time.ts";
import { simulateOverTime } from "../../src/verify/over-time.ts";
import { simulate } from "../../src/verify/simulate.ts";
import { nameOf } from "../../src/verify/simulated.ts";
import { summaryOf } from "../../src/verify/summary.ts";
import { constant, model, pool, producer, queue, single, times, totals } from "../model/systems.ts";

/* The simulation held against exact answers, by the path that a run takes: what `queuelab verify` does, case by case.
   The random numbers are fixed, so an outcome never changes by itself. */

const bench = () => ({ pool: new LocalObserver(), length: 1, seed: 1 });
/** The first metric of each model: those of one run stand and fall together, so only one is counted. */
const spokesmen: Comparison[] = [];

function agrees({ comparisons = [], identities = [], skipped = [] }: Partial<Evidence>): void {
  assert.deepEqual(skipped, []);
  spokesmen.push(comparisons[0]);
  for (const { metric, value, exact, z } of comparisons) {
    assert.ok(
      z !== null && Math.abs(z) <= 4.5,
      `${metric} is ${value}, not ${exact}: ${z?.toFixed(1)} standard errors`,
    );
  }
  for (const { law, where, gap } of identities) assert.ok(gap <= 1e-9, `${law} at ${where}: ${gap}`);
}

function titled<T extends { id: string; variant?: string }>(cases: T[]): [string, T][] {
  return cases.map((one) => [nameOf(one), one]);
}

describe("the simulation agrees with the exact answers of", () => {
  test.each(titled(simulatedCases))("%s", async (_, simulated) => agrees(await simulate(simulated, bench())));
  test.each(titled(casesOverTime))("%s", async (_, overTime) => agrees(await simulateOverTime(overTime, bench())));

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
    const simulated = [...simulatedCases, ...longCases, ...casesOverTime].map(({ id }) => id);
    const known = new Set([...simulated, "DD2-BATCH", "LINDLEY-TRACE", ...Object.keys(inexpressible)]);
    assert.deepEqual([...known].toSorted(), caseIds.toSorted());
    assert.deepEqual(
      simulated.filter((id) => id in inexpressible),
      [],
    );
    assert.equal(spokesmen.length, simulated.length - longCases.length, "run the whole file: this speaks of all cases");
  });

  test("what our formulas say of them is what they say themselves", () => {
    const formulas = [...simulatedCases, ...longCases].flatMap(formulasOf);
    assert.ok(formulas.length > 100, String(formulas.length));
    for (const one of formulas) {
      assert.ok(gapOf(one) <= one.within, `${one.metric} of ${one.model} is ${one.value}, not ${one.exact}`);
    }
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
