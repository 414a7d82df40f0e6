import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Objective, Plot, Run, Watch } from "../../src/spec.ts";
import { CONSUMER, MODEL, PRODUCER, problemsOf, studyOf, type Texts } from "./loading.ts";

const LATE = `producers: {app: {rate: 80/s, profile: {0 min: 1, 10 min: 3, 20 min: 1}}}\n${CONSUMER}`;
const REPLAY = `producers: {app: {arrivals: {times: {file: t.csv}}}}\nconsumers: {worker: {service: 1 ms}}`;
const FILES: Texts = { "m.yaml": MODEL, "late.yaml": LATE, "replay.yaml": REPLAY, "t.csv": "at\n1\n2\n4\n" };
const study = (question: string, model = "m.yaml") => studyOf(`model: ${model}\n${question}\n`, FILES);
const codes = async (question: string, model = "m.yaml") =>
  (await problemsOf(`model: ${model}\n${question}\n`, FILES)).map(({ code }) => code);

/** The mean and the p99 of every pool's latency. */
const latencyWithin = (within: number): Run["precision"] => [
  { where: "*", metric: "latency", statistic: "mean", within },
  { where: "*", metric: "latency", statistic: "p99", within },
];

test("without run: the study is steady, 5 % precise, of at most five million messages a point", async () => {
  const expected: Run = {
    mode: "steady",
    until: { messages: 100_000 },
    warmup: "auto",
    replications: 4,
    precision: latencyWithin(0.05),
    budget: { messages: 5_000_000, seconds: Infinity },
    confidence: 0.95,
    seed: 1,
    windows: [],
  };
  assert.deepEqual((await study("")).run, expected);
});

describe("a run as written, and settled", () => {
  const RUNS: Readonly<Record<string, Partial<Run>>> = {
    "duration: 1 h": { until: { seconds: 3600 }, precision: null },
    "messages: 1e6": { until: { messages: 1_000_000 }, precision: null },
    "messages: 1e6, precision: 1%": { until: { messages: 1_000_000 }, precision: latencyWithin(0.01) },
    "messages: 2000000": { until: { messages: 2_000_000 }, budget: { messages: 8_000_000, seconds: Infinity } },
    "mode: steady": { mode: "steady" },
    "mode: transient, duration: 1 h, precision: 3%": { precision: latencyWithin(0.03) },
    "mode: transient, messages: 1000": { until: { messages: 1000 }, precision: null },
    "mode: transient, duration: 10 min": { mode: "transient", replications: 20, warmup: 0, until: { seconds: 600 } },
    "warmup: auto": { warmup: "auto" },
    "warmup: 10 s": { warmup: 10 },
    "replications: 7": { replications: 7 },
    "precision: 3%": { precision: latencyWithin(0.03) },
    "precision: 0.03": { precision: latencyWithin(0.03) },
    "precision: off": { precision: null },
    "precision: false": { precision: null },
    "budget: {messages: 1000000, time: 5 min}": { budget: { messages: 1_000_000, seconds: 300 } },
    "confidence: 99%": { confidence: 0.99 },
    "seed: 0": { seed: 0 },
    "mode: transient, duration: 1 h, windows: [0 min..10 min, 10 min..1 h]": {
      windows: [
        [0, 600],
        [600, 3600],
      ],
    },
  };
  for (const [written, settled] of Object.entries(RUNS)) {
    test(written, async () => {
      const { run } = await study(`run: {${written}}`);
      assert.deepEqual(run, { ...run, ...settled });
    });
  }
});

test("precision may be asked of any statistic by name", async () => {
  const { run } = await study(
    "run:\n  precision:\n    p99(latency): 2%\n    mean(wait): 1%\n    throughput(consumers.worker): 0.5%\n",
  );
  assert.deepEqual(run.precision, [
    { where: "system", metric: "latency", statistic: "p99", within: 0.02 },
    { where: "queues.queue", metric: "waitingTime", statistic: "mean", within: 0.01 },
    { where: "consumers.worker", metric: "throughput", statistic: "mean", within: 0.005 },
  ]);
});

test("what objectives are about is made precise too, unless it is a loss or an extreme", async () => {
  const { run } = await study(
    "slo:\n  - p99(latency, worker) < 1 s\n  - p95(latency) < 1 s\n  - max(latency) < 9 s\n  - loss < 1%\n  - p95(latency) < 2 s\n",
  );
  const p95 = { where: "system", metric: "latency", statistic: "p95", within: 0.05 };
  assert.deepEqual(run.precision, [...latencyWithin(0.05)!, p95]);
});

