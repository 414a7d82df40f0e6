import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { mean, squaredCv } from "../../src/random/moments.ts";
import { modelOf, PRODUCER, problemsOf, type Texts } from "./loading.ts";

async function lawOf(service: string, texts: Texts = {}): Promise<Distribution> {
  const { pools } = await modelOf(`${PRODUCER}\nconsumers:\n  worker:\n    service: ${service}\n`, texts);
  assert.ok(pools[0].service.by === "class");
  return pools[0].service.law[0];
}

const IN_SI: Readonly<Record<string, Distribution>> = {
  "20 ms": { dist: "constant", value: 0.02 },
  "constant 20 ms": { dist: "constant", value: 0.02 },
  "exponential 10 ms": { dist: "exponential", mean: 0.01 },
  "exponential mean 10 ms": { dist: "exponential", mean: 0.01 },
  "exponential rate 100/s": { dist: "exponential", mean: 0.01 },
  "erlang stages 4 mean 20 ms": { dist: "erlang", stages: 4, mean: 0.02 },
  "gamma shape 2 scale 5 ms": { dist: "gamma", shape: 2, scale: 0.005 },
  "weibull shape 2 scale 5 ms": { dist: "weibull", shape: 2, scale: 0.005 },
  "lognormal mu -4 sigma 1": { dist: "lognormal", mu: -4, sigma: 1 },
  "pareto min 5 ms alpha 2.2": { dist: "pareto", min: 0.005, alpha: 2.2 },
  "bounded-pareto min 5 ms max 1 s alpha 2": { dist: "bounded-pareto", min: 0.005, max: 1, alpha: 2 },
  "bounded-pareto alpha 2 min 5 min max 1 h": { dist: "bounded-pareto", min: 300, max: 3600, alpha: 2 },
  "bounded-pareto 5 ms to 1 s alpha 2": { dist: "bounded-pareto", min: 0.005, max: 1, alpha: 2 },
  "uniform 10 ms to 30 ms": { dist: "uniform", min: 0.01, max: 0.03 },
  "uniform min 10 ms max 30 ms": { dist: "uniform", min: 0.01, max: 0.03 },
  "triangular 1 ms to 9 ms mode 3 ms": { dist: "triangular", min: 0.001, mode: 0.003, max: 0.009 },
  "truncated-normal mu 10 ms sigma 2 ms min 5 ms": {
    dist: "truncated-normal",
    mu: 0.01,
    sigma: 0.002,
    min: 0.005,
    max: Infinity,
  },
  "{exponential: 10 ms}": { dist: "exponential", mean: 0.01 },
  "{uniform: 10 ms to 30 ms}": { dist: "uniform", min: 0.01, max: 0.03 },
  "{pareto: {min: 5 ms, alpha: 2.2}}": { dist: "pareto", min: 0.005, alpha: 2.2 },
  "{empirical: {values: [30 ms, 10 ms, 20 ms]}}": { dist: "empirical", values: [0.01, 0.02, 0.03] },
  "{hypoexponential: {means: [10 ms, 20 ms]}}": { dist: "hypoexponential", means: [0.01, 0.02] },
  "{coxian: {means: [10 ms, 20 ms], onward: [50%]}}": { dist: "coxian", means: [0.01, 0.02], onward: [0.5] },
  "{hyperexponential: {branches: [{share: 25%, mean: 40 ms}, {share: 75%, mean: 4 ms}]}}": {
    dist: "hyperexponential",
    branches: [
      { probability: 0.25, mean: 0.04 },
      { probability: 0.75, mean: 0.004 },
    ],
  },
  "{phase-type: {initial: [50%, 50%], generator: [[-5/s, 2/s], [0, -10/s]]}}": {
    dist: "phase-type",
    initial: [0.5, 0.5],
    generator: [
      [-5, 2],
      [0, -10],
    ],
  },
  "{phase-type: {unit: /ms, initial: [1, 0], generator: [[-5, 2], [0, -10]]}}": {
    dist: "phase-type",
    initial: [1, 0],
    generator: [
      [-5000, 2000],
      [0, -10_000],
    ],
  },
  "{mixture: [{weight: 90%, of: exponential 5 ms}, {weight: 10%, of: 80 ms}]}": {
    dist: "mixture",
    of: [
      { weight: 0.9, law: { dist: "exponential", mean: 0.005 } },
      { weight: 0.1, law: { dist: "constant", value: 0.08 } },
    ],
  },
  "{shifted: {by: 5 ms, of: exponential 5 ms}}": {
    dist: "shifted",
    by: 0.005,
    law: { dist: "exponential", mean: 0.005 },
  },
  "{scaled: {by: 2, of: {shifted: {by: 1 ms, of: 3 ms}}}}": {
    dist: "scaled",
    by: 2,
    law: { dist: "shifted", by: 0.001, law: { dist: "constant", value: 0.003 } },
  },
};

describe("a distribution as written, and in SI", () => {
  for (const [written, law] of Object.entries(IN_SI))
    test(written, async () => assert.deepEqual(await lawOf(written), law));
});

