import assert from "node:assert/strict";
import { test } from "vitest";
import { engset, finiteSource } from "../../src/queueing/finite-source.ts";
import { limitedSource } from "../../src/queueing/limited-source.ts";
import { close } from "./cases.ts";

test("two places at two servers for five clients are counted by hand: weights 1, 5, 10", () => {
  const { numberInSystem, throughput, lossProbability, utilization, sojournTime, numberVariance, probability } =
    limitedSource(5, 1, 1, { servers: 2, capacity: 2 });
  close(numberInSystem, 25 / 16);
  close(throughput, 25 / 16);
  close(lossProbability, 6 / 11);
  close(utilization, 25 / 32);
  close(sojournTime, 1);
  close(numberVariance, 45 / 16 - (25 / 16) ** 2);
  close(probability(1), 5 / 16);
});

test("with places for servers only it is Engset's system, with places for all the finite source", () => {
  const [none, some] = [engset(9, 2, 3, 4), limitedSource(9, 2, 3, { servers: 4, capacity: 4 })];
  for (const key of ["numberInSystem", "throughput", "lossProbability", "sojournTime"] as const)
    close(some[key], none[key]);
  const [all, free] = [limitedSource(9, 2, 3, { servers: 2, capacity: 9 }), finiteSource(9, 2, 3, 2)];
  for (const key of ["numberInSystem", "numberInQueue", "throughput", "waitingTime"] as const)
    close(all[key], free[key]);
  assert.equal(all.lossProbability, 0);
});

test("domains are kept", () => {
  assert.throws(() => limitedSource(5, 1, 1, { servers: 3, capacity: 2 }), RangeError);
  assert.throws(() => limitedSource(0, 1, 1, { servers: 1, capacity: 2 }), RangeError);
  assert.throws(() => limitedSource(5, 1, 1, { servers: 0, capacity: 2 }), /number of servers c/);
  assert.throws(() => limitedSource(5, 1, 0, { servers: 1, capacity: 2 }), /service rate μ/);
  assert.throws(() => limitedSource(5, 0, 1, { servers: 1, capacity: 2 }), RangeError);
});

test("one client at one server with one place is never turned away", () => {
  const alone = limitedSource(1, 3, 2, { servers: 1, capacity: 1 });
  close(alone.utilization, 1 / 7); // half a second of every three and a half
  close(alone.throughput, 2 / 7);
  assert.equal(alone.lossProbability, 0);
});