test("a profile that does not repeat makes the run transient, until its last time", async () => {
  const { run } = await study("", "late.yaml");
  assert.deepEqual([run.mode, run.until, run.replications, run.warmup], ["transient", { seconds: 1200 }, 20, 0]);
  assert.equal(run.precision, null);
});

test("a recording that is replayed once makes the run transient, a mean interval longer than it; nothing random, one run", async () => {
  const { run } = await study("", "replay.yaml");
  assert.deepEqual([run.mode, run.until, run.replications, run.precision], ["transient", { seconds: 5.5 }, 1, null]);
});

test("windows that begin and end with a sixtieth of the run, or any longer step, are taken", async () => {
  for (const windows of ["0 min..1 min, 59 min..60 min", "0 min..7 min, 21 min..60 min", "1.5 min..58.5 min"]) {
    const { run } = await study(`run: {mode: transient, duration: 60 min, windows: [${windows}]}`);
    assert.equal(run.windows.length, windows.split(",").length);
  }
});

test("what draws nothing at random is run once, and is as precise as it can be", async () => {
  const run = async (producer: string, consumer: string) =>
    (await studyOf(`producers: {app: {${producer}}}\nconsumers: {worker: {${consumer}}}`)).run;
  const steady = await run("arrivals: every 10 ms, batch: 2", "service: 4 ms");
  assert.deepEqual([steady.mode, steady.replications, steady.precision], ["steady", 1, null]);
  const random: readonly [string, string][] = [
    ["arrivals: every 10 ms jitter 1 ms", "service: 4 ms"],
    ["arrivals: every 10 ms, batch: geometric mean 2", "service: 4 ms"],
    ["arrivals: every 10 ms, classes: {a: {share: 50%}, b: {share: 50%}}", "service: 4 ms"],
    ["arrivals: renewal exponential 10 ms", "service: 4 ms"],
    ["arrivals: {closed: {population: 1, think: exponential 1 s}}", "service: 4 ms"],
    ["arrivals: every 10 ms", "service: exponential 4 ms"],
    ["arrivals: every 10 ms", "service: 4 ms, then: {done: 50%, queue: 50%}"],
    ["rate: 10/s", "service: 4 ms"],
  ];
  for (const [producer, consumer] of random) assert.equal((await run(producer, consumer)).replications, 4, producer);
});

test("runs that cannot be are refused", async () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    "keys-conflict": ["duration: 1 h, messages: 5", "messages: 100, budget: {messages: 300}"],
    "mode-conflict": ["mode: transient, duration: 1 h, warmup: auto", "windows: [0 s..1 s]"],
    "duration-missing": ["mode: transient", "mode: transient, messages: 1000, windows: [0 s..1 s]"],
    "sweep-syntax": [
      "mode: transient, duration: 1 h, windows: [1 s..0 s]",
      "mode: transient, duration: 1 h, windows: [10 s]",
    ],
    "value-out-of-range": [
      "replications: 0",
      "replications: 100000",
      "precision: 0%",
      "confidence: 100%",
      "seed: -1",
      "duration: 0 s",
      "mode: transient, duration: 1 h, windows: [50 min..70 min]",
      "mode: transient, duration: 24 h, windows: [0 min..5 min]",
      "mode: transient, duration: 1 h, windows: [0 min..7 min, 7.3 min..20 min]",
    ],
    "value-not-whole": ["seed: 1.5", "messages: 1.5"],
    "unit-missing": ["duration: 3600", "warmup: 10"],
    "word-unknown": ["mode: stedy"],
    "key-unknown": ["replication: 4"],
    "statistic-unknown": ["precision: {latency: 5%}"],
  };
  for (const [code, runs] of Object.entries(texts)) {
    for (const run of runs) assert.equal((await codes(`run: {${run}}`))[0], code, run);
  }
  assert.deepEqual(await codes("run: {mode: steady}", "late.yaml"), ["mode-conflict"]);
  assert.deepEqual(await codes("run: {mode: steady}", "replay.yaml"), ["mode-conflict"]);
});

