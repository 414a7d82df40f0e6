import assert from "node:assert/strict";
import { test } from "vitest";
import { gm1 } from "../../src/queueing/gmc.ts";
import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { modulatedArrivals, poissonArrivals, renewalArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { erlangPhases, exponentialPhases, hyperexponentialPhases } from "../../src/queueing/phase-type.ts";
import { erlangLaw, hyperexponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

const p = (1 + Math.sqrt(3 / 5)) / 2;
const balanced = hyperexponentialPhases([p, 1 - p], [1 / (2 * p), 1 / (2 * (1 - p))]); // mean 1, SCV 4
const bursts = modulatedArrivals(
  [3, 0.5],
  [
    [-0.02, 0.02],
    [0.01, -0.01],
  ],
);

test("mapPhC agrees with the exact cases of M/PH/c and PH/PH/1 in every figure", () => {
  for (const [id, arrivals, service, c] of [
    ["MPHC-E2-c2-r80", poissonArrivals(1.6), erlangPhases(2, 1), 2],
    ["MPHC-E2-c5-r80", poissonArrivals(4), erlangPhases(2, 1), 5],
    ["MPHC-H2-c5-r80", poissonArrivals(4), balanced, 5],
    ["MPHC-H2-c5-r90", poissonArrivals(4.5), balanced, 5],
    ["E4H2-1-r80", renewalArrivals(erlangPhases(4, 1.25)), balanced, 1],
  ] as const) {
    const queue = mapPhC(arrivals, service, c);
    agrees(
      id,
      {
        P_wait: queue.waitingTail(0),
        Lq: queue.numberInQueue,
        Wq: queue.waitingTime,
        W: queue.sojournTime,
        Wq_p90: queue.waitingQuantile(0.9),
        Wq_p99: queue.waitingQuantile(0.99),
      },
      1e-8,
    );
  }
});

test("mapPhC agrees with the exact case of slow bursts in every figure", () => {
  const queue = mapPhC(bursts, exponentialPhases(0.5), 1);
  agrees(
    "MMPP2-B",
    {
      U: queue.utilization,
      L: queue.numberInSystem,
      W: queue.sojournTime,
      Wq: queue.waitingTime,
      P_wait: queue.waitingTail(0),
      W_p50: queue.sojournQuantile(0.5),
      W_p90: queue.sojournQuantile(0.9),
      W_p99: queue.sojournQuantile(0.99),
      Wq_p99: queue.waitingQuantile(0.99),
    },
    1e-9,
  );
});

test("the same mean rate takes 5.7 to 440 times as long when it comes in ever slower bursts", () => {
  for (const [switching, sojourn] of [
    [5, 0.2833],
    [0.5, 2.2557],
    [0.05, 21.94],
  ]) {
    const arrivals = modulatedArrivals(
      [150, 10],
      [
        [-switching, switching],
        [switching, -switching],
      ],
    );
    close(mapPhC(arrivals, exponentialPhases(0.01), 1).sojournTime, sojourn, 2.5e-4); // to the digits given
  }
});

test("Poisson arrivals and exponential service are M/M/c in every figure, up to ρ = 0.9999", () => {
  for (const [lambda, c] of [
    [0.8, 1],
    [1.6, 2],
    [9, 10],
    [0.9999, 1],
  ]) {
    const [queue, markov] = [mapPhC(poissonArrivals(lambda), exponentialPhases(1), c), mmc(lambda, 1, c)];
    for (const figure of [
      "utilization",
      "numberInSystem",
      "numberInQueue",
      "waitingTime",
      "sojournTime",
      "waitingVariance",
      "sojournVariance",
      "numberVariance",
    ] as const) {
      close(queue[figure], markov[figure], 1e-10);
    }
    for (const t of [0, 1, 9]) {
      close(queue.waitingTail(t), markov.waitingTail(t), 1e-11);
      close(queue.sojournTail(t), markov.sojournTail(t), 1e-11);
    }
    close(queue.sojournQuantile(0.99), markov.sojournQuantile(0.99), 1e-9);
    for (const n of [0, 3, 40]) close(queue.probability(n), markov.probability(n), 1e-9);
    assert.equal(queue.probability(-1), 0);
  }
});

test("one server is M/G/1 for Poisson arrivals, G/M/1 for exponential service", () => {
  const phased = mapPhC(poissonArrivals(0.8), erlangPhases(4, 1), 1);
  const general = mg1Law(0.8, erlangLaw(4, 1));
  for (const figure of ["sojournTime", "waitingVariance", "sojournVariance", "numberVariance"] as const) {
    close(phased[figure], general[figure], 1e-11);
  }
  for (const t of [0.5, 3, 12]) assert.ok(Math.abs(phased.sojournTail(t) - general.sojournTail(t)) < 1e-9);
  for (const n of [0, 1, 12]) assert.ok(Math.abs(phased.probability(n) - general.probability(n)) < 1e-9);
  const arrivals = erlangLaw(4, 1.25);
  const renewal = gm1({ mean: 1.25, transform: (s) => arrivals.transform(s, 0)[0] }, 1);
  const same = mapPhC(renewalArrivals(erlangPhases(4, 1.25)), exponentialPhases(1), 1);
  close(same.waitingVariance, renewal.waitingVariance, 1e-11);
  close(same.numberVariance, renewal.numberVariance, 1e-11);
  close(same.sojournTail(5), renewal.sojournTail(5), 1e-11);
});

test("bursts, branches and three servers together: the tails have the mean and the variance stated", () => {
  const queue = mapPhC(bursts, balanced, 3);
  const wait = tailMoments(queue.waitingTail, 8000);
  close(wait.mean, queue.waitingTime, 1e-6);
  close(wait.variance, queue.waitingVariance, 1e-6);
  const sojourn = tailMoments(queue.sojournTail, 8000);
  close(sojourn.mean, queue.sojournTime, 1e-6);
  close(sojourn.variance, queue.sojournVariance, 1e-6);
  let [sum, mean, square] = [0, 0, 0];
  for (let n = 0; n < 4000; n++) {
    const mass = queue.probability(n);
    sum += mass;
    mean += n * mass;
    square += n * n * mass;
  }
  close(sum, 1, 1e-10);
  close(mean, queue.numberInSystem, 1e-8);
  close(square - mean ** 2, queue.numberVariance, 1e-7);
});

test("mapPhC refuses an overload and what it could not solve in reasonable time", () => {
  assert.throws(() => mapPhC(bursts, exponentialPhases(1), 1), { name: "UnstableQueueError" });
  assert.throws(() => mapPhC(poissonArrivals(1), erlangPhases(10, 1), 20), {
    message:
      "10015005 phases are too many to solve: fewer servers, or a service law of fewer stages than 10, would do.",
  });
});

test("501 phases are too many, 3 of arrivals × 167 of servers", () => {
  const threefold = modulatedArrivals(
    [1, 2, 3],
    [
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ],
  );
  assert.throws(() => mapPhC(threefold, erlangPhases(2, 1), 166), { message: /^501 phases are too many/ });
});

test("a source that never sends, and a part of a server, are refused", () => {
  const silent = modulatedArrivals(
    [0, 0],
    [
      [0, 1],
      [1, 0],
    ],
  );
  assert.throws(() => mapPhC(silent, exponentialPhases(1), 1), {
    message: "The arrival rate λ must be a number above 0, not 0.",
  });
  for (const c of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => mapPhC(poissonArrivals(0.1), exponentialPhases(1), c), {
      message: `The number of servers c must be a whole number ≥ 1, not ${c}.`,
    });
  }
});

test("whichever phase is the faster, and however slow both are, waits are those of M/G/1", () => {
  for (const [means, unit] of [
    [[2, 0.02], 1],
    [[0.02, 2], 1],
    [[2, 0.02], 1e6],
  ] as const) {
    const times = means.map((mean) => mean * unit);
    const queue = mapPhC(poissonArrivals(0.7 / unit), hyperexponentialPhases([0.5, 0.5], times), 1);
    const law = mg1Law(0.7 / unit, hyperexponentialLaw([0.5, 0.5], times));
    for (const t of [0, 0.03, 1, 10]) {
      close(queue.waitingTail(t * unit), law.waitingTail(t * unit), 1e-8);
      close(queue.sojournTail(t * unit), law.sojournTail(t * unit), 1e-8);
    }
    close(queue.waitingVariance, law.waitingVariance, 1e-8);
  }
});
