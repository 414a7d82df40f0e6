import assert from "node:assert/strict";
import { test } from "vitest";
import { traceQueue } from "../../src/queueing/trace.ts";
import { agrees } from "./cases.ts";

test("recorded messages agree with the exact cases worked by hand", () => {
  const trace = traceQueue([0, 1, 2, 3.5, 3.6, 10], [2, 0.5, 3, 1, 0.2, 1], 1);
  const services = [2, 0.5, 3, 1, 0.2, 1];
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  agrees("LINDLEY-TRACE", {
    mean_Wq: meanOf(trace.waits),
    mean_W: meanOf(trace.waits.map((wait, i) => wait + services[i])),
    departure_6: trace.departures[5],
    "time_avg_N_over_[0,11]": trace.waits.reduce((sum, wait, i) => sum + wait + services[i], 0) / 11,
  });
  const batch = traceQueue(new Array(10).fill(0), new Array(10).fill(1), 3);
  agrees("DD2-BATCH", {
    makespan: Math.max(...batch.departures),
    mean_W: meanOf(batch.departures),
    max_W: Math.max(...batch.departures),
  });
});

test("a trace takes whichever server is free first, out of many", () => {
  // services 5, 1, 1, 1, … all at once on two servers: the second does all the short ones
  const { departures } = traceQueue([0, 0, 0, 0, 0], [5, 1, 1, 1, 1], 2);
  assert.deepEqual(departures, [5, 1, 2, 3, 4]);
  assert.throws(() => traceQueue([1, 0], [1, 1], 1), { message: "Arrival 2 comes before the one before it." });
  assert.throws(() => traceQueue([1], [], 1), { message: "1 arrivals need as many service times, not 0." });
});