test("what people measure makes a distribution with that mean and coefficient of variation", async () => {
  for (const name of ["gamma", "lognormal", "hyperexponential", "weibull"]) {
    const law = await lawOf(`${name} mean 8 ms cv 1.7`);
    assert.ok(Math.abs(mean(law) / 0.008 - 1) < 1e-9, name);
    assert.ok(Math.abs(Math.sqrt(squaredCv(law)) / 1.7 - 1) < 1e-6, name);
  }
});

test("the line and the map mean the same, with any percentile", async () => {
  assert.deepEqual(
    await lawOf("lognormal mean 20 ms p99 90 ms"),
    await lawOf("{lognormal: {mean: 20 ms, p99: 90 ms}}"),
  );
  assert.deepEqual(
    await lawOf("lognormal median 20 ms p99.5 90 ms"),
    await lawOf("{lognormal: {p50: 20 ms, p99.5: 90 ms}}"),
  );
});

test("parameters of a distribution may be expressions", async () => {
  const text = `parameters: {base: 10 ms, c: 1.5}\n${PRODUCER}\nconsumers: {worker: {service: gamma mean base * 2 cv c - 0.5}}`;
  const { pools } = await modelOf(text);
  assert.deepEqual(pools[0].service, { by: "class", law: [{ dist: "gamma", shape: 1, scale: 0.02 }] });
});

test("a minute is a unit, and min( a function, although min is a parameter's name", async () => {
  assert.deepEqual(await lawOf("pareto min 5 min alpha 3"), { dist: "pareto", min: 300, alpha: 3 });
  const text = `${PRODUCER}\nconsumers: {worker: {service: "pareto min min(5 ms, 1 s) alpha 3"}}`;
  const { pools } = await modelOf(text);
  assert.deepEqual(pools[0].service, { by: "class", law: [{ dist: "pareto", min: 0.005, alpha: 3 }] });
});

test("recorded values are sorted, and their unit is seconds unless another is given", async () => {
  const files = { "t.csv": "id,ms\n1,30\n2,13\n", "t.ndjson": '{"s": 0.5}\n\n{"s": 0.25}\n' };
  assert.deepEqual(await lawOf("{empirical: {file: t.csv, column: ms, unit: ms}}", files), {
    dist: "empirical",
    values: [0.013, 0.03],
  });
  assert.deepEqual(await lawOf("{empirical: {file: t.ndjson, column: s}}", files), {
    dist: "empirical",
    values: [0.25, 0.5],
  });
});

test("a message class without a distribution is told apart from a distribution that does not exist", async () => {
  const codes = async (service: string) =>
    (await problemsOf(`${PRODUCER}\nconsumers: {worker: {service: ${service}}}`)).map(
      ({ code, path }) => `${path.at(-1)} ${code}`,
    );
  assert.deepEqual(await codes("{urgent: 1 ms, normal: true}"), ["normal kind-wrong"]);
  assert.deepEqual(await codes("{urgent: [1 ms]}"), ["urgent kind-wrong"]);
  assert.deepEqual(await codes("{message: 1 ms, exponential: 3 ms}"), ["message distribution-unknown"]);
  assert.deepEqual(await codes("{my class: 1 ms}"), ["my class distribution-unknown"]);
});

test("what makes no distribution is refused", async () => {
  const texts = {
    "distribution-unknown": [
      "exponentail 10 ms",
      "foo 3 ms bar",
      "{expo: {mean: 3 ms}}",
      "{scaled: {by: 2, of: {mean: 3 ms}}}",
    ],
    "distribution-invalid": [
      "exponential",
      "exponential mean",
      "gamma 10 ms",
      "gamma mean 1 ms mean 2 ms cv 1",
      "exponential 1 ms to 2 ms",
      "erlang stages 2.5 mean 10 ms",
      "uniform 30 ms to 10 ms",
      "lognormal(mean 10 ms cv 2)",
      "empirical",
      "{empirical: {}}",
      "{coxian: {means: [1 ms], onward: [50%]}}",
      "{phase-type: {initial: [1], generator: [[5/s]]}}",
      "{gamma: {mean: 1 ms, foo: 2}}",
    ],
    "value-out-of-range": ["-5 ms", "{shifted: {by: -5 ms, of: 3 ms}}"],
    "unit-missing": ["5", "exponential 5", "uniform 1 to 2", "{lognormal: {mean: 20, p99: 90 ms}}"],
    "unit-wrong": ["80/s", "erlang stages 4 ms mean 20 ms"],
    "shares-sum": ["{mixture: [{weight: 50%, of: 3 ms}]}", "{mixture: []}"],
    "kind-wrong": [
      "[1 ms]",
      "true",
      "{gamma: [1]}",
      "{mixture: 3}",
      "{shifted: 3 ms}",
      "{empirical: t.csv}",
      "{phase-type: 1}",
    ],
    "key-missing": ["{mixture: [{weight: 50%}]}", "{shifted: {by: 3 ms}}"],
  };
  for (const [code, services] of Object.entries(texts)) {
    for (const service of services) {
      const problems = await problemsOf(`${PRODUCER}\nconsumers: {worker: {service: ${service}}}`);
      assert.equal(problems[0]?.code, code, service);
    }
  }
});
