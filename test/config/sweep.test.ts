import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { isRange, rangeValues } from "../../src/config/range.ts";
import type { Study } from "../../src/spec.ts";
import { CONSUMER, MODEL, PRODUCER, problemsOf, studyOf } from "./loading.ts";

const LOADED = { "m.yaml": `parameters: {load: 0.5}\nproducers: {app: {rate: load * 100/s}}\n${CONSUMER}` };
const PLAIN = { "m.yaml": MODEL };
const swept = async (sweep: string, files: Record<string, string> = PLAIN) =>
  studyOf(`model: m.yaml\nsweep: ${sweep}\n`, files);
const labels = ({ points }: Study) => points.map(({ at }) => Object.values(at));
const codeOf = async (sweep: string, files: Record<string, string> = PLAIN) =>
  (await problemsOf(`model: m.yaml\nsweep: ${sweep}\n`, files))[0]?.code;

test("a range by steps is decimal and includes its end", () => {
  assert.deepEqual(rangeValues("0.5..0.9 step 0.1", false), ["0.5", "0.6", "0.7", "0.8", "0.9"]);
  assert.deepEqual(rangeValues("10 ms..50 ms step 20 ms", false), ["10 ms", "30 ms", "50 ms"]);
  assert.deepEqual(rangeValues("10..50 ms step 20", false), ["10 ms", "30 ms", "50 ms"]);
  assert.deepEqual(rangeValues("1..4", false), ["1", "2", "3", "4"]);
  assert.deepEqual(rangeValues("-1..1 step 1", false), ["-1", "0", "1"]);
  assert.deepEqual(rangeValues("50%..90% step 20%", false), ["50%", "70%", "90%"]);
  assert.deepEqual(rangeValues("80/s..100/s step 10/s", false), ["80/s", "90/s", "100/s"]);
});

test("a step that does not meet the end stops before it", () => {
  assert.deepEqual(rangeValues("0..1 step 0.3", false), ["0", "0.3", "0.6", "0.9"]);
});

test("a range on a log scale keeps its ends and rounds between them", () => {
  assert.deepEqual(rangeValues("1..100 log 5", false), ["1", "3.162", "10", "31.62", "100"]);
  assert.deepEqual(rangeValues("1..100 log 5", true), ["1", "3", "10", "32", "100"]);
  assert.deepEqual(rangeValues("1..4 log 6", true), ["1", "2", "3", "4"]);
  assert.deepEqual(rangeValues("1 us..1 s log 3", false), {
    code: "sweep-syntax",
    message: "1 us..1 s log 3 mixes units. Write both ends and the step in one.",
  });
  assert.deepEqual(rangeValues("0.000001..1 log 3", false), ["0.000001", "0.001", "1"]);
});

test("every value of a range by steps is the decimal that adding by hand gives", () => {
  const cents = fc.integer({ min: -10_000, max: 10_000 });
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 999 }), (first, count, step) => {
      const text = (hundredths: number) => (hundredths / 100).toFixed(2);
      const values = rangeValues(`${text(first)}..${text(first + count * step)} step ${text(step)}`, false);
      assert.ok(Array.isArray(values));
      assert.deepEqual(
        values.map(Number),
        Array.from({ length: count + 1 }, (_, i) => Number(text(first + i * step))),
      );
    }),
  );
});

test("a path is no range", () => {
  assert.ok(!isRange("../models/first.yaml"));
  assert.ok(!isRange("exponential 10 ms"));
  assert.ok(isRange("1..2"));
});

test("no text makes a range throw or take long", () => {
  const pieces = ["1", "0.5", "..", " step ", " log ", "ms", "/s", "1e9", "-", " ", "9".repeat(40), "e99"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (words) => {
      const values = rangeValues(words.join(""), false);
      assert.ok(!Array.isArray(values) || values.length <= 10_000);
    }),
    { numRuns: 2000 },
  );
});

test("a swept parameter is settled anew at each point", async () => {
  const study = await swept("{load: 0.5..0.7 step 0.1}", LOADED);
  assert.deepEqual(
    study.points.map(({ at }) => at),
    [{ load: 0.5 }, { load: 0.6 }, { load: 0.7 }],
  );
  assert.deepEqual(
    study.points.map(({ model }) => model.producers[0].arrivals),
    [
      { process: "poisson", rate: 50 },
      { process: "poisson", rate: 60 },
      { process: "poisson", rate: 70 },
    ],
  );
});

test("a path may lead to a setting that the model leaves out, also of the implied queue", async () => {
  const study = await swept("{consumers.worker.prefetch: [1, 10, unlimited]}");
  assert.deepEqual(labels(study), [[1], [10], ["unlimited"]]);
  assert.deepEqual(
    study.points.map(({ model }) => model.pools[0].from[0].window),
    [1, 10, Infinity],
  );
  const limited = await swept("{queues.queue.capacity: [5, 10]}");
  assert.deepEqual(
    limited.points.map(({ model }) => model.queues[0].limit.amount),
    [5, 10],
  );
});

test("labels are numbers, or texts with one unit", async () => {
  assert.deepEqual(labels(await swept("{producers.app.rate: [50/s, 80 / s]}")), [["50/s"], ["80/s"]]);
  assert.deepEqual(labels(await swept("{consumers.worker.service: [2ms, 10 ms]}")), [["2 ms"], ["10 ms"]]);
  assert.deepEqual(labels(await swept("{consumers.worker.service: [500 us, 2 ms]}")), [["0.0005 s"], ["0.002 s"]]);
  assert.deepEqual(labels(await swept("{consumers.worker.service: [exponential 2 ms, 5 ms]}")), [
    ["exponential 2 ms"],
    ["5 ms"],
  ]);
  assert.deepEqual(labels(await swept("{consumers.worker.replicas: 2..8 log 3}")), [[2], [4], [8]]);
  assert.deepEqual(labels(await swept("{consumers.worker.replicas: [1, 2..4, 8]}")), [[1], [2], [3], [4], [8]]);
});

