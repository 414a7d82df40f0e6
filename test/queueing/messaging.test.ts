import assert from "node:assert/strict";
import { test } from "vitest";
import { batcher } from "../../src/queueing/batcher.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { mgInf } from "../../src/queueing/mginf.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { quorum, splitMerge } from "../../src/queueing/order-statistics.ts";
import { quantile } from "../../src/queueing/quantile.ts";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { restartedService } from "../../src/queueing/restarted-service.ts";
import { sharedBuffer } from "../../src/queueing/shared-buffer.ts";
import { stateDependent } from "../../src/queueing/state-dependent.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { tokenBucket } from "../../src/queueing/token-bucket.ts";
import { traceQueue } from "../../src/queueing/trace.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("quorums agree with the exact cases, and their transform with their moments", () => {
  for (const [id, n, k] of [
    ["QUORUM-5-3", 5, 3],
    ["QUORUM-3-3", 3, 3],
  ] as const) {
    const law = quorum(n, k, 1);
    agrees(id, { W: law.mean, W_p50: quantile(law.tail, 0.5, 1), W_p99: quantile(law.tail, 0.99, 1) });
    const { mean, variance } = tailMoments(law.tail, 64);
    close(mean, law.mean, 1e-9);
    close(variance, law.second - law.mean ** 2, 1e-8);
    const s = 1e-3;
    const series = 1 - s * law.mean + (s * s * law.second) / 2 - (s ** 3 * law.third) / 6;
    assert.ok(Math.abs(law.transform(s, 0)[0] - series) < 1e-10);
  }
  close(quorum(7, 1, 1).mean, 1 / 7, 1e-14);
  assert.throws(() => quorum(2, 3, 1), { message: "The number of requests must be a whole number ≥ 3, not 2." });
});

test("split–merge agrees with the exact cases", () => {
  for (const [id, lambda, n, k] of [
    ["SPLITMERGE-2-2", 0.35, 2, 2],
    ["SPLITMERGE-4-4", 0.35, 4, 4],
    ["SPLITMERGE-4-2", 0.6, 4, 2],
  ] as const) {
    agrees(id, { W: splitMerge(lambda, n, k, 1).sojournTime, S_mean: quorum(n, k, 1).mean });
    agrees(id, { stability_lambda: 1 / quorum(n, k, 1).mean });
    assert.throws(() => splitMerge(1.01 / quorum(n, k, 1).mean, n, k, 1), { name: "UnstableQueueError" });
  }
});

test("resequencing agrees with the exact case, and holds nothing back that cannot be overtaken", () => {
  const release = resequencing(5, exponentialLaw(1));
  agrees("RESEQ-MMINF", {
    W_inorder: release.sojournTime,
    reseq_delay: release.holdTime,
    W_inorder_p50: release.sojournQuantile(0.5),
    W_inorder_p99: release.sojournQuantile(0.99),
  });
  const constant = resequencing(5, { mean: 2, tail: (t) => (t < 2 ? 1 : 0) });
  assert.ok(Math.abs(constant.holdTime) < 1e-12);
  assert.equal(constant.sojournTail(-1), 1);
});

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

test("a token bucket agrees with the exact case", () => {
  const bucket = tokenBucket(80, 100, 10);
  agrees("TOKENBUCKET", { P_delayed: bucket.delayProbability, mean_delay: bucket.meanDelay });
  close(tokenBucket(80, 100, 1).meanDelay, mg1(80, { mean: 0.01, second: 1e-4, third: 1e-6 }).waitingTime, 1e-11);
  assert.ok(bucket.delayTail(0.01) < bucket.delayProbability);
  assert.throws(() => tokenBucket(80, 100, 0.5), { message: "The bucket must hold at least one token, not 0.5." });
  assert.throws(() => tokenBucket(100, 100, 5), { name: "UnstableQueueError" });
});

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

test("queues that share a pool agree with the exact case, and one alone is M/M/1/K", () => {
  const { lossProbability, queues } = sharedBuffer(
    [
      { lambda: 0.8, mu: 1 },
      { lambda: 0.6, mu: 1 },
    ],
    10,
  );
  agrees("SHARED-BUFFER", {
    P_block: lossProbability,
    L1: queues[0].numberInSystem,
    L2: queues[1].numberInSystem,
    W1: queues[0].sojournTime,
    W2: queues[1].sojournTime,
  });
  close(queues[0].utilization, 0.8 * (1 - lossProbability), 1e-14);
  for (const [lambda, pool] of [
    [0.8, 7],
    [3, 5000],
  ]) {
    const [alone, plain] = [sharedBuffer([{ lambda, mu: 1 }], pool), mmck(lambda, 1, 1, pool)];
    close(alone.lossProbability, plain.lossProbability, 1e-12);
    close(alone.queues[0].numberInSystem, plain.numberInSystem, 1e-11);
  }
});

test("arrivals that are put off by those present agree with the exact case", () => {
  const queue = stateDependent(
    (n) => 0.95 / (n + 1),
    () => 1,
    Infinity,
  );
  agrees("MM1-BALK", { L: queue.numberInSystem, U: queue.utilization, W: queue.sojournTime });
  close(queue.throughput, queue.utilization, 1e-14);
  close(queue.numberVariance, 0.95, 1e-12);
  close(queue.probability(2), mgInf(0.95, 1).probability(2), 1e-13);
});

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
