import assert from "node:assert/strict";
import { test } from "vitest";
import type { Measure } from "../../src/experiment/measure.ts";
import { unseenIn } from "../../src/experiment/unseen.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import type { Metric, Model } from "../../src/spec.ts";
import { exponential, model, poisson, pool, producer, queue, single } from "../model/systems.ts";

/** Of what 10⁵ Pareto services with α = 2.5 amount to in squares, a tenth lies beyond what one of them reaches. */
const giants: Distribution = { dist: "pareto", min: 0.6, alpha: 2.5 };
const MISSED = 0.1; // (10⁵)^−(1 − 2/2.5)
const SERVED = 1e5;

/** The share of a mean of which `waiting` was seen to be waiting: the true wait is longer by 1 / (1 − MISSED). */
const missed = (waiting: number) => 1 - 1 / (1 + (waiting * MISSED) / (1 - MISSED));

type Figure = [where: string, metric: Metric, value: number, count?: number, cls?: string];

function measures(...figures: Figure[]): Measure[] {
  return figures.map(([where, metric, value, count = 0, cls = "*"]) => ({
    where,
    class: cls,
    metric,
    statistic: "mean",
    unit: "1",
    kind: "level",
    mean: { value, influence: [] },
    count,
    variance: null,
    largest: null,
    tails: null,
    unseen: 0,
  }));
}

/** A queue in which, of ten messages present, eight wait; one is served a second. */
const busy = (load = 0.9, served = SERVED) =>
  measures(
    ["system", "numberInSystem", 40],
    ["queues.a", "waitingTime", 8],
    ["queues.a", "numberInQueue", 8],
    ["queues.a", "numberInSystem", 10],
    ["queues.a", "sojournTime", 10],
    ["consumers.a", "latency", 20, served],
    ["consumers.a", "throughput", 1],
    ["consumers.a", "utilization", load],
  );

function unseen(of: Model, figures: Measure[], where: string, metric: Metric): number {
  const measure = figures.find((one) => one.where === where && one.metric === metric)!;
  return unseenIn(of, figures)(measure);
}

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-3, `${actual}, not ${expected}`);

const alone = (changes: Parameters<typeof single>[2] = {}) => single(poisson(1), giants, changes);

test("what cannot have been seen counts as far as messages wait behind it", () => {
  const of = (where: string, metric: Metric) => unseen(alone(), busy(), where, metric);
  near(of("queues.a", "waitingTime"), MISSED);
  near(of("queues.a", "numberInQueue"), MISSED);
  near(of("queues.a", "numberInSystem"), missed(0.8));
  near(of("queues.a", "sojournTime"), missed(0.8));
  near(of("consumers.a", "latency"), missed(0.4)); // 8 of 20 s
  near(of("system", "numberInSystem"), missed(0.2));
  assert.equal(of("consumers.a", "utilization"), 0);
  assert.equal(of("consumers.a", "throughput"), 0);
});

test("what nobody can ever have seen enough of may be all", () => {
  const endless = single(poisson(1), { dist: "pareto", min: 0.6, alpha: 1.9 });
  for (const metric of ["waitingTime", "sojournTime"] as const) {
    assert.equal(unseen(endless, busy(), "queues.a", metric), 1);
  }
  const idle = measures(
    ["queues.a", "waitingTime", 0],
    ["queues.a", "numberInQueue", 0],
    ["consumers.a", "latency", 1, 9],
  );
  assert.equal(unseen(endless, idle, "queues.a", "waitingTime"), 0);
});

test("longer runs see more, and light tails hide nothing", () => {
  near(unseen(alone(), busy(0.9, 3.2e6), "queues.a", "waitingTime"), 0.05);
  assert.equal(unseen(single(poisson(1), exponential(1)), busy(), "queues.a", "waitingTime"), 0);
  assert.equal(unseen(alone(), busy(0.9, 0), "queues.a", "waitingTime"), 0);
});

