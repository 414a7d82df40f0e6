import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { MessageClass, Model } from "../../src/spec.ts";
import { constant, model, pool, producer, queue, single, times, totals } from "./systems.ts";

/** Cases small enough to follow by hand: every time of every message is known. */

const close = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);

const recorded = (...values: number[]) => ({ by: "arrival" as const, times: values });

describe("first come, first served", () => {
  test("a recorded trace waits as Lindley's recursion says", () => {
    const of = model({
      producers: [producer("a", times(0, 1, 2, 3.5, 3.6, 10), ["a"])],
      queues: [queue("a")],
      pools: [pool("a", recorded(2, 0.5, 3, 1, 0.2, 1))],
    });
    const seen = totals(of, 20); // the last message leaves at 11
    // waits 0, 1, 0.5, 2, 2.9, 0; case LINDLEY-TRACE
    close(seen.mean("queues.a", "waitingTime"), 6.4 / 6);
    close(seen.mean("queues.a", "sojournTime"), 14.1 / 6);
    close(seen.level("queues.a", "numberInSystem"), 14.1 / 20);
    assert.equal(seen.peak("queues.a", "numberInSystem"), 3);
  });

  test("ten messages at once on three servers end after four rounds", () => {
    const of = single(times(...Array(10).fill(0)), constant(1), { pool: { replicas: 3 } });
    const seen = totals(of, 5);
    close(seen.mean("queues.a", "sojournTime"), 2.2); // 3·1 + 3·2 + 3·3 + 1·4 over 10
    close(seen.level("queues.a → consumers.a", "inService"), 10 / 5);
    assert.equal(seen.observation.stopped, "idle");
  });

  test("a message that arrives just as another leaves is served at once, in order of scheduling", () => {
    const seen = totals(single(times(0, 1, 2), constant(1)), 4);
    close(seen.mean("queues.a", "waitingTime"), 0);
  });
});

describe("orders", () => {
  /** Message 0 occupies the server until 10; then four more wait, and leave one by one. */
  const sojourns = (order: Model["queues"][number]["order"], services: number[]) => {
    const of = model({
      producers: [producer("a", times(0, 1, 2, 3, 4), ["a"])],
      queues: [queue("a", { order })],
      pools: [pool("a", recorded(...services))],
    });
    return totals(of, 100).mean("queues.a", "waitingTime") * services.length;
  };

  test("fifo serves in order of arrival", () => close(sojourns("fifo", [10, 1, 2, 3, 4]), 9 + 9 + 10 + 12));
  test("lifo serves the latest first", () =>
    close(sojourns("lifo", [10, 1, 2, 3, 4]), 6 + (14 - 3) + (17 - 2) + (19 - 1)));
  test("shortest serves the least work first", () =>
    close(sojourns("shortest", [10, 4, 1, 3, 2]), 10 - 2 + (11 - 4) + (13 - 3) + (16 - 1)));
  test("random order serves each waiting message once", () => {
    const waits = sojourns("random", [10, 1, 1, 1, 1]);
    close(waits, 10 + 11 + 12 + 13 - 10); // any order: departures at 10 … 13 less arrivals
  });
});

const TWO: MessageClass[] = [
  { name: "normal", priority: 0 },
  { name: "urgent", priority: 5 },
];

const ranked = (serve: "one" | "preemptive", replicas = 1): Model =>
  model({
    classes: TWO,
    producers: [
      producer("slow", times(0, 1), ["a"]),
      producer("fast", times(2, 3), ["a"], { mix: [{ class: 1, share: 1 }] }),
    ],
    queues: [queue("a", { order: serve === "one" ? "priority" : "fifo" })],
    pools: [
      pool(
        "a",
        { by: "class", law: [constant(10), constant(4)] },
        {
          serve,
          replicas,
          from: [{ queue: "queues.a", window: serve === "one" ? 1 : Number.POSITIVE_INFINITY, priority: 0 }],
        },
      ),
    ],
  });

describe("priority", () => {
  test("without preemption the urgent wait for the message in service and nothing else", () => {
    const seen = totals(ranked("one"), 100);
    close(seen.mean("queues.a", "waitingTime", 1), (8 + 11) / 2);
    close(seen.mean("queues.a", "waitingTime", 0), (0 + 17) / 2);
  });

  test("with preemption the urgent interrupt, and the work done so far is kept", () => {
    const seen = totals(ranked("preemptive"), 100);
    // urgent: 2–6, 6–10; the interrupted message has 8 left: 10–18; the second: 18–28
    close(seen.mean("queues.a", "sojournTime", 1), (4 + 7) / 2);
    close(seen.mean("queues.a", "sojournTime", 0), (18 + 27) / 2);
    close(seen.mean("queues.a", "waitingTime", 0), 17 / 2);
  });

  test("of two in service the one that arrived last gives way", () => {
    const seen = totals(ranked("preemptive", 2), 100);
    // servers: n0 0–, n1 1–; u2 interrupts n1 (2–6), u3 interrupts n0 (3–7); n0 has 7 left and goes first: 6–13
    close(seen.mean("queues.a", "sojournTime", 1), 4);
    close(seen.mean("queues.a", "sojournTime", 0), (13 + (16 - 1)) / 2);
  });
});