describe("an objective as written, and settled", () => {
  const SLOS: Readonly<Record<string, Omit<Objective, "text">>> = {
    "p99(latency, consumers.worker) < 300 ms": {
      where: "consumers.worker",
      metric: "latency",
      statistic: "p99",
      is: "<",
      than: 0.3,
    },
    "p99.9(latency) <= 2 s": { where: "system", metric: "latency", statistic: "p99.9", is: "<=", than: 2 },
    "mean(wait, queues.queue) < 10 ms": {
      where: "queues.queue",
      metric: "waitingTime",
      statistic: "mean",
      is: "<",
      than: 0.01,
    },
    "max(sojourn) < 1 min": { where: "queues.queue", metric: "sojournTime", statistic: "max", is: "<", than: 60 },
    "p95(depth, queue) < 1000": {
      where: "queues.queue",
      metric: "numberInSystem",
      statistic: "p95",
      is: "<",
      than: 1000,
    },
    "waiting(queue) < 10": { where: "queues.queue", metric: "numberInQueue", statistic: "mean", is: "<", than: 10 },
    "throughput > 70/s": { where: "system", metric: "throughput", statistic: "mean", is: ">", than: 70 },
    "arrivals(producers.app) >= 79/s": {
      where: "producers.app",
      metric: "arrivalRate",
      statistic: "mean",
      is: ">=",
      than: 79,
    },
    "utilization < 90%": { where: "consumers.worker", metric: "utilization", statistic: "mean", is: "<", than: 0.9 },
    "mean(utilization, worker) < 0.9": {
      where: "consumers.worker",
      metric: "utilization",
      statistic: "mean",
      is: "<",
      than: 0.9,
    },
    "service(worker) < 11 ms": {
      where: "consumers.worker",
      metric: "serviceTime",
      statistic: "mean",
      is: "<",
      than: 0.011,
    },
    "loss(queues.queue) < 0.1%": {
      where: "queues.queue",
      metric: "lossProbability",
      statistic: "mean",
      is: "<",
      than: 0.001,
    },
    "lost == 0": { where: "system", metric: "lost", statistic: "total", is: "==", than: 0 },
    "blocked(app) < 1%": { where: "producers.app", metric: "blocked", statistic: "mean", is: "<", than: 0.01 },
  };
  for (const [text, objective] of Object.entries(SLOS)) {
    test(text, async () => assert.deepEqual((await study(`slo: ["${text}"]`)).objectives, [{ text, ...objective }]));
  }
});

test("objectives that cannot be are refused", async () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    "objective-syntax": [
      "p99(latency)",
      "latency",
      "p99(latency) < load",
      "p99(latency) < 1 s < 2 s",
      "< 1 s",
      "p99(latency) = 1 s",
      "p99(latency) < ",
    ],
    "quantity-unknown": ["p99(latnecy) < 1 s", "speed < 1 s", "p99(latency, worker, x) < 1 s"],
    "statistic-unknown": [
      "latency < 1 s",
      "p0(latency) < 1 s",
      "p100(latency) < 1 s",
      "p99(loss) < 1%",
      "median(latency) < 1 s",
      "p99(utilization) < 1",
    ],
    "not-supported-yet": ["drained(queue) < 5 min", "expired == 0", "p99(confirm) < 1 s"],
    "name-unknown": [
      "p99(latency, foo) < 1 s",
      "p99(latency, queues.queue) < 1 s",
      "utilization(system) < 1",
      "p99(latency, consumers.foo) < 1 s",
    ],
    "unit-missing": ["p99(latency) < 300", "throughput > 70"],
    "unit-wrong": ["loss < 1 s", "p99(latency) < 70/s"],
    "unit-unknown": ["p99(latency) < 300 msec"],
    "value-out-of-range": ["mean(wait) < -1 s"],
  };
  for (const [code, objectives] of Object.entries(texts)) {
    for (const text of objectives) assert.equal((await codes(`slo: '${text}'`))[0], code, text);
  }
});

test("a quantity of several places needs one named", async () => {
  const files = { "m.yaml": `${PRODUCER}\nconsumers: {a: {service: 1 ms}, b: {service: 1 ms}}` };
  const [problem] = await problemsOf("model: m.yaml\nslo: utilization < 50%\n", files);
  assert.equal(problem.code, "name-ambiguous");
});

