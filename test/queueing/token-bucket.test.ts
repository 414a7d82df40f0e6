import assert from "node:assert/strict";
import { test } from "vitest";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { gauss } from "../../src/queueing/quadrature.ts";
import { tokenBucket } from "../../src/queueing/token-bucket.ts";
import { agrees, close } from "./cases.ts";

test("a token bucket agrees with the exact case", () => {
  const bucket = tokenBucket(80, 100, 10);
  agrees("TOKENBUCKET", { P_delayed: bucket.delayProbability, mean_delay: bucket.meanDelay });
  close(tokenBucket(80, 100, 1).meanDelay, mg1(80, { mean: 0.01, second: 1e-4, third: 1e-6 }).waitingTime, 1e-11);
  assert.ok(bucket.delayTail(0.01) < bucket.delayProbability);
  assert.throws(() => tokenBucket(80, 100, 0.5), { message: "The bucket must hold at least one token, not 0.5." });
  assert.throws(() => tokenBucket(100, 100, 5), { name: "UnstableQueueError" });
});

test("a bucket of two and a half tokens delays as long as its tail says, and not before time 0", () => {
  const bucket = tokenBucket(0.4, 0.5, 2.5);
  // what is missing beyond the bucket: the work of M/D/1 with services of 2 s, above 3 s; its tail has kinks at 2 and 4
  const work = mdc(0.4, 2, 1);
  const below = gauss(work.waitingTail, 0, 2) + gauss(work.waitingTail, 2, 3);
  close(bucket.meanDelay, work.waitingTime - below, 1e-11);
  for (const t of [0, 0.5, 1, 4]) close(bucket.delayTail(t), work.waitingTail(3 + t), 1e-14);
  assert.equal(bucket.delayTail(-1), 1);
  assert.equal(bucket.delayProbability, bucket.delayTail(0));
});
