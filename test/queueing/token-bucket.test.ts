import assert from "node:assert/strict";
import { test } from "vitest";
import { mg1 } from "../../src/queueing/mg1.ts";
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
