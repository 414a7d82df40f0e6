import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { layoutOf } from "../../src/model/layouter.ts";
import { Replication } from "../../src/model/replication.ts";
import type { Model } from "../../src/spec.ts";
import { jobOf, observe, Totals } from "../model/systems.ts";
import { randomModel } from "./random-models.ts";

const RUNS = { numRuns: 150, seed: 20261121 };
const UNTIL = 60;

const forAnyModel = (law: (model: Model) => void) => fc.assert(fc.property(randomModel(), law), RUNS);

describe("in any model", () => {
  test("copies begun by cause = copies ended by cause + inside, exactly", () =>
    forAnyModel((model) => {
      const seen = new Totals(model, observe(model, UNTIL));
      const { begun, ended } = seen.observation.copies;
      const has = (where: string, metric: string) =>
        layoutOf(model, () => true)
          .of(where)
          .some((one) => one.metric === metric);
      let births = 0;
      let ends = 0;
      for (const { name } of [...model.producers, ...model.pools]) {
        for (const cause of ["published", "hops", "twins"] as const)
          if (has(name, cause)) births += seen.count(name, cause);
      }
      for (const { name } of model.queues) {
        ends += seen.count(name, "sojournTime");
        for (const cause of ["refused", "dropped"] as const) if (has(name, cause)) ends += seen.count(name, cause);
      }
      assert.equal(births, begun);
      assert.equal(ends, ended);
    }));

  test("what is inside is where it is said to be", () =>
    forAnyModel((model) => {
      const { inside, copies } = observe(model, UNTIL);
      const placed = inside.reduce((sum, place) => sum + place.copies, 0);
      assert.equal(placed, copies.begun - copies.ended);
    }));

  test("∫N dt = Σ sojourns of departures − ages at the start + ages at the end, over any window, to 1e-9", () =>
    forAnyModel((model) => {
      const { batches } = observe(model, UNTIL);
      const layout = layoutOf(model, () => true);
      layout.queues.forEach((queue, q) => {
        const slot = (metric: string) =>
          layout.of(queue).find((one) => one.metric === metric && one.class === null)?.slot ?? -1;
        const [level, sojourn, dropped] = [slot("numberInSystem"), slot("sojournTime"), slot("droppedTime")];
        for (let from = 0; from < batches.length; from += 7) {
          const window = batches.slice(from);
          const area = window.reduce((sum, batch) => sum + batch.sums[level], 0);
          const times = window.reduce(
            (sum, batch) => sum + batch.sums[sojourn + 1] + (dropped < 0 ? 0 : batch.sums[dropped]),
            0,
          );
          const start = from === 0 ? 0 : batches[from - 1].ages[q];
          const end = batches[batches.length - 1].ages[q];
          const right = times - start + end;
          assert.ok(Math.abs(area - right) <= 1e-9 * Math.max(1, area), `${queue}: ${area} is not ${right}`);
        }
      });
    }));

  test("a run that is stopped, asked and continued sees the same as one that is not, byte for byte", () =>
    forAnyModel((model) => {
      const whole = observe(model, UNTIL);
      const run = new Replication(jobOf(model));
      for (const until of [0.3, 7, 7, 31.4159, UNTIL]) {
        run.advance(until);
        run.observe();
      }
      assert.deepEqual(run.observe(), whole);
    }));

  test("time in a group of batches adds up: levels are known at every moment", () =>
    forAnyModel((model) => {
      const { batches } = observe(model, UNTIL);
      const layout = layoutOf(model, () => true);
      for (const queue of layout.queues) {
        const { histogram } = layout.of(queue)!.find((one) => one.metric === "numberInSystem" && one.class === null)!;
        let seconds = 0;
        for (const batch of batches) {
          seconds += batch.seconds;
          if (batch.histograms.length === 0) continue;
          const { zeros, rest } = batch.histograms[histogram];
          const spent = zeros + Array.from(rest.counts).reduce((sum, x) => sum + x, 0);
          assert.ok(Math.abs(spent - seconds) < 1e-9, `${spent} s of ${seconds} s`);
          seconds = 0;
        }
      }
    }));
});

describe("when the grid of batches is full", () => {
  test("merging pairs keeps every sum and the order of batches", () => {
    fc.assert(
      fc.property(randomModel(), (model) => {
        const fine = observe(model, UNTIL, { batchSeconds: 0.25 });
        const coarse = observe(model, UNTIL, { batchSeconds: 1 / 64 }); // 3,840 batches of 1/64 s are too many
        assert.ok(coarse.batches.length <= 256);
        const sum = (batches: typeof fine.batches, slot: number) =>
          batches.reduce((all, batch) => all + batch.sums[slot], 0);
        for (let slot = 0; slot < fine.batches[0].sums.length; slot++) {
          const [a, b] = [sum(fine.batches, slot), sum(coarse.batches, slot)];
          assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)), `slot ${slot}: ${a} is not ${b}`);
        }
      }),
      { numRuns: 20, seed: 1 },
    );
  });
});
