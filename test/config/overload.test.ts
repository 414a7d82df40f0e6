import assert from "node:assert/strict";
import { test } from "vitest";
import { traffic } from "../../src/traffic/rates.ts";
import { load, modelOf, problemsOf } from "./loading.ts";

const rates = async (text: string) => {
  const found = traffic(await modelOf(text));
  return found && Object.fromEntries([...found].map(([queue, byClass]) => [queue, [...byClass]]));
};
const warnings = async (text: string) => {
  const loaded = await load(text);
  assert.ok("study" in loaded, JSON.stringify(loaded));
  return loaded.warnings.map(({ message }) => message);
};
const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual / expected - 1) < 1e-6, `${actual} is not ${expected}`);

const DOUBLING = (service: string) => `producers: {a: {rate: 1/s, to: q}}
queues: {q: {}, r: {}, s: {}}
consumers:
  w: {queue: q, service: ${service}, then: [r, s]}
  v: {queue: r, service: ${service}, then: {done: 10%, q: 90%}}
  u: {queue: s, service: ${service}, then: {done: 10%, q: 90%}}
`;

test("messages that multiply are warned of, and refused where they would do so in no time", async () => {
  const [warning] = await warnings(DOUBLING("exponential 1 s"));
  assert.match(warning, /^Messages multiply faster than they leave/);
  assert.deepEqual(
    (await problemsOf(DOUBLING("0 s"))).map(({ code }) => code),
    ["endless-loop"],
  );
  assert.deepEqual(await problemsOf(DOUBLING("0 s").replace("service: 0 s, then: [", "service: 1 s, then: [")), []);
});

test("feedback multiplies the traffic: 60/s of which a fifth returns are 75/s", async () => {
  const found = await rates(
    "producers: {app: {rate: 60/s}}\nconsumers: {worker: {service: 10 ms, then: {done: 80%, queue: 20%}}}",
  );
  near(found!["queues.queue"][0], 75);
});

test("the traffic of an open network with feedback solves its equations, for each class", async () => {
  const found =
    await rates(`producers: {app: {rate: 10/s, to: a, batch: 2, count: 3, classes: {x: {share: 25%}, z: {share: 75%}}}}
queues: {a: {}, b: {}, c: {parking: true}}
consumers:
  one: {queue: a, service: 1 ms, then: {b: 50%, done: 50%}}
  two: {queue: b, service: 1 ms, then: {a: 20%, both: {share: 30%, to: [a, c]}, done: 50%}}
`);
  // a = 60 + (0.2 + 0.3) b, b = a/2, so a = 80, b = 40, c = 12
  for (const [queue, all] of [
    ["queues.a", 80],
    ["queues.b", 40],
    ["queues.c", 12],
  ] as const) {
    near(found![queue][0], all / 4);
    near(found![queue][1], (all * 3) / 4);
  }
});

test("feedback of 99.9 % comes to an end", async () => {
  near(
    (await rates("producers: {app: {rate: 1/s}}\nconsumers: {w: {service: 1 us, then: {done: 0.1%, queue: 99.9%}}}"))![
      "queues.queue"
    ][0],
    1000,
  );
});

test("copies that multiply faster than they leave have no rate", async () => {
  const text = `producers: {app: {rate: 1/s, to: a}}
queues: {a: {}, b: {}}
consumers: {one: {queue: a, service: 1 ms, then: {b: 90%, done: 10%}}, two: {queue: b, service: 1 ms, then: {twice: {share: 90%, to: [a, b]}, done: 10%}}}`;
  assert.equal(await rates(text), null);
  assert.equal((await warnings(text)).length, 1);
});

test("a queue is warned of from a load of 1 on, with the replicas that would be enough", async () => {
  const model = (rate: string, more = "") =>
    `producers: {app: {rate: ${rate}}}\nconsumers: {w: {service: exponential 10 ms${more}}}`;
  assert.deepEqual(await warnings(model("99.9/s")), []);
  assert.deepEqual(await warnings(model("100/s")), [
    "The consumers of queues.queue are offered a load of 1, and from 1 on the queue grows for ever. 2 replicas would be enough.",
  ]);
  assert.deepEqual(await warnings(model("1000/s", ", replicas: 5, concurrency: 2")), [
    "The consumers of queues.queue are offered a load of 1, and from 1 on the queue grows for ever. 6 replicas would be enough.",
  ]);
});

test("the load counts each class with its own service, several pools, and several queues of one pool", async () => {
  const classes = `producers: {app: {rate: 100/s, classes: {a: {share: 50%}, b: {share: 50%}}}}\nconsumers: {w: {service: {a: 1 ms, b: 20 ms}}}`;
  assert.equal((await warnings(classes)).length, 1); // 50 × 0.001 + 50 × 0.02 = 1.05
  const pools = (rate: number) =>
    `producers: {app: {rate: ${rate}/s}}\nconsumers: {fast: {service: 10 ms}, slow: {service: 40 ms}}`;
  assert.deepEqual([(await warnings(pools(124))).length, (await warnings(pools(126))).length], [0, 1]); // 100 + 25 a second
  const queues = (rate: number) =>
    `producers: {app: {rate: ${rate}/s, to: [a, b]}}\nqueues: {a: {}, b: {}}\nconsumers: {w: {queue: [a, b], service: 10 ms}}`;
  assert.deepEqual([(await warnings(queues(49))).length, (await warnings(queues(51))).length], [0, 2]);
});

test("queues with a limit, closed clients and systems that pass are not warned of", async () => {
  const consumer = "consumers: {w: {service: 10 ms}}";
  assert.deepEqual(await warnings(`producers: {app: {rate: 200/s}}\nqueues: {q: {capacity: 10}}\n${consumer}`), []);
  assert.deepEqual(
    await warnings(`producers: {app: {arrivals: {closed: {population: 50, think: 1 ms}}}}\n${consumer}`),
    [],
  );
  assert.deepEqual(await warnings(`producers: {app: {rate: 60/s, profile: {0 s: 1, 1 h: 3}}}\n${consumer}`), []);
  assert.equal(
    (await warnings(`producers: {app: {rate: 60/s, profile: {0 h: 1, 12 h: 3, repeat: 24 h}}}\n${consumer}`)).length,
    1,
  );
});
