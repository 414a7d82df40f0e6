import assert from "node:assert/strict";
import { test } from "vitest";
import { feedback } from "../../src/queueing/feedback.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { agrees, close } from "./cases.ts";

test("feedback agrees with the exact cases of endless retries, four attempts, and a back-off", () => {
  const endless = feedback(0.6, 1, 1, { failure: 0.25, attempts: Infinity, backoff: 0 });
  agrees("FB-TAIL", {
    L: endless.numberInSystem,
    W_total: endless.sojournTime,
    U: endless.utilization,
    attempt_rate: endless.attemptRate,
    mean_attempts: endless.meanAttempts,
    W_per_pass: endless.sojournTime / endless.meanAttempts,
  });
  const four = feedback(0.6, 1, 1, { failure: 0.25, attempts: 4, backoff: 0 });
  agrees("FB-DLQ4", {
    frac_DLQ: four.deadLetterProbability,
    X_DLQ: 0.6 * four.deadLetterProbability,
    U: four.utilization,
    L: four.numberInSystem,
    W_total_all: four.sojournTime,
    mean_attempts: four.meanAttempts,
  });
  const patient = feedback(0.6, 1, 1, { failure: 0.25, attempts: Infinity, backoff: 5 });
  agrees("FB-DELAY5", {
    L_station: patient.numberInSystem,
    L_backoff: patient.numberInBackoff,
    W_total: patient.sojournTime,
  });
});

test("a fifth of 60 messages a second failing makes 75 attempts and a sojourn of 50 ms", () => {
  const queue = feedback(60, 100, 1, { failure: 0.2, attempts: Infinity, backoff: 0 });
  close(queue.attemptRate, 75, 1e-12);
  close(queue.sojournTime, 0.05, 1e-12);
});

test("without failures it is M/M/c, and poison alone is a fixed number of passes", () => {
  close(feedback(9, 1, 10, { failure: 0, attempts: 3, backoff: 1 }).sojournTime, mmc(9, 1, 10).sojournTime, 1e-14);
  const poison = feedback(0.1, 1, 1, { failure: 1, attempts: 5, backoff: 0 });
  close(poison.sojournTime, 5 / (1 - 0.5), 1e-14);
  assert.equal(poison.deadLetterProbability, 1);
});

test("retries can overload a queue that would be stable without", () => {
  assert.throws(() => feedback(0.8, 1, 1, { failure: 0.25, attempts: Infinity, backoff: 0 }), {
    name: "UnstableQueueError",
  });
  assert.throws(() => feedback(0.1, 1, 1, { failure: 1, attempts: Infinity, backoff: 0 }), {
    message: "Messages that always fail and are always retried never leave.",
  });
});

test("with a single attempt nothing comes back, and failures are dead letters at once", () => {
  const once = feedback(0.6, 1, 1, { failure: 0.3, attempts: 1, backoff: 5 });
  assert.deepEqual([once.meanAttempts, once.attemptRate, once.numberInBackoff], [1, 0.6, 0]);
  assert.equal(once.deadLetterProbability, 0.3);
});

test("what always fails is tried as often as it may be, and then given up", () => {
  const hopeless = feedback(0.1, 1, 1, { failure: 1, attempts: 3, backoff: 2 });
  assert.equal(hopeless.deadLetterProbability, 1);
  assert.equal(hopeless.meanAttempts, 3);
  close(hopeless.numberInSystem, 0.3 / 0.7, 1e-14);
  close(hopeless.numberInBackoff, 0.4, 1e-14);
  assert.equal(feedback(0.1, 1, 1, { failure: 0.5, attempts: Infinity, backoff: 0 }).deadLetterProbability, 0);
  close(feedback(0.1, 1, 1, { failure: 0.5, attempts: 1, backoff: 0 }).deadLetterProbability, 0.5, 1e-15);
  assert.throws(() => feedback(0.1, 1, 1, { failure: 0.5, attempts: 0, backoff: 0 }), {
    message: "The number of attempts must be a whole number ≥ 1, not 0.",
  });
});