test("of four servers one giant matters only to the load that three cannot carry", () => {
  const four = alone({ pool: { replicas: 2, concurrency: 2 } });
  assert.equal(unseen(four, busy(0.75), "queues.a", "waitingTime"), 0);
  near(unseen(four, busy(0.76), "queues.a", "waitingTime"), MISSED);
});

test("giants hold up nobody where servers are shared or interrupted, and recorded times have no law", () => {
  for (const serve of ["shared", "preemptive"] as const) {
    assert.equal(unseen(alone({ pool: { serve } }), busy(), "queues.a", "waitingTime"), 0);
  }
  const recorded = alone({ pool: { service: { by: "arrival", times: [1, 2] } } });
  assert.equal(unseen(recorded, busy(), "queues.a", "waitingTime"), 0);
});

test("of several classes each counts by how many were served, and one that never came not at all", () => {
  const three: Model = {
    ...alone({
      pool: { service: { by: "class", law: [giants, exponential(1), { dist: "pareto", min: 1, alpha: 2 }] } },
    }),
    classes: ["rare", "often", "never"].map((name) => ({ name, priority: 0 })),
  };
  const figures = [
    ...busy(),
    ...measures(
      ["consumers.a", "latency", 20, SERVED / 4, "rare"],
      ["consumers.a", "latency", 20, (3 * SERVED) / 4, "often"],
      ["consumers.a", "latency", 0, 0, "never"],
    ),
  ];
  // Beyond x there are all of the missing and, of E X², as many of Pareto's as 25,000 draws miss
  const second = 0.6 ** 2 * 5;
  near(unseen(three, figures, "queues.a", "waitingTime"), (second * (SERVED / 4) ** -0.2) / (second + 3 * 2));
});

test("the worst of several pools decides for a queue, and the system adds up its queues", () => {
  const two = model({
    producers: [producer("a", poisson(1), ["a"])],
    queues: [queue("a"), queue("b")],
    pools: [
      pool("a", exponential(1)),
      pool("b", giants, { from: ["a", "b"].map((name) => ({ queue: `queues.${name}`, window: 1, priority: 0 })) }),
    ],
  });
  const figures = [
    ...busy(),
    ...measures(
      ["queues.b", "waitingTime", 4],
      ["queues.b", "numberInQueue", 4],
      ["consumers.b", "latency", 30, SERVED],
      ["consumers.b", "throughput", 0.8],
      ["consumers.b", "utilization", 0.5],
    ),
  ];
  near(unseen(two, figures, "queues.a", "waitingTime"), MISSED);
  near(unseen(two, figures, "queues.b", "waitingTime"), MISSED);
  near(unseen(two, figures, "consumers.b", "latency"), missed(12 / 24));
  near(unseen(two, figures, "system", "numberInSystem"), missed(12 / 40));
});

test("what one pool has not seen of many alike others have, but only where they are alike", () => {
  const names = Array.from({ length: 32 }, (_, i) => `n${i}`);
  const fleet = (law: (i: number) => Distribution): Model =>
    model({
      producers: names.map((name) => producer(name, poisson(1), [name])),
      queues: names.map((name) => queue(name)),
      pools: names.map((name, i) => pool(name, law(i))),
    });
  const figures = measures(
    ["system", "numberInSystem", 32 * 10],
    ...names.flatMap((name): Figure[] => [
      [`queues.${name}`, "numberInQueue", 8],
      [`queues.${name}`, "numberInSystem", 10],
      [`consumers.${name}`, "latency", 10, SERVED],
      [`consumers.${name}`, "utilization", 0.9],
    ]),
  );
  const alike = fleet(() => giants);
  near(unseen(alike, figures, "queues.n0", "numberInSystem"), missed(0.8));
  const left = 0.05; // (32 · 10⁵)^−0.2
  near(unseen(alike, figures, "system", "numberInSystem"), 1 - 1 / (1 + (0.8 * left) / (1 - left)));
  const single = fleet((i) => (i === 0 ? giants : exponential(1)));
  near(unseen(single, figures, "system", "numberInSystem"), missed(0.8 / 32));
});
