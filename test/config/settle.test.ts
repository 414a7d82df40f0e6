import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Pool, Producer, Queue } from "../../src/spec.ts";
import { CONSUMER, MODEL, modelOf, PRODUCER, problemsOf } from "./loading.ts";

test("the smallest model has every default filled in", async () => {
  assert.deepEqual(await modelOf(MODEL), {
    classes: [{ name: "message", priority: 0 }],
    producers: [
      {
        name: "producers.app",
        count: 1,
        arrivals: { process: "poisson", rate: 80 },
        profile: null,
        batch: { discrete: "constant", value: 1 },
        mix: [{ class: 0, share: 1 }],
        to: [{ share: 1, to: ["queues.queue"] }],
      },
    ],
    queues: [
      {
        name: "queues.queue",
        order: "fifo",
        limit: { amount: Infinity, counts: "system", overflow: "refuse" },
        parking: false,
      },
    ],
    pools: [
      {
        name: "consumers.worker",
        from: [{ queue: "queues.queue", window: 1, priority: 0 }],
        replicas: 1,
        concurrency: 1,
        serve: "one",
        service: { by: "class", law: [{ dist: "exponential", mean: 0.01 }] },
        then: [{ share: 1, to: [] }],
      },
    ],
  });
});

test("the model of the language's own description is settled as it says", async () => {
  const model = await modelOf(`
parameters: {load: 0.8}
producers:
  shop:
    rate: load * 8 / 60 ms            # of one producer; times \`count\`
    to: orders                        # a queue or an exchange
    classes:
      urgent: {share: 20%, priority: 9}
      normal: {share: 80%}
queues:
  orders: {order: priority, capacity: 1000, overflow: refuse}
consumers:
  worker:
    queue: orders
    replicas: 8
    service:
      urgent: exponential 30 ms
      normal: lognormal mean 60 ms p99 300 ms
    then: {done: 90%, orders: 10%}    # feedback; a queue's name sends the same message on
`);
  assert.deepEqual(model.classes, [
    { name: "urgent", priority: 9 },
    { name: "normal", priority: 0 },
  ]);
  const [producer] = model.producers;
  assert.deepEqual(producer.arrivals, { process: "poisson", rate: (0.8 * 8) / 0.06 });
  assert.deepEqual(producer.mix, [
    { class: 0, share: 0.2 },
    { class: 1, share: 0.8 },
  ]);
  assert.deepEqual(model.queues, [
    {
      name: "queues.orders",
      order: "priority",
      limit: { amount: 1000, counts: "system", overflow: "refuse" },
      parking: false,
    },
  ]);
  const [pool] = model.pools;
  assert.equal(pool.replicas, 8);
  assert.deepEqual(pool.then, [
    { share: 0.9, to: [] },
    { share: 0.1, to: ["queues.orders"] },
  ]);
  assert.ok(pool.service.by === "class");
  assert.deepEqual(pool.service.law[0], { dist: "exponential", mean: 0.03 });
  assert.equal(pool.service.law[1].dist, "lognormal");
});

describe("a queue as written, and settled", () => {
  const QUEUES: Readonly<Record<string, Partial<Queue>>> = {
    "{order: lifo}": { order: "lifo" },
    "{order: random}": { order: "random" },
    "{order: shortest}": { order: "shortest" },
    "{order: sharing}": { order: "fifo" },
    "{order: preemptive}": { order: "priority" },
    "{capacity: 10}": { limit: { amount: 10, counts: "system", overflow: "refuse" } },
    "{capacity: 10, overflow: drop-oldest}": { limit: { amount: 10, counts: "system", overflow: "drop-oldest" } },
    "{capacity: unlimited}": { limit: { amount: Infinity, counts: "system", overflow: "refuse" } },
    "{max-length: 10, overflow: wait}": { limit: { amount: 10, counts: "ready", overflow: "wait" } },
    "{max-length: 0}": { limit: { amount: 0, counts: "ready", overflow: "refuse" } },
    "{parking: false}": { parking: false },
  };
  const classes = "classes: {a: {share: 50%, priority: 1}, b: {share: 50%}}";
  for (const [written, settled] of Object.entries(QUEUES)) {
    test(written, async () => {
      const { queues } = await modelOf(
        `producers: {app: {rate: 80/s, ${classes}}}\nqueues: {inbox: ${written}}\n${CONSUMER}`,
      );
      assert.deepEqual(queues[0], { ...queues[0], ...settled });
    });
  }
});

