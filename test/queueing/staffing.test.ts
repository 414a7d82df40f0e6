import assert from "node:assert/strict";
import { test } from "vitest";
import { erlangC } from "../../src/queueing/mmc.ts";
import { leastServers, squareRootStaffing } from "../../src/queueing/staffing.ts";
import { close } from "./cases.ts";

test("the least number of servers is enough and one fewer is not", () => {
  for (const [load, delay] of [
    [0.5, 0.2],
    [8, 0.1],
    [100, 0.5],
    [1000, 0.01],
    [20_000, 0.2],
  ]) {
    const servers = leastServers(load, delay);
    assert.ok(erlangC(load, servers) <= delay);
    assert.ok(servers - 1 <= load || erlangC(load, servers - 1) > delay);
  }
});

test("square-root staffing is the least number give or take one, from ten erlangs on", () => {
  for (const load of [10, 100, 1000, 10_000]) {
    for (const delay of [0.05, 0.2, 0.5, 0.9]) {
      assert.ok(Math.abs(squareRootStaffing(load, delay).servers - leastServers(load, delay)) <= 1);
    }
  }
});

test("half of all messages wait at β = 0.506, as Halfin and Whitt say", () => {
  // (βΦ(β)/φ(β) = 1), bisected in Python with math.erf
  close(squareRootStaffing(100, 0.5).beta, 0.5060544689891808, 1e-12);
});

test("staffing refuses the certain and the impossible", () => {
  assert.throws(() => leastServers(10, 0), { message: "The probability of waiting must be between 0 and 1, not 0." });
  assert.throws(() => squareRootStaffing(10, 1), RangeError);
});

test("the fewest servers are those that counting upwards finds", () => {
  for (const load of [0.01, 0.9, 1, 2.5, 7, 30.5, 99]) {
    for (const delay of [0.999, 0.5, 0.2, 0.01, 1e-6]) {
      let servers = Math.floor(load) + 1;
      while (erlangC(load, servers) > delay) servers++;
      assert.equal(leastServers(load, delay), servers);
    }
  }
});

test("the share that so many servers leave waiting asks for no more than these", () => {
  for (const load of [0.5, 7.3, 60]) {
    for (let c = Math.floor(load) + 1; c < load + 25; c++) assert.equal(leastServers(load, erlangC(load, c)), c);
  }
});
