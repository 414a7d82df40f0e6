import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Arrivals, Profile } from "../../src/random/arrivals.ts";
import type { Discrete } from "../../src/random/distribution.ts";
import { CONSUMER, modelOf, problemsOf, type Texts } from "./loading.ts";

const textOf = (producer: string) => `producers:\n  app: ${producer}\n${CONSUMER}\n`;
const FILES: Texts = {
  "t.csv": "at,ms\n1,250\n2,500\n4,1000\n",
  "late.csv": "at\n1700000000\n1700000010\n1700000030\n",
};
const producerOf = async (producer: string) => (await modelOf(textOf(producer), FILES)).producers[0];
const codeOf = async (producer: string) => (await problemsOf(textOf(producer), FILES))[0]?.code;

const PROCESSES: Readonly<Record<string, Arrivals>> = {
  "{rate: 80/s}": { process: "poisson", rate: 80 },
  "{rate: 4800/min}": { process: "poisson", rate: 80 },
  "{arrivals: poisson 80/s}": { process: "poisson", rate: 80 },
  "{arrivals: {poisson: 80/s}}": { process: "poisson", rate: 80 },
  "{arrivals: every 10 ms}": { process: "periodic", interval: 0.01, jitter: 0 },
  "{arrivals: every 10 ms jitter 2 ms}": { process: "periodic", interval: 0.01, jitter: 0.002 },
  "{arrivals: {every: 10 ms}}": { process: "periodic", interval: 0.01, jitter: 0 },
  "{arrivals: {every: {interval: 10 ms, jitter: 2 ms}}}": { process: "periodic", interval: 0.01, jitter: 0.002 },
  "{arrivals: renewal erlang stages 2 mean 10 ms}": {
    process: "renewal",
    interval: { dist: "erlang", stages: 2, mean: 0.01 },
  },
  "{arrivals: {renewal: {uniform: {min: 5 ms, max: 15 ms}}}}": {
    process: "renewal",
    interval: { dist: "uniform", min: 0.005, max: 0.015 },
  },
  "{arrivals: {mmpp: {quiet: {rate: 10/s, stay: 2 s}, storm: {rate: 150/s, stay: 200 ms}}}}": {
    process: "mmpp",
    states: ["quiet", "storm"],
    rates: [10, 150],
    generator: [
      [-0.5, 0.5],
      [5, -5],
    ],
  },
  "{arrivals: {mmpp: {a: {rate: 0/s, stay: 1 s, next: {b: 25%, c: 75%}}, b: {rate: 1/s, stay: 500 ms}, c: {rate: 2/s, stay: 250 ms}}}}":
    {
      process: "mmpp",
      states: ["a", "b", "c"],
      rates: [0, 1, 2],
      generator: [
        [-1, 0.25, 0.75],
        [0, -2, 2],
        [4, 0, -4],
      ],
    },
  "{arrivals: {map: {d0: [[-5/s, 2/s], [1/s, -2/s]], d1: [[2/s, 1/s], [0, 1/s]]}}}": {
    process: "map",
    d0: [
      [-5, 2],
      [1, -2],
    ],
    d1: [
      [2, 1],
      [0, 1],
    ],
  },
  "{arrivals: {map: {unit: /ms, d0: [[-5]], d1: [[5]]}}}": { process: "map", d0: [[-5000]], d1: [[5000]] },
  "{arrivals: {times: {file: t.csv, column: at}}}": { process: "times", at: [1, 2, 4], period: null },
  "{arrivals: {times: {file: t.csv, column: ms, unit: ms}}}": { process: "times", at: [0.25, 0.5, 1], period: null },
  "{arrivals: {times: {file: t.csv, column: at, loop: true}}}": { process: "times", at: [1, 2, 4], period: 5.5 },
  "{arrivals: {times: {file: t.csv, column: at, loop: 1 min}}}": { process: "times", at: [1, 2, 4], period: 60 },
  "{arrivals: {times: {file: t.csv, column: at, loop: false}}}": { process: "times", at: [1, 2, 4], period: null },
  "{arrivals: {times: {file: late.csv, start: first}}}": { process: "times", at: [0, 10, 30], period: null },
  "{arrivals: {closed: {population: 50, think: exponential 30 s}}}": {
    process: "closed",
    population: 50,
    think: { dist: "exponential", mean: 30 },
  },
};

