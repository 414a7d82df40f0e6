import assert from "node:assert/strict";
import { test } from "vitest";
import { LocalObserver } from "../../src/experiment/observer.ts";
import { Replication } from "../../src/model/replication.ts";
import { transient as uniformized } from "../../src/queueing/transient.ts";
import type { Result, Row } from "../../src/result.ts";
import type { Model, Run } from "../../src/spec.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single } from "../model/systems.ts";
import { MM1, transient, windowed } from "./transient.ts";

/* Theory beside transient runs: averages over windows, from the empty system in which a run begins. */

const WINDOWS: Run["windows"] = [
  [0, 10],
  [10, 30],
  [30, 60],
];

const withTheory = (result: Result): Row[] => result.rows.filter(({ theory }) => theory !== null);

function agreesByChance({ agreement, caveats, rows }: Result): void {
  assert.ok(agreement !== undefined && agreement.compared > 5);
  assert.equal(agreement.refuted, 0);
  assert.deepEqual(caveats, []);
  const exact = rows.filter(({ theory }) => theory?.exact);
  assert.ok(exact.some(({ theory }) => Math.abs(theory!.z!) > 0.2)); // and is not compared with itself
}

test("a constant rate from empty has the transient M/M/1 beside it, at every place where it says something", async () => {
  const result = await transient({ run: { windows: WINDOWS, replications: 60 } });
  agreesByChance(result);
  const places = new Set(withTheory(result).map(({ where, metric }) => `${where} ${metric}`));
  assert.deepEqual(
    [...places].sort(),
    [
      "consumers.a throughput",
      "consumers.a utilization",
      "queues.a numberInQueue",
      "queues.a numberInSystem",
      "queues.a throughput",
      "system numberInSystem",
      "system throughput",
    ].sort(),
  );
  const [first] = windowed(result, "numberInSystem", "queues.a");
  assert.equal(first.theory?.model, "M/M/1");
  // ∫ E[N(t)] over 10 s of uniformization in steps of 1/8 s, by Simpson's rule
  assert.ok(Math.abs(first.theory!.value - simpson(10)) < 1e-5);
});

function simpson(until: number): number {
  const n = 8 * until;
  const moments = uniformized(
    0.8,
    { mu: 1, c: 1, capacity: Infinity, start: 0 },
    Array.from({ length: n + 1 }, (_, i) => i / 8),
  );
  const weight = (i: number) => (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2);
  return moments.reduce((sum, { numberInSystem }, i) => sum + weight(i) * numberInSystem, 0) / (3 * n);
}

test("the curve over time has the same theory, batch by batch", async () => {
  const result = await transient({ run: { windows: WINDOWS, replications: 20 } });
  const [{ x, theory }] = result.curves;
  assert.equal(theory?.y.length, x.length);
  assert.equal(theory?.exact, true);
  const [, , last] = windowed(result, "numberInSystem", "queues.a");
  const late = theory.y.filter((_, i) => x[i] > 30);
  const mean = late.reduce((sum, y) => sum + y, 0) / late.length;
  assert.ok(Math.abs(mean - last.theory!.value) < 1e-6);
});

/** A rush in the middle: more than two servers can do. */
const RUSH = single(poisson(2), exponential(1), {
  pool: { concurrency: 2 },
  producer: { profile: { profile: "piecewise", at: [10, 10, 30, 30], factor: [0.5, 2, 2, 0.25], repeat: null } },
});

test("a rush that two servers cannot keep up with agrees with M_t/M/2 in every window", async () => {
  const result = await transient({ run: { windows: WINDOWS, replications: 60 } }, RUSH);
  agreesByChance(result);
  const [, rush] = windowed(result, "numberInSystem", "queues.a");
  assert.equal(rush.theory?.model, "M_t/M/2");
  assert.ok(rush.theory.value > 15);
});

