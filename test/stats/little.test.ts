import assert from "node:assert/strict";
import { test } from "vitest";
import { littleIdentity, littleRecord } from "../../src/stats/little.ts";
import { close } from "./close.ts";
import { exponential, uniforms } from "./single-server.ts";

test("a record of finished work has Q = T·L", () => {
  assert.deepEqual(littleRecord([2, 4, 6], 10), { throughput: 0.3, latency: 4, queue: 1.2 });
  assert.throws(() => littleRecord([], 10), RangeError);
});

test("the clock and the stays agree on any stretch of a path, whatever is inside at its ends", () => {
  const uniform = uniforms(11);
  const interval = exponential(uniform, 1 / 0.9);
  const service = exponential(uniform, 1);
  const stays: [number, number][] = [];
  let arrival = 0;
  let free = 0;
  while (arrival < 2000) {
    arrival += interval();
    free = Math.max(arrival, free) + service();
    stays.push([arrival, free]);
  }
  for (const [from, to] of [
    [0, 1500],
    [300, 301],
    [700, 1900],
  ]) {
    const within = (x: number) => Math.min(Math.max(x, from), to);
    const ages = (t: number) => stays.reduce((sum, [a, d]) => sum + (a < t && d >= t ? t - a : 0), 0);
    const left = stays.filter(([, d]) => d >= from && d < to);
    const found = littleIdentity({
      presence: stays.reduce((sum, [a, d]) => sum + within(d) - within(a), 0),
      sojourns: left.reduce((sum, [a, d]) => sum + d - a, 0),
      agesAtStart: ages(from),
      agesAtEnd: ages(to),
    });
    assert.ok(found.gap < 1e-12, `${found.gap}`);
    assert.ok(found.clock > 0);
  }
});

test("a forgotten departure opens a gap", () => {
  const { clock, stays, gap } = littleIdentity({ presence: 10, sojourns: 7, agesAtStart: 1, agesAtEnd: 2 });
  assert.deepEqual([clock, stays], [10, 8]);
  close(gap, 0.2, 1e-15);
  assert.equal(littleIdentity({ presence: 0, sojourns: 0, agesAtStart: 0, agesAtEnd: 0 }).gap, 0);
});
