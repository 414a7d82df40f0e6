import assert from "node:assert/strict";
import { test } from "vitest";
import { shareAlike } from "../../src/config/alike.ts";
import { exponential, model, poisson, pool, producer, queue } from "../model/systems.ts";

function fleet(stations: number) {
  const names = Array.from({ length: stations }, (_, i) => `n${i}`);
  return model({
    producers: names.map((name, i) => producer(name, poisson(i % 2), [name])),
    queues: names.map((name) =>
      queue(name, { limit: { amount: Number.POSITIVE_INFINITY, counts: "system", overflow: "refuse" } }),
    ),
    pools: names.map((name) => pool(name, exponential(1))),
  });
}

test("in a large model what parts say alike is one object, and everything still says what it said", () => {
  const shared = fleet(400);
  shareAlike(shared);
  assert.deepEqual(shared, fleet(400));
  const [first, second, third] = shared.producers;
  assert.equal(first.arrivals, third.arrivals);
  assert.notEqual(first.arrivals, second.arrivals);
  assert.equal(first.mix, second.mix);
  assert.equal(shared.queues[0].limit, shared.queues[1].limit);
  assert.equal(shared.pools[0].service, shared.pools[399].service);
});

test("a small model is left as it is", () => {
  const small = fleet(2);
  shareAlike(small);
  assert.notEqual(small.queues[0].limit, small.queues[1].limit);
});