test("what a full queue refuses agrees too", async () => {
  const queue = { limit: { amount: 8, counts: "system" as const, overflow: "refuse" as const } };
  const [pool, producer] = [{ concurrency: 2 }, { profile: RUSH.producers[0].profile }];
  const result = await transient(
    { run: { windows: WINDOWS, replications: 60 } },
    single(poisson(2), exponential(1), { queue, pool, producer }),
  );
  agreesByChance(result);
  const [, rush] = windowed(result, "lossProbability", "queues.a");
  assert.equal(rush.theory?.model, "M_t/M/2/8");
  assert.ok(Math.abs(rush.theory.z!) < 4);
});

test("with more servers than are ever busy the law of service does not matter: M_t/G/∞", async () => {
  const producer = { profile: { profile: "sine", period: 20, amplitude: 1, peak: 3 } as const };
  const model = single(poisson(5), constant(2), { pool: { concurrency: 200 }, producer });
  const result = await transient({ run: { windows: WINDOWS, replications: 40 } }, model);
  agreesByChance(result);
  assert.match(windowed(result, "numberInSystem", "queues.a")[0].theory!.model, /^M_t\/G\/∞/);
});

test("service that is not exponential gets an approximation, which is no judge", async () => {
  const model: Model = { ...RUSH, pools: [{ ...RUSH.pools[0], service: { by: "class", law: [constant(1)] } }] };
  const result = await transient({ run: { windows: WINDOWS, replications: 20 } }, model);
  assert.equal(result.agreement, undefined);
  const { theory } = windowed(result, "numberInSystem", "queues.a")[0];
  assert.deepEqual([theory?.exact, theory?.z], [false, undefined]);
  assert.equal(theory?.model, "M_t/M/2 as if service were exponential");
});

test("a simulation of something else is found out", async () => {
  const truth = await transient({ run: { windows: WINDOWS, replications: 60 } }, RUSH);
  const slower: Model = { ...RUSH, pools: [{ ...RUSH.pools[0], service: { by: "class", law: [exponential(1.2)] } }] };
  const pool = new LocalObserver((job) => new Replication({ ...job, model: slower }));
  const result = await transient({ run: { windows: WINDOWS, replications: 60 }, pool }, RUSH);
  assert.ok(truth.agreement!.refuted === 0 && result.agreement!.refuted > 0);
  const [{ text }] = result.caveats.filter(({ code }) => code === "disagreement");
  assert.match(text, /(mean|loss).* at \S+ from \d+ s to \d+ s is .* where M_t\/M\/2 gives exactly/);
});

test("few replications show the value of theory but do not judge", async () => {
  const result = await transient({ run: { windows: WINDOWS, replications: 10 } });
  assert.equal(result.agreement, undefined);
  assert.ok(
    windowed(result, "numberInSystem", "queues.a").every(({ theory }) => theory?.exact && theory.z === undefined),
  );
});

test("where no formula follows a queue a caveat says why", async () => {
  const ahead = single(poisson(0.8), exponential(1), {
    pool: { from: [{ queue: "queues.a", window: 5, priority: 0 }], replicas: 2 },
  });
  const result = await transient({ run: { replications: 2 } }, ahead);
  assert.deepEqual(withTheory(result), []);
  assert.match(result.caveats[0].text, /No theory for queues\.a: consumers take messages ahead of time/);
  assert.equal(result.curves[0].theory, null);
});

test("a model of one queue alone speaks for the system", async () => {
  const result = await transient({ run: { windows: WINDOWS, replications: 2 } }, MM1);
  const [system, queue] = ["system", "queues.a"].map(
    (where) => windowed(result, "numberInSystem", where)[0].theory?.value,
  );
  assert.equal(system, queue);
});

test("a model of very many queues has its first fifty followed", async () => {
  const names = Array.from({ length: 52 }, (_, i) => `q${i}`);
  const many = model({
    producers: names.map((name) => producer(name, poisson(1), [name])),
    queues: names.map((name) => queue(name)),
    pools: names.map((name) => pool(name, exponential(0.5))),
  });
  const { curves, caveats } = await transient({ run: { until: { seconds: 10 }, replications: 2 } }, many);
  assert.deepEqual(
    curves.map(({ theory }) => theory !== null),
    names.map((_, i) => i < 50),
  );
  assert.deepEqual(
    caveats.map(({ where }) => where),
    ["queues.q50", "queues.q51"],
  );
});