describe("a consumer as written, and settled", () => {
  const window = (size: number) => [{ queue: "queues.queue", window: size, priority: 0 }];
  const POOLS: Readonly<Record<string, Partial<Pool>>> = {
    "replicas: 3": { replicas: 3, from: window(1) },
    "concurrency: 4": { concurrency: 4, from: window(4) },
    "concurrency: 4, prefetch: 6": { from: window(6) },
    "prefetch: unlimited": { from: window(Infinity) },
    "queue: queue": { from: window(1) },
    "queue: queues.queue": { from: window(1) },
    "queue: [queue]": { from: window(1) },
    "priority: 5": { from: [{ queue: "queues.queue", window: 1, priority: 5 }] },
    "then: done": { then: [{ share: 1, to: [] }] },
    "then: {done: 25%, queue: 0.75}": {
      then: [
        { share: 0.25, to: [] },
        { share: 0.75, to: ["queues.queue"] },
      ],
    },
    "then: {again: {share: 10%, to: [queue]}, end: {share: 90%, to: done}}": {
      then: [
        { share: 0.1, to: ["queues.queue"] },
        { share: 0.9, to: [] },
      ],
    },
  };
  for (const [written, settled] of Object.entries(POOLS)) {
    test(written, async () => {
      const { pools } = await modelOf(`${PRODUCER}\nconsumers: {worker: {service: 1 ms, ${written}}}`);
      assert.deepEqual(pools[0], { ...pools[0], ...settled });
    });
  }
});

describe("a producer as written, and settled", () => {
  const PRODUCERS: Readonly<Record<string, Partial<Producer>>> = {
    "count: 20": { count: 20 },
    "to: a": { to: [{ share: 1, to: ["queues.a"] }] },
    "to: queues.a": { to: [{ share: 1, to: ["queues.a"] }] },
    "to: [a, b]": { to: [{ share: 1, to: ["queues.a", "queues.b"] }] },
    "to: {a: 30%, both: {share: 70%, to: [a, b]}}": {
      to: [
        { share: 0.3, to: ["queues.a"] },
        { share: 0.7, to: ["queues.a", "queues.b"] },
      ],
    },
    "to: a, classes: {only: {}}": { mix: [{ class: 0, share: 1 }] },
  };
  for (const [written, settled] of Object.entries(PRODUCERS)) {
    test(written, async () => {
      const to = written.includes("to:") ? "" : ", to: a";
      const { producers } = await modelOf(`producers:
  app: {rate: 80/s, ${written}${to}}
  other: {rate: 1/s, to: [a, b]}
queues: {a: {}, b: {}}
consumers: {worker: {queue: [a, b], service: 1 ms}}`);
      assert.deepEqual(producers[0], { ...producers[0], ...settled });
    });
  }
});

test("sharing and preemption hand every message to the servers, so their window is unlimited", async () => {
  for (const [order, serve] of [
    ["sharing", "shared"],
    ["preemptive", "preemptive"],
  ] as const) {
    const { pools } =
      await modelOf(`producers: {app: {rate: 80/s, classes: {a: {share: 50%, priority: 1}, b: {share: 50%}}}}
queues: {inbox: {order: ${order}}}
${CONSUMER}`);
    assert.deepEqual([pools[0].serve, pools[0].from[0].window], [serve, Infinity]);
  }
});

test("a service by class needs no time for a class that does not come", async () => {
  const { pools } = await modelOf(`producers:
  app: {rate: 8/s, to: a, classes: {x: {share: 50%}, y: {share: 50%}}}
  web: {rate: 8/s, to: b}
queues: {a: {}, b: {}}
consumers:
  one: {queue: a, service: {x: 1 ms, y: 2 ms}}
  two: {queue: b, service: {message: 3 ms}}
`);
  const laws = pools.map(({ service }) => (service.by === "class" ? service.law : []));
  assert.deepEqual(laws[0].slice(0, 2), [
    { dist: "constant", value: 0.001 },
    { dist: "constant", value: 0.002 },
  ]);
  assert.deepEqual(laws[1][2], { dist: "constant", value: 0.003 });
});

test("recorded service times are taken in the order of the file, also as the difference of two columns", async () => {
  const files = { "t.csv": "started,finished,took\n1,1.5,0.5\n2,2.25,0.25\n" };
  for (const recording of ["column: took", "from: started, to: finished"]) {
    const { pools } = await modelOf(
      `${PRODUCER}\nconsumers: {worker: {service: {times: {file: t.csv, ${recording}}}}}`,
      files,
    );
    assert.deepEqual(pools[0].service, { by: "arrival", times: [0.5, 0.25] });
  }
  const backwards = `${PRODUCER}\nconsumers: {worker: {service: {times: {file: t.csv, from: finished, to: started}}}}`;
  assert.equal((await problemsOf(backwards, files))[0].code, "data-invalid");
});