test("several sweeps make a grid, the first varying slowest", async () => {
  const study = await swept("{consumers.worker.replicas: [1, 2], consumers.worker.prefetch: [1, 5]}");
  assert.deepEqual(labels(study), [
    [1, 1],
    [1, 5],
    [2, 1],
    [2, 5],
  ]);
});

test("sweeps that cannot be are refused", async () => {
  const texts = {
    "sweep-syntax": [
      "{load: 0.5}",
      "{load: []}",
      "{load: [0.5, 0.5]}",
      "{load: 1..}",
      "{load: 0..1 log 3}",
      "{load: 1..2 log 1}",
      "{load: 1..2 step 0}",
      "{load: 1..2 step -1}",
      "{load: a..b}",
    ],
    "kind-wrong": ["[1, 2]", "{load: {a: 1}}", "{load: [[1]]}"],
    "value-missing": ["{load: }"],
    "sweep-too-large": [
      "{load: 1..10001}",
      "{load: 1..1000000000 step 1}",
      "{load: 0..1 step 0.000000000000000000000000000001}",
      "{load: 1..2 log 999999999}",
    ],
    "path-unknown": [
      "{laod: [1, 2]}",
      "{consumers.worker: [1, 2]}",
      "{consumers: [1, 2]}",
      "{worker.prefetch: [1, 2]}",
      "{queues.orders.capacity: [1, 2]}",
      "{a.b.c.d: [1, 2]}",
      "{parameters.x: [1, 2]}",
    ],
    "key-unknown": ["{consumers.worker.prefech: [1, 2]}", "{consumers.worker.prefetch.x: [1, 2]}"],
    "unit-missing": ["{producers.app.rate: [1, 2]}"],
  };
  for (const [code, sweeps] of Object.entries(texts)) {
    for (const sweep of sweeps) {
      assert.equal(await codeOf(sweep, LOADED), sweep.includes("prefetch.x") ? "kind-wrong" : code, sweep);
    }
  }
});

test("scenarios change settings, parts and parameters, and are crossed with the sweep", async () => {
  const study = await studyOf(
    `model: m.yaml
sweep: {load: [0.5, 0.9]}
scenarios:
  base: {}
  two: {consumers.worker.replicas: 2}
  other: {consumers: {worker: {replicas: 3}, extra: {service: 1 ms}}, queues: {queue: {order: lifo}}}
`,
    LOADED,
  );
  const seen = study.points.map(({ scenario, at, model }) => [
    scenario,
    at.load,
    model.pools.map(({ replicas }) => replicas),
    model.queues[0].order,
  ]);
  assert.deepEqual(seen, [
    ["base", 0.5, [1], "fifo"],
    ["base", 0.9, [1], "fifo"],
    ["two", 0.5, [2], "fifo"],
    ["two", 0.9, [2], "fifo"],
    ["other", 0.5, [3, 1], "lifo"],
    ["other", 0.9, [3, 1], "lifo"],
  ]);
});

test("a scenario may delete with null, and replace one kind of distribution by another", async () => {
  const files = { "m.yaml": `${PRODUCER}\nconsumers: {worker: {prefetch: 5, service: {gamma: {mean: 5 ms, cv: 2}}}}` };
  const study = await studyOf(
    `model: m.yaml
scenarios:
  a: {consumers.worker.prefetch: null}
  b: {consumers: {worker: {service: {exponential: {mean: 5 ms}}}}}
  c: {consumers.worker.service.gamma.cv: 1}
`,
    files,
  );
  const [a, b, c] = study.points.map(({ model }) => model.pools[0]);
  assert.equal(a.from[0].window, 1);
  assert.deepEqual(b.service, { by: "class", law: [{ dist: "exponential", mean: 0.005 }] });
  assert.deepEqual(c.service, { by: "class", law: [{ dist: "gamma", shape: 1, scale: 0.005 }] });
});

test("a scenario may patch a part, and delete one with null", async () => {
  const files = { "m.yaml": `${PRODUCER}\nconsumers: {worker: {service: 5 ms}, other: {service: 5 ms}}` };
  const study = await studyOf(
    "model: m.yaml\nscenarios: {a: {consumers.worker: {replicas: 4}}, b: {consumers.other: null}}\n",
    files,
  );
  assert.deepEqual(
    study.points.map(({ model }) => model.pools.map(({ name, replicas }) => [name, replicas])),
    [
      [
        ["consumers.worker", 4],
        ["consumers.other", 1],
      ],
      [["consumers.worker", 1]],
    ],
  );
});

test("an experiment may give the model's parameters other values, but no new ones", async () => {
  const study = await studyOf("model: m.yaml\nparameters: {load: 0.25}\n", LOADED);
  assert.deepEqual(study.points[0].model.producers[0].arrivals, { process: "poisson", rate: 25 });
  assert.equal((await problemsOf("model: m.yaml\nparameters: {laod: 0.25}\n", LOADED))[0].code, "path-unknown");
});

test("thousands of points are settled within seconds", async () => {
  const began = process.cpuUsage().user;
  const study = await swept("{load: 0.0005..0.9995 step 0.0005}", LOADED);
  assert.equal(study.points.length, 1999);
  assert.ok(process.cpuUsage().user - began < 10e6); // µs of processor time
});