describe("a process of arrivals as written, and in SI", () => {
  for (const [written, arrivals] of Object.entries(PROCESSES)) {
    test(written, async () => assert.deepEqual((await producerOf(written)).arrivals, arrivals));
  }
});

const BATCHES: Readonly<Record<string, Discrete>> = {
  "10": { discrete: "constant", value: 10 },
  "constant 10": { discrete: "constant", value: 10 },
  "2 * 5": { discrete: "constant", value: 10 },
  "{constant: 10}": { discrete: "constant", value: 10 },
  "geometric mean 10": { discrete: "geometric", mean: 10 },
  "geometric 2.5": { discrete: "geometric", mean: 2.5 },
  "{geometric: {mean: 10}}": { discrete: "geometric", mean: 10 },
  "uniform 1 to 5": { discrete: "uniform", min: 1, max: 5 },
  "{uniform: {min: 1, max: 5}}": { discrete: "uniform", min: 1, max: 5 },
  "zipf n 100 exponent 1.1": { discrete: "zipf", n: 100, exponent: 1.1 },
  "{weighted: {1: 90%, 50: 10%}}": { discrete: "weighted", values: [1, 50], weights: [0.9, 0.1] },
};

describe("a batch as written, and settled", () => {
  for (const [written, batch] of Object.entries(BATCHES)) {
    test(written, async () => assert.deepEqual((await producerOf(`{rate: 1/s, batch: ${written}}`)).batch, batch));
  }
});

const PROFILES: Readonly<Record<string, Profile>> = {
  "{0 h: 1, 9 h: 4, repeat: 24 h}": { profile: "piecewise", at: [0, 32_400], factor: [1, 4], repeat: 86_400 },
  "{0 min: 50%, 10 min: 2}": { profile: "piecewise", at: [0, 600], factor: [0.5, 2], repeat: null },
  "{sine: {period: 24 h, amplitude: 50%, peak: 14 h}}": {
    profile: "sine",
    period: 86_400,
    amplitude: 0.5,
    peak: 50_400,
  },
  "{sine: {period: 1 h, amplitude: 0.2}}": { profile: "sine", period: 3600, amplitude: 0.2, peak: 0 },
};

describe("a profile as written, and in SI", () => {
  for (const [written, profile] of Object.entries(PROFILES)) {
    test(written, async () =>
      assert.deepEqual((await producerOf(`{rate: 1/s, profile: ${written}}`)).profile, profile),
    );
  }
});

test("a rate may be zero in a state of an MMPP, but not for a Poisson process", async () => {
  assert.equal(await codeOf("{rate: 0/s}"), "value-out-of-range");
  assert.equal(
    await codeOf("{arrivals: {mmpp: {a: {rate: 0/s, stay: 1 s}, b: {rate: 0/s, stay: 1 s}}}}"),
    "matrix-invalid",
  );
});