test("parameters may be computed from one another in any order", async () => {
  const { producers } = await modelOf(`parameters: {rate: load / work, work: 2 * base, base: 5 ms, load: 80%}
producers: {app: {rate: rate}}
${CONSUMER}`);
  assert.deepEqual(producers[0].arrivals, { process: "poisson", rate: 80 });
});

test("anchors, aliases and merge keys repeat settings", async () => {
  const { pools } = await modelOf(`producers: {app: {rate: 80/s, to: [a, b]}}
queues: {a: {}, b: {}}
consumers:
  one: &worker {queue: a, replicas: 3, service: &time 1 ms}
  two: {<<: *worker, queue: b, service: *time}
`);
  assert.deepEqual(
    pools.map(({ replicas, from }) => [replicas, from[0].queue]),
    [
      [3, "queues.a"],
      [3, "queues.b"],
    ],
  );
});

test("all problems are found at once, in the order of reading", async () => {
  const problems = await problemsOf(`producers:
  app: {rate: 80, count: 0}
  web: {arrivals: poison 3/s, classes: {a: {share: 50%}}}
queues: {inbox: {capacity: 0, overflow: wait}}
consumers: {worker: {queue: inbx, service: exponential 10, then: {done: 50%}}}
`);
  assert.deepEqual(
    problems.map(({ code, line }) => `${line} ${code}`),
    [
      "2 unit-missing",
      "2 value-out-of-range",
      "3 arrivals-unknown",
      "3 shares-sum",
      "4 value-out-of-range",
      "5 name-unknown",
      "5 unit-missing",
      "5 shares-sum",
    ],
  );
});

test("shares add up to 1 but for rounding", async () => {
  const then = (shares: string) =>
    problemsOf(`parameters: {third: 1 / 3}\n${PRODUCER}\nconsumers: {worker: {service: 1 ms, then: {${shares}}}}`);
  const three = (share: string) => `done: ${share}, a: {share: ${share}, to: done}, b: {share: ${share}, to: queue}`;
  assert.deepEqual(await then(three("third")), []);
  assert.deepEqual(await then("done: 10%, a: {share: 20%, to: done}, b: {share: 70%, to: queue}"), []);
  assert.deepEqual(
    (await then(three("33.33333%"))).map(({ code }) => code),
    ["shares-sum"],
  );
});

test("queues that wait for one another in a circle are allowed: whether they lock is found when they run", async () => {
  const { queues } = await modelOf(`producers: {app: {rate: 8/s, to: a}}
queues: {a: {max-length: 1, overflow: wait}, b: {max-length: 1, overflow: wait}}
consumers: {one: {queue: a, service: 1 ms, then: b}, two: {queue: b, service: 1 ms, then: {a: 50%, done: 50%}}}`);
  assert.deepEqual(
    queues.map(({ limit }) => limit.overflow),
    ["wait", "wait"],
  );
});

test("a way out that is never taken is none", async () => {
  const problems = await problemsOf(`${PRODUCER}\nconsumers: {worker: {service: 1 ms, then: {done: 0%, queue: 100%}}}`);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["endless-loop"],
  );
});

test("a hundred thousand replicas of a hundred thousand servers are too many together", async () => {
  const consumer = (replicas: number, concurrency: number) =>
    problemsOf(`${PRODUCER}\nconsumers: {worker: {service: 1 ms, replicas: ${replicas}, concurrency: ${concurrency}}}`);
  assert.deepEqual(
    (await consumer(100_000, 100_000)).map(({ code }) => code),
    ["too-many-parts"],
  );
  assert.deepEqual(await consumer(100_000, 20), []);
});

test("a closed system that thinks and serves in no time would never advance", async () => {
  const closed = (think: string, service: string) =>
    problemsOf(
      `producers: {app: {arrivals: {closed: {population: 5, think: ${think}}}}}\nconsumers: {worker: {service: ${service}}}`,
    );
  assert.deepEqual(
    (await closed("0 s", "0 s")).map(({ code }) => code),
    ["endless-loop"],
  );
  assert.deepEqual(await closed("0 s", "1 ms"), []);
  assert.deepEqual(await closed("1 ms", "0 s"), []);
});
