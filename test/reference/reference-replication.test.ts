import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { ReferenceReplication } from "../../src/reference/reference-replication.ts";
import { refusal } from "../../src/reference/refusal.ts";
import { loadSimJs } from "../../src/reference/simjs.ts";
import type { MessageClass, Model } from "../../src/spec.ts";
import {
  constant,
  exponential,
  jobOf,
  model,
  observe,
  poisson,
  pool,
  producer,
  queue,
  single,
  times,
} from "../model/systems.ts";
import { assertEnginesAgree } from "./agreement.ts";
import { randomFifoModel } from "./random-fifo-models.ts";

const TWO: MessageClass[] = [
  { name: "small", priority: 0 },
  { name: "large", priority: 5 },
];

const tandem = (stations: number, feedback = 0): Model => {
  const names = Array.from({ length: stations }, (_, i) => `s${i}`);
  const onward = (i: number) => (i + 1 < stations ? [`queues.s${i + 1}`] : []);
  const back = { share: feedback, to: ["queues.s0"] };
  return model({
    producers: [producer("p", poisson(0.6), ["s0"])],
    queues: names.map((name) => queue(name)),
    pools: names.map((name, i) =>
      pool(name, exponential(1), {
        then: feedback === 0 ? [{ share: 1, to: onward(i) }] : [back, { share: 1 - feedback, to: onward(i) }],
      }),
    ),
  });
};

const MODELS: Record<string, Model> = {
  "M/M/1": single(poisson(0.8), exponential(1)),
  "M/M/3": single(poisson(2.5), exponential(1), { pool: { replicas: 3 } }),
  "M/G/4 of two replicas with two servers each": single(
    poisson(3),
    { dist: "lognormal", mu: -0.5, sigma: 1 },
    { pool: { replicas: 2, concurrency: 2, from: [{ queue: "queues.a", window: 2, priority: 0 }] } },
  ),
  "D/D/1, where arrivals and departures coincide": single({ process: "periodic", interval: 1, jitter: 0 }, constant(1)),
  "U/M/1": single({ process: "renewal", interval: { dist: "uniform", min: 0, max: 2 } }, exponential(0.7)),
  "MMPP/M/1": single(
    {
      process: "mmpp",
      states: ["calm", "busy"],
      rates: [0.2, 3],
      generator: [
        [-0.1, 0.1],
        [0.3, -0.3],
      ],
    },
    exponential(0.5),
  ),
  "a sine of arrivals, in batches": single(poisson(0.4), exponential(1), {
    producer: {
      profile: { profile: "sine", period: 50, amplitude: 1, peak: 10 },
      batch: { discrete: "geometric", mean: 2 },
    },
  }),
  "four periodic producers, each with a jitter of its own": single(
    { process: "periodic", interval: 5, jitter: 5 },
    exponential(1),
    { producer: { count: 4 } },
  ),
  "one consumer that prefetches more than it can serve": single(poisson(0.8), exponential(1), {
    pool: { from: [{ queue: "queues.a", window: 20, priority: 0 }] },
  }),
  "messages at time 0 that need no work": single(times(0, 0, 1), constant(0)),
  "recorded service times": single(poisson(0.9), exponential(1), {
    pool: { replicas: 2, service: { by: "arrival", times: [2, 0.5, 3, 1] } },
  }),
  "five stations in tandem": tandem(5),
  "feedback to the first station": tandem(3, 0.2),
  "two classes": model({
    classes: TWO,
    producers: [
      producer("a", poisson(0.7), ["a"], {
        mix: [
          { class: 0, share: 0.75 },
          { class: 1, share: 0.25 },
        ],
      }),
    ],
    queues: [queue("a"), queue("b")],
    pools: [
      pool("a", { by: "class", law: [exponential(0.5), exponential(3)] }, { then: [{ share: 1, to: ["queues.b"] }] }),
      pool("b", { by: "class", law: [exponential(1), constant(1)] }),
    ],
  }),
  "a fan-out to two queues, one of which sends on by chance": model({
    producers: [producer("p", poisson(0.5), ["a", "b"])],
    queues: [queue("a"), queue("b"), queue("c")],
    pools: [
      pool("a", exponential(1), {
        then: [
          { share: 0.5, to: [] },
          { share: 0.25, to: ["queues.c"] },
          { share: 0.25, to: ["queues.b", "queues.c"] },
        ],
      }),
      pool("b", exponential(1)),
      pool("c", exponential(2)),
    ],
  }),
  "a closed population": model({
    producers: [producer("p", { process: "closed", population: 7, think: exponential(3) }, ["a", "b"])],
    queues: [queue("a"), queue("b")],
    pools: [
      pool("a", exponential(1)),
      pool("b", exponential(0.5), {
        then: [
          { share: 0.5, to: ["queues.a"] },
          { share: 0.5, to: [] },
        ],
      }),
    ],
  }),
};

describe("the engine and simjs see the same", () => {
  for (const [name, of] of Object.entries(MODELS)) {
    test(`in ${name}`, async () => {
      const { batches } = await assertEnginesAgree(of, 600, { batchSeconds: 2 });
      assert.ok(batches.length > 1);
    });
  }

  test("when the grid of batches has been merged several times", async () => {
    const { batches } = await assertEnginesAgree(MODELS["M/M/1"], 1000, { batchSeconds: 0.25 });
    assert.ok(batches[0].seconds >= 1);
  });

  test("in any network of first-come-first-served stations", async () => {
    await fc.assert(
      fc.asyncProperty(randomFifoModel(), fc.nat(1000), async (of, seed) => {
        assert.equal(refusal(of), null);
        await assertEnginesAgree(of, 40, { seed });
      }),
      { numRuns: 80, seed: 1 },
    );
  });
});

test("simjs is another engine: what it sees depends on the seed and the replication", async () => {
  const simjs = await loadSimJs();
  const seen = (changes: object) => {
    const run = new ReferenceReplication(simjs, jobOf(MODELS["M/M/1"], changes));
    run.advance(100);
    return run.observe();
  };
  assert.notDeepEqual(seen({ seed: 2 }).batches, seen({ seed: 1 }).batches);
  assert.notDeepEqual(seen({ replication: 2 }).batches, seen({ replication: 1 }).batches);
  assert.deepEqual(seen({}), seen({}));
});

test("a run that is paused goes on as if it had not been", async () => {
  const run = new ReferenceReplication(await loadSimJs(), jobOf(MODELS["M/M/3"]));
  run.advance(50, () => run.now >= 10);
  assert.equal(run.now, 10);
  run.advance(50);
  const whole = new ReferenceReplication(await loadSimJs(), jobOf(MODELS["M/M/3"]));
  whole.advance(50);
  assert.deepEqual(run.observe(), whole.observe());
});

test("loading simjs leaves no window behind", async () => {
  await loadSimJs();
  assert.equal("window" in globalThis, false);
});

test("what simjs cannot run is refused with the reason", async () => {
  const of = single(poisson(1), exponential(1), { queue: { order: "lifo" } });
  const simjs = await loadSimJs();
  assert.throws(() => new ReferenceReplication(simjs, jobOf(of)), {
    name: "RangeError",
    message: "simjs serves only in order of arrival, and queues.a has the order lifo.",
  });
  assert.ok(observe(of, 10).fired > 0);
});
