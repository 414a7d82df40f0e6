import assert from "node:assert/strict";
import { test } from "vitest";
import { mgInf } from "../../src/queueing/mginf.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { agrees, close } from "./cases.ts";

test("mgInf agrees with the exact case in every figure", () => {
  const pool = mgInf(10, 2);
  let below = 0;
  for (let n = 0; n < 30; n++) below += pool.probability(n);
  agrees("MGINF", {
    L: pool.numberInSystem,
    Var_L: pool.numberVariance,
    W: pool.sojournTime,
    Wq: pool.waitingTime,
    "P(N>=30)": 1 - below,
  });
  assert.equal(pool.utilization, 0);
  assert.equal(pool.numberInQueue, 0);
});

test("mgInf is what M/M/c becomes when servers abound", () => {
  for (const n of [0, 5, 20, 60]) close(mgInf(10, 2).probability(n), mmc(10, 0.5, 500).probability(n), 1e-12);
});

test("the probability of a million present agrees with Stirling's series", () => {
  // P(N = m) for mean m: exp(−1/(12m) + …)/√(2πm)
  close(mgInf(1e6, 1).probability(1e6), Math.exp(-1 / 12e6) / Math.sqrt(2 * Math.PI * 1e6), 1e-13);
  assert.equal(mgInf(1, 1).probability(-1), 0);
});