describe("a plot as written, and settled", () => {
  const PLOTS: Readonly<Record<string, Plot>> = {
    "latency-tail": { kind: "latency-tail", options: {} },
    "latency-vs-prefetch": {
      kind: "metric-vs-parameter",
      options: { metric: "latency", parameter: "consumers.worker.prefetch" },
    },
    "p99-wait-vs-consumers.worker.replicas": {
      kind: "metric-vs-parameter",
      options: { statistic: "p99", metric: "waitingTime", parameter: "consumers.worker.replicas" },
    },
    "{kind: heat-map, x: prefetch, y: replicas, metric: latency, statistic: p95, log: true}": {
      kind: "heat-map",
      options: {
        x: "consumers.worker.prefetch",
        y: "consumers.worker.replicas",
        metric: "latency",
        statistic: "p95",
        log: true,
      },
    },
    "{kind: queue-over-time, where: queue, metric: depth, class: message}": {
      kind: "queue-over-time",
      options: { where: "queues.queue", metric: "numberInSystem", class: "message" },
    },
  };
  for (const [written, plot] of Object.entries(PLOTS)) {
    test(written, async () => {
      const sweep = "sweep: {consumers.worker.prefetch: [1, 2], consumers.worker.replicas: [1, 2]}";
      assert.deepEqual(
        (await study(`${sweep}\nplots: [${written.startsWith("{") ? written : `"${written}"`}]`)).plots,
        [plot],
      );
    });
  }
});

test("plots that cannot be are refused", async () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    "plot-unknown": ["latency-tails", "latency-vs-load", "{kind: heatmap}", "{kind: heat-map, x: load}", "foo"],
    "quantity-unknown": ["latnecy-vs-load", "{kind: comparison, metric: foo}"],
    "statistic-unknown": ["{kind: comparison, statistic: q99}"],
    "name-unknown": ["{kind: comparison, where: foo}", "{kind: comparison, class: foo}"],
    "key-missing": ["{metric: latency}"],
    "key-unknown": ["{kind: comparison, colour: red}"],
  };
  for (const [code, plots] of Object.entries(texts)) {
    for (const plot of plots) assert.equal((await codes(`plots: [${plot}]`))[0], code, plot);
  }
});

test("percentiles that are to be kept are watched", async () => {
  const expected: Watch[] = [
    { where: "system", metric: "latency" },
    { where: "queues.queue", metric: "waitingTime" },
    { where: "queues.queue", metric: "sojournTime" },
  ];
  assert.deepEqual(
    (await study("watch: [latency, wait(queue), {metric: sojourn, where: queues.queue}]")).watch,
    expected,
  );
  for (const [text, code] of [
    ["utilization", "quantity-unknown"],
    ["wait(foo)", "name-unknown"],
    ["p99(", "parenthesis-split"],
    ['"a b"', "quantity-unknown"],
  ]) {
    assert.equal((await codes(`watch: [${text}]`))[0], code, text);
  }
});

test("measurements of a real system are read, the first ones skipped", async () => {
  const files = { ...FILES, "r.csv": "published,finished\n0,0.5\n1,1.25\n2,2.125\n" };
  const written = "measured: {where: worker, latency: {file: r.csv, from: published, to: finished, skip: 1}}";
  assert.deepEqual((await studyOf(`model: m.yaml\n${written}\n`, files)).measured, [
    { scenario: "", where: "consumers.worker", metric: "latency", values: [0.25, 0.125], source: "r.csv" },
  ]);
  const scenarios = "scenarios: {a: {}, b: {}}\n";
  const two = `${scenarios}measured:\n  - {scenario: a, wait: {file: r.csv, column: published}}\n  - {scenario: b, latency: {file: r.csv, column: finished, unit: ms}}\n`;
  const measured = (await studyOf(`model: m.yaml\n${two}`, files)).measured;
  assert.deepEqual(
    measured.map(({ scenario, where, metric }) => [scenario, where, metric]),
    [
      ["a", "queues.queue", "waitingTime"],
      ["b", "system", "latency"],
    ],
  );
  assert.deepEqual(measured[1].values, [0.0005, 0.00125, 0.002125]);
});

test("measurements that cannot be used are refused", async () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    "key-missing": ["{where: worker}", "{latency: {column: at}}"],
    "keys-conflict": [
      "{latency: {file: t.csv}, wait: {file: t.csv}}",
      "{latency: {file: t.csv, column: at, from: at}}",
    ],
    "name-unknown": ["{scenario: foo, latency: {file: t.csv}}", "{where: foo, latency: {file: t.csv}}"],
    "value-out-of-range": ["{latency: {file: t.csv, skip: 3}}"],
    "column-unknown": ["{latency: {file: t.csv, column: x}}"],
    "file-unreadable": ["{latency: {file: x.csv}}"],
  };
  for (const [code, measured] of Object.entries(texts)) {
    for (const each of measured) assert.equal((await codes(`measured: ${each}`))[0], code, each);
  }
  assert.deepEqual(await codes("scenarios: {a: {}, b: {}}\nmeasured: {latency: {file: t.csv}}"), ["key-missing"]);
});