test("what is no process of arrivals is refused", async () => {
  const texts = {
    "arrivals-unknown": ["{arrivals: poison 80/s}", "{arrivals: closed 50}", "{arrivals: 80/s}"],
    "keys-conflict": [
      "{arrivals: {}}",
      "{arrivals: {poisson: 1/s, every: 1 s}}",
      "{arrivals: {mmpp: {a: {rate: 1/s, stay: 1 s, next: {a: 1}}, b: {rate: 1/s, stay: 1 s}}}}",
      "{arrivals: {closed: {population: 5, think: 1 s}}, profile: {0 h: 1}}",
    ],
    "value-out-of-range": [
      "{arrivals: every 10 ms jitter 20 ms}",
      "{arrivals: renewal 0 ms}",
      "{arrivals: {mmpp: {a: {rate: 1/s, stay: 1 s}}}}",
      "{arrivals: {closed: {population: 0, think: 1 s}}}",
      "{arrivals: {closed: {population: 2000000, think: 1 s}}}",
      "{arrivals: {closed: {population: 1000, think: 1 s}}, count: 1001}",
      "{arrivals: every 1 s, count: 2000000}",
      "{rate: 1/s, count: 0}",
      "{rate: 1/s, batch: 0}",
      "{rate: 1/s, batch: geometric mean 0.5}",
      "{rate: 1/s, profile: {0 h: -1}}",
      "{rate: 1/s, profile: {sine: {period: 1 h, amplitude: 2}}}",
      "{rate: 1/s, profile: {sine: {period: 0 h, amplitude: 1}}}",
      "{arrivals: {times: {file: t.csv, column: at, loop: 3 s}}}",
    ],
    "value-not-whole": ["{rate: 1/s, batch: 1.5}", "{rate: 1/s, batch: uniform 1 to 2.5}"],
    "distribution-unknown": ["{rate: 1/s, batch: geometrical mean 3}"],
    "distribution-invalid": ["{rate: 1/s, batch: uniform 5 to 1}", "{rate: 1/s, batch: zipf n 10}"],
    "shares-sum": [
      "{rate: 1/s, batch: {weighted: {1: 50%, 2: 20%}}}",
      "{arrivals: {mmpp: {a: {rate: 1/s, stay: 1 s, next: {b: 50%}}, b: {rate: 1/s, stay: 1 s}}}}",
    ],
    "name-unknown": ["{arrivals: {mmpp: {a: {rate: 1/s, stay: 1 s, next: {c: 1}}, b: {rate: 1/s, stay: 1 s}}}}"],
    "matrix-invalid": [
      "{arrivals: {map: {d0: [[-5/s]], d1: [[5/s, 1/s]]}}}",
      "{arrivals: {map: {d0: [[-5/s, 1/s], [1/s, -5/s]], d1: [[-4/s, 8/s], [4/s, 0]]}}}",
      "{arrivals: {map: {d0: [], d1: []}}}",
      "{arrivals: {mmpp: {a: {rate: 1/s, stay: 1 s, next: {b: 1}}, b: {rate: 1/s, stay: 1 s, next: {a: 1}}, c: {rate: 1/s, stay: 1 s, next: {a: 1}}}}}",
    ],
    "unit-missing": ["{arrivals: every 10}", "{arrivals: {map: {d0: [[-5]], d1: [[5]]}}}", "{arrivals: poisson 80}"],
    "profile-invalid": [
      "{rate: 1/s, profile: {0 h: 0}}",
      "{rate: 1/s, profile: {0 h: 1, 9 h: 2, repeat: 8 h}}",
      "{rate: 1/s, profile: {}}",
    ],
    "word-unknown": ["{arrivals: {times: {file: t.csv, column: at, start: second}}}"],
    "column-unknown": ["{arrivals: {times: {file: t.csv}}}", "{arrivals: {times: {file: t.csv, column: att}}}"],
    "key-unknown": ["{arrivals: {times: {file: t.csv, column: at, from: ms}}}"],
    "expression-syntax": ["{rate: 1/s, batch: geometric n 3}", "{arrivals: poisson fast one}"],
    "unit-unknown": ["{rate: 80 per}", "{arrivals: {times: {file: t.csv, column: at, unit: /s}}}"],
    "file-unreadable": ["{arrivals: {times: {file: nope.csv}}}"],
  };
  for (const [code, producers] of Object.entries(texts)) {
    for (const producer of producers) assert.equal(await codeOf(producer), code, producer);
  }
});

test("a Poisson producer may stand for a billion alike, others for a million", async () => {
  assert.equal((await producerOf("{rate: 1/d, count: 1000000000}")).count, 1e9);
  assert.equal(await codeOf("{rate: 1/d, count: 1000000001}"), "value-out-of-range");
  assert.equal((await producerOf("{arrivals: every 1 d, count: 1000000}")).count, 1e6);
});
