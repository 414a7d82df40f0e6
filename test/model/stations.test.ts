import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { NO_SHORTCUTS, type Shortcuts } from "../../src/model/shortcuts.ts";
import { textbookStations } from "../../src/model/textbook.ts";
import type { Model, Pool } from "../../src/spec.ts";
import { randomModel } from "../laws/random-models.ts";
import { observed, plainer, same } from "./observing.ts";
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

const asStations = (of: Model): Shortcuts => ({ chains: [], stations: textbookStations(of) });

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
  same(observed(network, asStations(network)), observed(network, NO_SHORTCUTS));
});

test("stations and the general parts see the same beside each other in any model", () => {
  let stations = 0;
  fc.assert(
    fc.property(randomModel(), (drawn) => {
      const of = plainer(drawn);
      stations += textbookStations(of).length;
      same(observed(of, asStations(of)), observed(of, NO_SHORTCUTS));
    }),
    { numRuns: 40, seed: 20261121 },
  );
  assert.ok(stations > 40, `only ${stations} stations were compared`);
});
