import assert from "node:assert/strict";
import { test } from "vitest";
import { batcher } from "../../src/queueing/batcher.ts";
import { agrees, close } from "./cases.ts";

test("a batcher agrees with the exact case", () => {
  const batches = batcher(100, 50, 0.5);
  agrees("BATCHER-B50-T0.5", {
    mean_batch: batches.meanBatch,
    batch_rate: batches.batchRate,
    frac_timeout_batches: batches.timeoutShare,
    mean_hold: batches.meanHold,
    hold_p50: batches.holdQuantile(0.5),
    "P(hold=0)": 1 - batches.holdTail(0),
  });
  let mean = 0;
  for (let t = 0.0005; t < 0.5; t += 0.001) mean += 0.001 * batches.holdTail(t);
  close(mean, batches.meanHold, 1e-5);
  assert.equal(batches.holdTail(0.5), 0);
});

test("a batcher with much time waits for the size, with little for the time", () => {
  close(batcher(100, 50, 1e3).meanBatch, 50, 1e-12);
  close(batcher(100, 50, 1e3).meanHold, 49 / 2 / 100, 1e-12);
  close(batcher(1, 1000, 2).meanBatch, 3, 1e-12);
  assert.throws(() => batcher(1, 1, 1), { message: "The size of a batch must be a whole number ≥ 2, not 1." });
});

test("of batches of three the hold is what its three cases say", () => {
  // λ = 2, linger 1.5, held longer than 1: the first if fewer than 2 come in 1; the second if it comes by 0.5 and then none in 1
  const batches = batcher(2, 3, 1.5);
  const late = 3 * Math.exp(-2) + (1 - Math.exp(-1)) * Math.exp(-2);
  close(batches.holdTail(1), late / batches.meanBatch, 1e-13);
  close(batches.meanBatch, 1 + (1 - Math.exp(-3)) + (1 - 4 * Math.exp(-3)), 1e-13);
  close(batches.timeoutShare, 4 * Math.exp(-3), 1e-13);
  assert.equal(batches.holdTail(-1), 1);
});
