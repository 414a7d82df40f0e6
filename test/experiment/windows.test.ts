import assert from "node:assert/strict";
import { test } from "vitest";
import { LIMITS } from "../../src/config/limits.ts";
import { MOST_STEPS, transientBatch } from "../../src/experiment/time-grid.ts";
import { GROUP } from "../../src/model/observation.ts";
import type { Run } from "../../src/spec.ts";
import { model, pool, producer, queue } from "../model/systems.ts";
import { transient, windowed } from "./transient.ts";

/** One message each second, served at once: the k-th is published at k s, so counts tell which seconds were averaged. */
const CLOCK = model({
  producers: [producer("a", { process: "periodic", interval: 1, jitter: 0 }, ["a"])],
  queues: [queue("a")],
  pools: [pool("a", { dist: "constant", value: 0.25 })],
});

async function ratesIn(windows: Run["windows"], seconds: number): Promise<(number | null)[]> {
  const result = await transient({ run: { windows, until: { seconds }, replications: 2 } }, CLOCK);
  const rows = windowed(result, "arrivalRate", "queues.a");
  assert.deepEqual(
    rows.map(({ window }) => window),
    windows,
  );
  return rows.map(({ value }) => value && Math.round(1e9 * value) / 1e9);
}

test("a window's average is over exactly the time its label says", async () => {
  // Messages come at 1 s, 2 s, …: in 0.5..3.5 there are three, in 0.5..1.5 one.
  assert.deepEqual(
    await ratesIn(
      [
        [0.5, 3.5],
        [0.5, 1.5],
        [1.5, 9],
      ],
      10,
    ),
    [1, 1, Math.round((1e9 * 8) / 7.5) / 1e9],
  );
});

test("a window may end with the run although no step does", async () => {
  // The message at 10 s no longer belongs to it.
  assert.deepEqual(
    await ratesIn(
      [
        [0, 3.5],
        [3.5, 10],
      ],
      10,
    ),
    [0.857142857, 0.923076923],
  );
});

test("steps are as short as the grid allows, and every edge is a whole number of them", () => {
  const windows: Run["windows"] = [
    [0, 420],
    [420, 3600],
  ];
  const step = GROUP * transientBatch(3600, windows, 256);
  assert.ok(Math.abs(420 / step - Math.round(420 / step)) < 1e-9);
  assert.ok(3600 / step <= MOST_STEPS && 3600 / step > MOST_STEPS / 2);
});

test("configuration refuses what the grid has no steps for", () => assert.equal(LIMITS.windowSteps, MOST_STEPS));

test("a window between the steps of a recording is left out, and a caveat says so", async () => {
  const result = await transient({
    run: {
      windows: [
        [0, 0.07],
        [0, 30],
      ],
      replications: 2,
    },
  });
  assert.deepEqual([...new Set(result.rows.map(({ window }) => String(window)))], ["0,30"]);
  const [caveat] = result.caveats.filter(({ code }) => code === "window-not-kept");
  assert.match(caveat.text, /^1 of the windows cannot be given: .* steps of 1 s/);
});
