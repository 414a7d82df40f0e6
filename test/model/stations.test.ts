import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import type { Recorded } from "../../src/model/layout.ts";
import { layoutOf } from "../../src/model/layouter.ts";
import type { Observation } from "../../src/model/observation.ts";
import { Replication, watchKey } from "../../src/model/replication.ts";
import { textbookStations } from "../../src/model/textbook.ts";
import type { Model, Pool } from "../../src/spec.ts";
import { randomModel } from "../laws/random-models.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single } from "./systems.ts";

const names = (of: Model) => textbookStations(of).map((station) => station.queue.name);

const goingOn = (...then: Pool["then"]) => pool("a", exponential(0.5), { then });

/** Station "a" in front of station "b". */
const tandem = (b: Partial<Model["queues"][number]>, then = [{ share: 1, to: ["queues.b"] }]) =>
  model({
    producers: [producer("a", poisson(0.7), ["a"])],
    queues: [queue("a"), queue("b", b)],
    pools: [goingOn(...then), pool("b", exponential(1), { replicas: 2 })],
  });

function observe(of: Model, stations = textbookStations(of)): Observation {
  const keys: string[] = [];
  layoutOf(of, (where, metric: Recorded) => keys.push(watchKey(where, metric)) > 0);
  const run = new Replication({ model: of, watch: keys, batchSeconds: 0.25, seed: 5, replication: 0 }, stations);
  run.advance(100);
  return run.observe();
}

/** Two observations are equal, but for the last bits of what was added up in another order. */
function same(a: Observation, b: Observation): void {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  assert.equal(left.length, right.length);
  const far = left.findIndex((x, i) => Math.abs(x - right[i]) > 1e-9 * (1 + Math.abs(x)));
  assert.equal(far, -1, `${left[far]}, not ${right[far]}`);
  assert.deepEqual([a.fired, a.stopped, a.inside, a.copies], [b.fired, b.stopped, b.inside, b.copies]);
}

function numbersOf({ batches }: Observation): number[] {
  return batches.flatMap(({ seconds, sums, peaks, ages, histograms }) => [
    seconds,
    ...[...sums, ...peaks, ...ages],
    ...histograms.flatMap(({ zeros, rest }) => [zeros, rest.counts.length && rest.first, ...rest.counts]),
  ]);
}

/** A model in which two queues of three are plain. */
function plainer(of: Model): Model {
  return {
    classes: of.classes.slice(0, 1),
    producers: of.producers.map((one) => ({ ...one, mix: [{ class: 0, share: 1 }] })),
    queues: of.queues.map((one, i) => (i % 3 === 1 ? one : queue(one.name.slice("queues.".length)))),
    pools: of.pools.map((one, i) => {
      if (i % 3 === 1) return { ...one, service: firstLaw(one) };
      const from = one.from.map((each) => ({ ...each, window: one.concurrency }));
      const then = one.then.map((way) => ({ ...way, to: way.to.slice(0, 1) }));
      return { ...one, from, then, serve: "one", service: firstLaw(one) };
    }),
  };
}

function firstLaw({ service }: Pool): Pool["service"] {
  return service.by === "class" ? { by: "class", law: service.law.slice(0, 1) } : service;
}

test("a station is a textbook's when nothing but its arrivals, its servers and its service decides what happens", () => {
  assert.deepEqual(names(single(poisson(1), constant(1))), ["queues.a"]);
  const window = [{ queue: "queues.a", window: 2, priority: 0 }];
  assert.deepEqual(names(single(poisson(1), constant(1), { pool: { from: window, concurrency: 2 } })), ["queues.a"]);
  assert.deepEqual(names(single(poisson(1), constant(1), { pool: { from: window, concurrency: 1 } })), []);
  assert.deepEqual(names(single(poisson(1), constant(1), { pool: { serve: "shared" } })), []);
  assert.deepEqual(names(single(poisson(1), constant(1), { queue: { order: "lifo" } })), []);
  const limit = { amount: 3, counts: "system", overflow: "refuse" } as const;
  assert.deepEqual(names(single(poisson(1), constant(1), { queue: { limit } })), []);
  const recorded = { by: "arrival", times: [1, 2] } as const;
  const dealt = { ...single(poisson(1), constant(1)), pools: [pool("a", { ...recorded, times: [1, 2] })] };
  assert.deepEqual(names(dealt), []);
  const classes = [
    { name: "normal", priority: 0 },
    { name: "urgent", priority: 1 },
  ];
  assert.deepEqual(names({ ...single(poisson(1), constant(1)), classes }), []);
});

test("a station that sends messages on is one when all it leads to are", () => {
  assert.deepEqual(names(tandem({})), ["queues.a", "queues.b"]);
  assert.deepEqual(names(tandem({ order: "random" })), []);
  const fork = [{ share: 1, to: ["queues.b", "queues.b"] }];
  assert.deepEqual(names(tandem({}, fork)), ["queues.b"]);
  const shared = tandem({});
  assert.deepEqual(names({ ...shared, pools: [...shared.pools, { ...shared.pools[1], name: "consumers.c" }] }), []);
});

test("stations and the general parts see the same in networks with several servers, feedback and closed clients", () => {
  const ways = [
    { share: 0.25, to: ["queues.a"] },
    { share: 0.5, to: ["queues.b"] },
    { share: 0.25, to: [] },
  ];
  const population = producer("c", { process: "closed", population: 4, think: exponential(3) }, ["b"]);
  const of = tandem({}, ways);
  const network = { ...of, producers: [...of.producers, population, producer("d", poisson(0.1), ["a", "b"])] };
  assert.equal(textbookStations(network).length, 2);
  same(observe(network), observe(network, []));
});

test("stations and the general parts see the same beside each other in any model", () => {
  let stations = 0;
  fc.assert(
    fc.property(randomModel(), (drawn) => {
      const of = plainer(drawn);
      stations += textbookStations(of).length;
      same(observe(of), observe(of, []));
    }),
    { numRuns: 40, seed: 20261121 },
  );
  assert.ok(stations > 40, `only ${stations} stations were compared`);
});