describe("processor sharing", () => {
  const shared = (replicas: number) =>
    single(times(0, 1), constant(2), {
      pool: { serve: "shared", replicas, from: [{ queue: "queues.a", window: Number.POSITIVE_INFINITY, priority: 0 }] },
    });

  test("two messages on one server each go half as fast", () => {
    const seen = totals(shared(1), 10); // alone until 1, then 1 left at half speed: 3; then 1 left alone: 4
    close(seen.mean("queues.a", "sojournTime"), (3 + 3) / 2);
    close(seen.mean("queues.a", "waitingTime"), 0);
    close(seen.level("consumers.a", "busy"), 0.4);
    close(seen.level("queues.a → consumers.a", "inService"), 0.6);
  });

  test("two messages on two servers do not disturb each other", () =>
    close(totals(shared(2), 10).mean("queues.a", "sojournTime"), 2));
});

describe("limits", () => {
  const limited = (overflow: "refuse" | "drop-oldest" | "wait", counts: "system" | "ready", amount: number) =>
    single(times(0, 1, 2, 3), constant(10), { queue: { limit: { amount, counts, overflow } } });

  test("a full queue refuses: two of four are lost", () => {
    const seen = totals(limited("refuse", "system", 2), 100);
    assert.equal(seen.count("queues.a", "refused"), 2);
    close(seen.mean("queues.a", "waitingTime"), 9 / 2);
  });

  test("capacity counts the message in service, max-length does not", () => {
    const seen = totals(limited("refuse", "ready", 2), 100);
    assert.equal(seen.count("queues.a", "refused"), 1);
  });

  test("dropping the oldest makes room for the newest, never touching the one in service", () => {
    const seen = totals(limited("drop-oldest", "system", 2), 100);
    assert.equal(seen.count("queues.a", "dropped"), 2); // those of 1 and 2, dropped at 2 and 3
    close(seen.count("queues.a", "droppedTime"), 2);
    close(seen.mean("queues.a", "waitingTime"), (0 + 7) / 2);
  });

  test("where nothing waits there is nothing to drop, so the newest is refused", () => {
    const seen = totals(limited("drop-oldest", "system", 1), 100);
    assert.equal(seen.count("queues.a", "refused"), 3);
  });

  test("a full queue that makes its producer wait loses nothing", () => {
    const seen = totals(limited("wait", "system", 2), 100);
    // places at 0 and 1; the third message, of 2, enters at 10; the fourth, due at 3, is 8 late and enters at 20
    assert.equal(seen.count("queues.a", "sojournTime"), 4);
    close(seen.mean("queues.a", "sojournTime"), (10 + 19 + 20 + 20) / 4);
    close(seen.mean("consumers.a", "latency"), (10 + 19 + 28 + 29) / 4);
    close(seen.level("producers.a", "blocked"), (8 + 9) / 100);
  });
});

describe("dispatch", () => {
  /** Six messages for two consumers, the first of which gets the long one. */
  const pushed = (window: number) =>
    totals(
      model({
        producers: [producer("a", times(0, 0.1, 0.2, 0.3, 0.4, 0.5), ["a"])],
        queues: [queue("a")],
        pools: [
          pool("a", recorded(10, 1, 1, 1, 1, 1), { replicas: 2, from: [{ queue: "queues.a", window, priority: 0 }] }),
        ],
      }),
      100,
    ).mean("queues.a", "waitingTime") * 6;

  test("with prefetch 1 every message goes to whichever consumer is free", () =>
    close(pushed(1), 0.9 + 1.8 + 2.7 + 3.6));

  test("with unlimited prefetch, messages behind the long one are stuck with its consumer", () => {
    close(pushed(Number.POSITIVE_INFINITY), 9.8 + 10.6 + 0.8 + 1.6); // third and fifth; fourth and sixth
  });

  test("with prefetch 2 one message is stuck, the next is held back for the free consumer", () => {
    close(pushed(2), 9.8 + 0.8 + 1.7 + 2.6);
  });

  test("a consumer of higher priority is served while it has room", () => {
    const of = model({
      producers: [producer("a", times(0, 2, 4, 4.5), ["a"])],
      queues: [queue("a")],
      pools: [
        pool("low", constant(1), { from: [{ queue: "queues.a", window: 1, priority: 0 }] }),
        pool("high", constant(1), { from: [{ queue: "queues.a", window: 1, priority: 1 }] }),
      ],
    });
    const seen = totals(of, 10);
    assert.equal(seen.count("consumers.high", "latency"), 3);
    assert.equal(seen.count("consumers.low", "latency"), 1);
  });
});

