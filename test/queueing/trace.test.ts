import assert from "node:assert/strict";
import { test } from "vitest";
import { traceQueue } from "../../src/queueing/trace.ts";
import { uniforms } from "../stats/single-server.ts";
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

test("a long trace through any number of servers is what looking at every server each time makes of it", () => {
  const uniform = uniforms(5);
  for (const c of [1, 2, 3, 6, 7, 20]) {
    let now = 0;
    const arrivals = Array.from({ length: 400 }, () => {
      now += Math.floor(3 * uniform()) / c; // ties are frequent
      return now;
    });
    const services = arrivals.map(() => Math.floor(6 * uniform()) / 2.75); // nine tenths of the load
    const free = new Array<number>(c).fill(0);
    const waits = arrivals.map((arrival, i) => {
      const first = free.indexOf(Math.min(...free));
      const start = Math.max(arrival, free[first]);
      free[first] = start + services[i];
      return start - arrival;
    });
    assert.deepEqual(traceQueue(arrivals, services, c).waits, waits);
    assert.ok(waits.some((wait) => wait > 0));
  }
});
