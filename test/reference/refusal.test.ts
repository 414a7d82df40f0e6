import assert from "node:assert/strict";
import { test } from "vitest";
import { refusal } from "../../src/reference/refusal.ts";
import type { Pool, Queue } from "../../src/spec.ts";
import { exponential, model, poisson, pool, producer, queue, single } from "../model/systems.ts";

const withQueue = (changes: Partial<Queue>) => refusal(single(poisson(1), exponential(1), { queue: changes }));
const withPool = (changes: Partial<Pool>) => refusal(single(poisson(1), exponential(1), { pool: changes }));
const window = (size: number, concurrency: number, replicas = 1) =>
  withPool({ concurrency, replicas, from: [{ queue: "queues.a", window: size, priority: 0 }] });

test("servers behind an unlimited first-come-first-served queue are not refused", () => {
  assert.equal(withPool({}), null);
  assert.equal(window(3, 3, 4), null);
});

test("every other order is refused by name", () => {
  for (const order of ["lifo", "random", "priority", "shortest"] as const) {
    assert.equal(withQueue({ order }), `simjs serves only in order of arrival, and queues.a has the order ${order}.`);
  }
});

test("a limit is refused whatever happens beyond it", () => {
  for (const overflow of ["refuse", "drop-oldest", "wait"] as const) {
    assert.equal(
      withQueue({ limit: { amount: 10, counts: "ready", overflow } }),
      "simjs is used with unlimited queues only, and queues.a holds at most 10 messages.",
    );
  }
});

test("sharing and preemption are refused", () => {
  for (const serve of ["shared", "preemptive"] as const) {
    assert.equal(
      withPool({ serve }),
      `simjs is used with servers that finish what they began, and consumers.a is ${serve}.`,
    );
  }
});

test("a window below the number of servers keeps servers waiting, which is refused", () => {
  assert.equal(
    window(1, 2),
    "simjs keeps no server waiting, and consumers.a takes at most 1 from queues.a for 2 servers.",
  );
});

test("prefetching is refused where several replicas have a line each, and changes nothing where there is one", () => {
  assert.equal(
    window(Number.POSITIVE_INFINITY, 1, 2),
    "simjs has one line for all servers, and each replica of consumers.a prefetches into a line of its own.",
  );
  assert.equal(window(Number.POSITIVE_INFINITY, 1), null);
});

test("a queue without consumers, or with several pools, is refused", () => {
  const parts = { producers: [producer("a", poisson(1), ["a"])], queues: [queue("a")] };
  assert.equal(refusal(model(parts)), "simjs has no queue without servers, and nobody consumes from queues.a.");
  const second = { ...pool("a", exponential(1)), name: "consumers.b" };
  assert.equal(
    refusal(model({ ...parts, pools: [pool("a", exponential(1)), second] })),
    "simjs has one kind of servers behind a queue, and consumers.a and consumers.b share queues.a.",
  );
});

test("a pool that consumes from several queues is refused", () => {
  const from = ["queues.a", "queues.b"].map((name) => ({ queue: name, window: 1, priority: 0 }));
  const of = model({
    producers: [producer("a", poisson(1), ["a", "b"])],
    queues: [queue("a"), queue("b")],
    pools: [pool("a", exponential(1), { from })],
  });
  assert.equal(refusal(of), "simjs has servers for one queue each, and consumers.a consumes from 2.");
});