describe("networks", () => {
  test("a tandem keeps the birth of a message: latency runs from publication", () => {
    const of = model({
      producers: [producer("a", times(0, 1), ["a"])],
      queues: [queue("a"), queue("b")],
      pools: [pool("a", constant(2), { then: [{ share: 1, to: ["queues.b"] }] }), pool("b", constant(3))],
    });
    const seen = totals(of, 20);
    close(seen.mean("queues.b", "waitingTime"), 1 / 2);
    close(seen.mean("consumers.b", "latency"), (5 + 7) / 2);
    assert.equal(seen.count("consumers.a", "hops"), 2);
  });

  test("a list of targets gives each a copy", () => {
    const of = model({
      producers: [producer("a", times(0, 1), ["a", "b"])],
      queues: [queue("a"), queue("b")],
      pools: [pool("a", constant(1)), pool("b", constant(2))],
    });
    const seen = totals(of, 20);
    assert.equal(seen.count("producers.a", "published"), 2);
    assert.equal(seen.count("producers.a", "twins"), 2);
    assert.deepEqual([seen.count("queues.a", "sojournTime"), seen.count("queues.b", "sojournTime")], [2, 2]);
    assert.deepEqual(seen.observation.copies, { begun: 4, ended: 4 });
  });

  test("a server whose message finds the next queue full is blocked until there is room", () => {
    const full = { amount: 1, counts: "system" as const, overflow: "wait" as const };
    const of = model({
      producers: [producer("a", times(0, 0, 0), ["a"])],
      queues: [queue("a"), queue("b", { limit: full })],
      pools: [pool("a", constant(1), { then: [{ share: 1, to: ["queues.b"] }] }), pool("b", constant(5))],
    });
    const seen = totals(of, 30); // b: 1–6, 6–11, 11–16; a: 0–1, 1–2 blocked to 6, 6–7 blocked to 11
    close(seen.mean("consumers.b", "latency"), (6 + 11 + 16) / 3);
    close(seen.level("consumers.a", "blocked"), 8 / 30);
    close(seen.level("queues.a → consumers.a", "inService"), 11 / 30);
  });

  test("a queue that fills itself comes to a deadlock, and it is said", () => {
    const full = { amount: 1, counts: "system" as const, overflow: "wait" as const };
    const of = single(times(0, 1), constant(1), {
      queue: { limit: full },
      pool: { then: [{ share: 1, to: ["queues.a"] }] },
    });
    assert.equal(totals(of, 30).observation.stopped, "deadlock");
  });

  test("a long chain of blocked servers frees itself without running out of stack", () => {
    const n = 5000;
    const full = { amount: 1, counts: "system" as const, overflow: "wait" as const };
    const names = Array.from({ length: n }, (_, i) => `q${i}`);
    const of = model({
      producers: names.map((name) => producer(name, times(0), [name])),
      queues: names.map((name) => queue(name, { limit: full })),
      pools: names.map((name, i) =>
        pool(name, constant(i === n - 1 ? 10_000 : 1e-3), {
          then: [{ share: 1, to: i < n - 1 ? [`queues.q${i + 1}`] : [] }],
        }),
      ),
    });
    const { observation } = totals(of, 15_000, { watch: [] });
    assert.equal(observation.copies.ended, n); // the last message, and one hop of each of the others
  });
});

describe("closed populations", () => {
  test("a client thinks, publishes, and waits until all copies of its message have left", () => {
    const of = model({
      producers: [producer("a", { process: "closed", population: 1, think: constant(2) }, ["a", "b"])],
      queues: [queue("a"), queue("b")],
      pools: [pool("a", constant(1)), pool("b", constant(4))],
    });
    const seen = totals(of, 60);
    assert.equal(seen.count("producers.a", "published"), 10); // every 2 + 4 s, first at 2
  });

  test("a client whose message is refused thinks again", () => {
    const of = model({
      producers: [producer("a", { process: "closed", population: 2, think: constant(1) }, ["a"])],
      queues: [queue("a", { limit: { amount: 1, counts: "system", overflow: "refuse" } })],
      pools: [pool("a", constant(10))],
    });
    const seen = totals(of, 10.5); // the second client is refused at 1, 2, …, 10
    assert.equal(seen.count("queues.a", "refused"), 10);
  });
});
