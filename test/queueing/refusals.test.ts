import assert from "node:assert/strict";
import { test } from "vitest";
import {
  allenCunneen,
  cosmetatos,
  kimura,
  kingman,
  kingmanBound,
  kraemerLangenbachBelz,
  whitt,
} from "../../src/queueing/approximate-wait.ts";
import { batchArrivals, batchArrivalsLimited } from "../../src/queueing/batch-arrivals.ts";
import { batcher } from "../../src/queueing/batcher.ts";
import { blockingTandem } from "../../src/queueing/blocking-tandem.ts";
import { interruptedService, mmcBreakdowns } from "../../src/queueing/breakdowns.ts";
import { bulkService, bulkServiceLaw } from "../../src/queueing/bulk-service.ts";
import { closedBounds } from "../../src/queueing/closed-bounds.ts";
import { closedNetwork } from "../../src/queueing/closed-network.ts";
import { creditWindow, saturatedWindow } from "../../src/queueing/credit-window.ts";
import { diffusion } from "../../src/queueing/diffusion.ts";
import { disasters } from "../../src/queueing/disasters.ts";
import { dropHead } from "../../src/queueing/drop-head.ts";
import { erlangA } from "../../src/queueing/erlang-a.ts";
import { feedback } from "../../src/queueing/feedback.ts";
import { engset, finiteSource } from "../../src/queueing/finite-source.ts";
import { forkJoin } from "../../src/queueing/fork-join.ts";
import { gm1, gmc } from "../../src/queueing/gmc.ts";
import { heterogeneous } from "../../src/queueing/heterogeneous.ts";
import { lcfs } from "../../src/queueing/lcfs.ts";
import { limitedSource } from "../../src/queueing/limited-source.ts";
import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { poissonArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { mg1k } from "../../src/queueing/mg1k.ts";
import { mgInf } from "../../src/queueing/mginf.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmcNonPreemptive, mmcPreemptive } from "../../src/queueing/mmc-priority.ts";
import { mmcSetup } from "../../src/queueing/mmc-setup.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { mtInf } from "../../src/queueing/mt-inf.ts";
import { exactMva } from "../../src/queueing/mva.ts";
import { meanWaitsFromEmpty } from "../../src/queueing/nth-wait.ts";
import { openClasses } from "../../src/queueing/open-classes.ts";
import { quorum, splitMerge } from "../../src/queueing/order-statistics.ts";
import { erlangPhases, exponentialPhases } from "../../src/queueing/phase-type.ts";
import { polling } from "../../src/queueing/polling.ts";
import { nonPreemptive, preemptiveResume } from "../../src/queueing/priority.ts";
import { exponentialProcessorSharing, processorSharing } from "../../src/queueing/ps.ts";
import { networkAnalyzer } from "../../src/queueing/qna.ts";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { constantRetrials, exponentialRetrials, retrials } from "../../src/queueing/retrials.ts";
import { saturatedLine } from "../../src/queueing/saturated-line.ts";
import { sharedBuffer } from "../../src/queueing/shared-buffer.ts";
import { joinShortestOfTwo } from "../../src/queueing/shortest-queue.ts";
import { leastServers, squareRootStaffing } from "../../src/queueing/staffing.ts";
import { constantLaw, erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { tokenBucket } from "../../src/queueing/token-bucket.ts";
import { traceQueue } from "../../src/queueing/trace.ts";
import { transient } from "../../src/queueing/transient.ts";

/* Impossible questions: each argument in turn is replaced by what cannot be. */

const NOT_POSITIVE = [0, -1, Number.NaN, Number.POSITIVE_INFINITY];
const NEGATIVE = [-1, Number.NaN, Number.POSITIVE_INFINITY];
const NOT_COUNTS = [0, -3, 1.5, Number.NaN];
const NOT_PROBABILITIES = [-0.1, 1.1, Number.NaN];
const NOT_BETWEEN = [0, 1, Number.NaN];

type Model = (...args: number[]) => unknown;
const moments = (mean: number) => ({ mean, second: 2 * mean ** 2, third: 6 * mean ** 3 });
const interval = (mean: number) => ({ mean, transform: (s: number) => 1 / (1 + s * mean) });
const [rate, count] = [NOT_POSITIVE, NOT_COUNTS];

/** A model of numbers only, numbers that it takes, and what each of them cannot be. */
const models: Record<string, [model: Model, valid: number[], impossible: number[][]]> = {
  mmc: [mmc, [1, 1, 2], [rate, rate, count]],
  mmck: [mmck, [1, 1, 2, 4], [rate, rate, count, [...count, 1]]],
  erlangA: [erlangA, [1, 1, 2, 1], [rate, rate, count, rate]],
  finiteSource: [finiteSource, [5, 1, 1, 2], [count, rate, rate, count]],
  engset: [engset, [5, 1, 1, 2], [count, rate, rate, count]],
  limitedSource: [
    (n, think, mu, servers, capacity) => limitedSource(n, think, mu, { servers, capacity }),
    [5, 1, 1, 2, 3],
    [count, rate, rate, count, [...count, 1]],
  ],
  mapPhC: [(l, s, c) => mapPhC(poissonArrivals(l), exponentialPhases(s), c), [1, 1, 2], [rate, rate, count]],
  mgInf: [mgInf, [1, 1], [rate, rate]],
  mg1: [(l, s) => mg1(l, moments(s)), [0.5, 1], [rate, rate]],
  lcfs: [(l, s) => lcfs(l, moments(s)), [0.5, 1], [rate, rate]],
  mg1k: [(l, s, k) => mg1k(l, { ...exponentialLaw(1), mean: s }, k), [0.5, 1, 3], [rate, rate, count]],
  mdc: [mdc, [1, 1, 2], [rate, rate, count]],
  gm1: [(a, mu) => gm1(interval(a), mu), [2, 1], [rate, rate]],
  gmc: [(a, mu, c) => gmc(interval(a), mu, c), [2, 1, 2], [rate, rate, count]],
  processorSharing: [processorSharing, [1, 1, 2], [rate, rate, count]],
  exponentialProcessorSharing: [exponentialProcessorSharing, [1, 1, 2], [rate, rate, count]],
  nonPreemptive: [(l, s) => nonPreemptive([{ lambda: l, service: moments(s) }]), [0.5, 1], [rate, rate]],
  preemptiveResume: [(l, s) => preemptiveResume([{ lambda: l, service: moments(s) }]), [0.5, 1], [rate, rate]],
  mmcNonPreemptive: [(a, b, mu, c) => mmcNonPreemptive([a, b], mu, c), [0.5, 0.5, 1, 2], [rate, rate, rate, count]],
  mmcPreemptive: [(a, b, mu, c) => mmcPreemptive([a, b], mu, c), [0.5, 0.5, 1, 2], [rate, rate, rate, count]],
  dropHead: [dropHead, [1, 1, 4], [rate, rate, [...count, 1, 1001]]],
  batchArrivals: [(l, p) => batchArrivals(l, [p, 1 - p], exponentialLaw(1)), [0.3, 0.5], [rate, NOT_PROBABILITIES]],
  batchArrivalsLimited: [
    (l, p, mu, k) => batchArrivalsLimited(l, [p, 1 - p], mu, k),
    [1, 0.5, 1, 4],
    [rate, NOT_PROBABILITIES, rate, count],
  ],
  bulkService: [bulkService, [1, 1, 2, 4], [rate, rate, count, [...count, 1]]],
  bulkServiceLaw: [bulkServiceLaw, [1, 1, 4], [rate, rate, count]],
  mmcSetup: [mmcSetup, [1, 1, 2, 1], [rate, rate, count, rate]],
  mmcBreakdowns: [
    (l, mu, c, up, down) => mmcBreakdowns(l, mu, c, { timeToFailure: up, repairTime: down }),
    [1, 1, 2, 9, 1],
    [rate, rate, count, rate, rate],
  ],
  interruptedService: [(f) => interruptedService(moments(1), f, moments(1)), [1], [NEGATIVE]],
  disasters: [disasters, [1, 1, 1], [rate, rate, rate]],
  feedback: [
    (l, mu, c, failure, attempts, backoff) => feedback(l, mu, c, { failure, attempts, backoff }),
    [0.5, 1, 2, 0.3, 3, 1],
    [rate, rate, count, NOT_PROBABILITIES, count, NEGATIVE],
  ],
  retrials: [(l, s, r) => retrials(l, moments(s), r), [0.5, 1, 1], [rate, rate, rate]],
  exponentialRetrials: [exponentialRetrials, [0.5, 1, 1], [rate, rate, rate]],
  constantRetrials: [constantRetrials, [0.2, 1, 1], [rate, rate, rate]],
  heterogeneous: [(l, a, b) => heterogeneous(l, [a, b], "any"), [1, 1, 2], [rate, rate, rate]],
  joinShortestOfTwo: [joinShortestOfTwo, [1, 1], [rate, rate]],
  forkJoin: [forkJoin, [0.5, 1, 3], [rate, rate, count]],
  quorum: [quorum, [5, 3, 1], [[...count, 2], [...count, 6], rate]],
  splitMerge: [splitMerge, [0.1, 5, 3, 1], [rate, [...count, 2], [...count, 6], rate]],
  openClasses: [(l, d) => openClasses([l], [[d]]), [0.5, 1], [rate, NEGATIVE]],
  closedNetwork: [
    (n, v, s, z) => closedNetwork(n, [{ visits: v, service: s, servers: 1 }], z),
    [5, 1, 1, 2],
    [count, rate, rate, NEGATIVE],
  ],
  closedBounds: [(n, d, z) => closedBounds(n, [d, 1], z), [5, 1, 2], [count, rate, NEGATIVE]],
  exactMva: [
    (n, z, d) => exactMva({ populations: [n], think: [z], demands: [[d]] }),
    [3, 1, 1],
    [[0, -1, 1.5, Number.NaN], NEGATIVE, NEGATIVE],
  ],
  networkAnalyzer: [
    (rate, variation, mu, own, servers) =>
      networkAnalyzer([{ rate, variation }], [[0]], [{ mu, variation: own, servers }]),
    [0.5, 1, 1, 1, 1],
    [rate, NEGATIVE, rate, NEGATIVE, count],
  ],
  polling: [
    (lambda, mean, second, walk, square) =>
      polling([{ lambda, service: { mean, second }, walk: { mean: walk, second: square }, visit: "gated" }]),
    [0.5, 1, 2, 1, 2],
    [rate, rate, rate, NEGATIVE, NEGATIVE],
  ],
  saturatedWindow: [saturatedWindow, [5, 1, 1, 2], [count, rate, rate, count]],
  creditWindow: [creditWindow, [0.3, 3, 1, 1], [rate, count, rate, rate]],
  blockingTandem: [blockingTandem, [0.3, 1, 1, 2], [rate, rate, rate, [-1, 1.5, Number.NaN]]],
  saturatedLine: [(a, b, places) => saturatedLine([a, b], [places]), [1, 1, 2], [rate, rate, [-1, 1.5, Number.NaN]]],
  batcher: [batcher, [1, 4, 1], [rate, [...count, 1], rate]],
  tokenBucket: [tokenBucket, [0.5, 1, 4], [rate, rate, [0, 0.9, Number.NaN, Number.POSITIVE_INFINITY]]],
  resequencing: [(l, s) => resequencing(l, { ...exponentialLaw(1), mean: s }), [1, 1], [rate, rate]],
  sharedBuffer: [(l, mu, k) => sharedBuffer([{ lambda: l, mu }], k), [1, 1, 4], [rate, rate, count]],
  meanWaitsFromEmpty: [meanWaitsFromEmpty, [1, 1, 4], [rate, rate, count]],
  leastServers: [leastServers, [3, 0.5], [rate, NOT_BETWEEN]],
  squareRootStaffing: [squareRootStaffing, [3, 0.5], [rate, NOT_BETWEEN]],
  constantLaw: [constantLaw, [1], [rate]],
  erlangLaw: [erlangLaw, [2, 1], [count, rate]],
  erlangPhases: [erlangPhases, [2, 1], [count, rate]],
  transient: [
    (l, mu, c, capacity, start) => transient(l, { mu, c, capacity, start }, [1]),
    [1, 1, 2, 5, 1],
    [rate, rate, count, count, [-1, 1.5, 6, Number.NaN]],
  ],
  mtInf: [(s, finest) => mtInf(() => 1, { ...exponentialLaw(1), mean: s }, 0, finest), [1, 1], [rate, rate]],
  diffusion: [(variance, start) => diffusion(-1, variance, start), [1, 0], [rate, NEGATIVE]],
  traceQueue: [(c) => traceQueue([0, 1], [1, 1], c), [1], [count]],
};

for (const rule of [allenCunneen, kingman, whitt]) {
  models[rule.name] = [
    (lambda, arrivalVariation, mu, serviceVariation, c) => rule({ lambda, arrivalVariation, mu, serviceVariation, c }),
    [1, 1, 1, 1, 2],
    [rate, NEGATIVE, rate, NEGATIVE, count],
  ];
}
for (const rule of [kingmanBound, kraemerLangenbachBelz]) {
  models[rule.name] = [
    (lambda, arrivalVariation, mu, serviceVariation) => rule({ lambda, arrivalVariation, mu, serviceVariation }),
    [0.5, 1, 1, 1],
    [rate, NEGATIVE, rate, NEGATIVE],
  ];
}
models.kimura = [
  (lambda, mu, serviceVariation, c) => kimura({ lambda, mu, serviceVariation, c }),
  [1, 1, 1, 2],
  [rate, rate, NEGATIVE, count],
];
models.cosmetatos = [cosmetatos, [1, 1, 2], [rate, rate, count]];

for (const [name, [model, valid, impossible]] of Object.entries(models)) {
  test(`${name} takes what is possible and refuses, in words, what is not`, () => {
    assert.equal(valid.length, impossible.length);
    assert.ok(model(...valid) !== undefined);
    impossible.forEach((values, i) => {
      for (const value of values) {
        const args = valid.with(i, value);
        assert.throws(
          () => model(...args),
          (error: unknown) =>
            error instanceof RangeError &&
            error.name === "RangeError" &&
            /\bmust\b|\bnot\b|sum to|needs/.test(error.message),
          `${name}(${args.join(", ")}) was not refused`,
        );
      }
    });
  });
}

/** Loads that are just too much, and what the refusal must say would do. */
const overloads: Record<string, [() => unknown, RegExp]> = {
  mmc: [() => mmc(2, 1, 2), /3 servers would be enough/],
  mdc: [() => mdc(2, 1, 2), /3 servers would be enough/],
  gm1: [() => gm1(interval(1), 1), /servers would be enough/],
  gmc: [() => gmc(interval(0.5), 1, 2), /3 servers would be enough/],
  mg1: [() => mg1(1, moments(1)), /Fewer than 1 arrivals\/s/],
  nonPreemptive: [() => nonPreemptive([{ lambda: 1, service: moments(1) }]), /Take work away/],
  mmcPreemptive: [() => mmcPreemptive([1, 1], 1, 2), /3 servers would be enough/],
  bulkService: [() => bulkService(4, 1, 1, 4), /Batches of up to 5 would be enough/],
  bulkServiceFast: [() => bulkService(21, 2, 1, 10), /Batches of up to 11 would be enough/],
  constantRetrials: [() => constantRetrials(0.5, 1, 0.5), /A retry rate above 0.5\/s would do/],
  constantRetrialsSlow: [() => constantRetrials(1, 1, 9), /Serve faster/],
  retrials: [() => retrials(1, moments(1), 1), /would be stable/],
  heterogeneous: [() => heterogeneous(3, [1, 2], "any"), /more than 3\/s together/],
  joinShortestOfTwo: [() => joinShortestOfTwo(2, 1), /servers would be enough/],
  openClasses: [() => openClasses([1], [[1]]), /Station 1 must work 1 times as fast/],
  tokenBucket: [() => tokenBucket(1, 1, 4), /servers would be enough/],
  feedback: [() => feedback(0.5, 1, 1, { failure: 0.5, attempts: Infinity, backoff: 0 }), /2 servers would be enough/],
};

for (const [name, [model, remedy]] of Object.entries(overloads)) {
  test(`${name} at a load of exactly 1 names what would be stable`, () => {
    assert.throws(model, (error: unknown) => {
      assert.ok(error instanceof RangeError && error.name === "UnstableQueueError");
      assert.match(error.message, /must be below 1/);
      assert.match(error.message, remedy);
      return true;
    });
  });
}
