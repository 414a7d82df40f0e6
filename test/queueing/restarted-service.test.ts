import assert from "node:assert/strict";
import { test } from "vitest";
import { mg1 } from "../../src/queueing/mg1.ts";
import { restartedService } from "../../src/queueing/restarted-service.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { agrees, close } from "./cases.ts";

test("a service that is killed and restarted agrees with the exact case", () => {
  const sigma = Math.sqrt(Math.log(5)); // mean 1, SCV 4
  const tail = (t: number) => (t === 0 ? 1 : normalCdf(-(Math.log(t) + sigma ** 2 / 2) / sigma));
  const service = restartedService({ mean: 1, tail }, 2);
  const queue = mg1(0.6, service);
  agrees("TIMEOUT-RESTART", {
    S_eff_mean: service.mean,
    P_timeout_per_attempt: service.killed,
    mean_attempts: service.meanAttempts,
    Wq: queue.waitingTime,
    W: queue.sojournTime,
    U: queue.utilization,
  });
});

test("restarting what has no memory changes nothing", () => {
  const service = restartedService(exponentialLaw(2), 0.7);
  close(service.mean, 2, 1e-11);
  close(service.second, 8, 1e-11);
  close(service.third, 48, 1e-10);
  assert.throws(() => restartedService({ mean: 2, tail: (t) => (t < 2 ? 1 : 0) }, 1), {
    message: "No attempt ends within 1 s, so none ever will.",
  });
});

test("a timeout far beyond all services changes nothing, and one that is no time is refused", () => {
  // ten microseconds, killed after a day
  const service = restartedService(exponentialLaw(1e-5), 86_400);
  close(service.mean, 1e-5, 1e-11);
  close(service.second, 2e-10, 1e-11);
  close(service.third, 6e-15, 1e-11);
  assert.equal(service.meanAttempts, 1);
  for (const timeout of [0, -1, Number.NaN, Infinity]) {
    assert.throws(() => restartedService(exponentialLaw(1), timeout), {
      message: `The timeout must be a number above 0, not ${timeout}.`,
    });
  }
});
