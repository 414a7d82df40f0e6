import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { LocalObserver } from "../../src/experiment/observer.ts";
import { runStudy } from "../../src/experiment/run-study.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import type { Row } from "../../src/result.ts";
import type { Model, Pool, Queue } from "../../src/spec.ts";
import { studyOf } from "../../src/verify/study.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single } from "../model/systems.ts";

/* Recognitions for which no exact number is on record: what is called exact must be what the simulation measures, in
   every figure at every place; what is called approximate must be near. Seeds are fixed, so outcomes never change. */

const lognormal: Distribution = { dist: "lognormal", mu: -4.5, sigma: 1 };
const SHARED: Partial<Pool> = { serve: "shared", from: [{ queue: "queues.a", window: Infinity, priority: 0 }] };
const limit = (amount: number): { queue: Partial<Queue> } => ({
  queue: { limit: { amount, counts: "system", overflow: "refuse" } },
});

async function rowsOf(of: Model, messages = 400_000): Promise<Row[]> {
  const study = studyOf("theory", of, { until: { messages: messages / 4 }, seed: 7 });
  const made = { version: "0", engine: "queuelab" as const, specHash: "", clock: () => 0 };
  return (await runStudy(study, { pool: new LocalObserver(), ...made })).rows;
}

/** Fails unless all exact figures are within 4.5 standard errors, and there are at least `least` of them. */
async function agrees(of: Model, least: number): Promise<void> {
  const compared = (await rowsOf(of)).filter(({ theory }) => theory?.z !== undefined);
  assert.ok(compared.length >= least, `${compared.length} figures are compared, and ${least} were expected`);
  for (const { where, class: cls, metric, statistic, value, theory } of compared) {
    const what = `${statistic} ${metric} of ${cls} at ${where}`;
    assert.ok(
      Math.abs(theory!.z!) <= 4.5,
      `${what} is ${value}, not ${theory!.value} (${theory!.model}): z = ${theory!.z}`,
    );
  }
}

const CLASSES = [
  { name: "urgent", priority: 9 },
  { name: "normal", priority: 0 },
];
const MIX = [
  { class: 0, share: 0.3 },
  { class: 1, share: 0.7 },
];
const classed = (of: Model): Model => ({ ...of, classes: CLASSES });
const byClass = (...law: Distribution[]): Partial<Pool> => ({ service: { by: "class", law } });

describe("what theory calls exact is what is measured:", () => {
  test.each<[string, Model, number]>([
    [
      "M/M/3, last come first served",
      single(poisson(50), exponential(0.045), { pool: { replicas: 3 }, queue: { order: "lifo" } }),
      4,
    ],
    [
      "M/M/3 of two classes in random order",
      classed(
        single(poisson(50), exponential(0.045), {
          pool: { replicas: 3, ...byClass(exponential(0.045), exponential(0.045)) },
          queue: { order: "random" },
          producer: { mix: MIX },
        }),
      ),
      6,
    ],
    [
      "M/G/1 of two classes, first come first served",
      classed(single(poisson(50), lognormal, { pool: byClass(exponential(0.005), lognormal), producer: { mix: MIX } })),
      10,
    ],
    [
      "M/M/2 interrupting",
      classed(
        single(poisson(50), exponential(0.03), {
          pool: {
            replicas: 2,
            serve: "preemptive",
            from: SHARED.from!,
            ...byClass(exponential(0.03), exponential(0.03)),
          },
          producer: { mix: MIX },
        }),
      ),
      4,
    ],
    [
      "clients and a limit",
      single({ process: "closed", population: 9, think: exponential(0.1) }, exponential(0.045), {
        pool: { replicas: 2 },
        ...limit(5),
      }),
      5,
    ],
    [
      "E3/PH/1, dealt out",
      single(
        poisson(50),
        {
          dist: "hyperexponential",
          branches: [
            { probability: 0.9, mean: 0.03 },
            { probability: 0.1, mean: 0.12 },
          ],
        },
        { pool: { replicas: 3, from: [{ queue: "queues.a", window: Infinity, priority: 0 }] } },
      ),
      6,
    ],
    [
      "prefetch of one consumer",
      single(poisson(50), lognormal, { pool: { from: [{ queue: "queues.a", window: 20, priority: 0 }] } }),
      8,
    ],
    ["shortest first of lognormal", single(poisson(50), lognormal, { queue: { order: "shortest" } }), 4],
    [
      "M/G/2 shared by two classes",
      classed(
        single(poisson(50), lognormal, {
          pool: { ...SHARED, replicas: 2, ...byClass(constant(0.02), lognormal) },
          producer: { mix: MIX },
        }),
      ),
      4,
    ],
    ["two pools, the faster first", fasterFirst(), 3],
    ["a loop through shared servers", loop(), 6],
    ["a loop that sends copies on", copying(), 4],
    ["streams that part and meet", diamond(), 8],
  ])("%s", async (_, of, least) => agrees(of, least), 60_000);
});

function fasterFirst(): Model {
  const of = single(poisson(50), exponential(0.03));
  of.pools = [60, 30].map((mu, i) => ({
    ...pool(`p${i}`, exponential(1 / mu)),
    from: [{ queue: "queues.a", window: 1, priority: -i }],
  }));
  return of;
}

/** Messages come back from shared servers of any service to an exponential one. */
function loop(): Model {
  return model({
    producers: [producer("a", poisson(30), ["a"])],
    queues: [queue("a"), queue("b")],
    pools: [
      pool("a", exponential(0.015), { then: [{ share: 1, to: ["queues.b"] }] }),
      pool("b", lognormal, {
        serve: "shared",
        from: [{ queue: "queues.b", window: Infinity, priority: 0 }],
        then: [
          { share: 0.3, to: ["queues.a"] },
          { share: 0.7, to: [] },
        ],
      }),
    ],
  });
}

/** Some messages come back to a, and a copy of each of them goes to b, which theory leaves alone. */
function copying(): Model {
  const to = [
    { share: 0.2, to: ["queues.a", "queues.b"] },
    { share: 0.8, to: [] },
  ];
  return model({
    producers: [producer("a", poisson(40), ["a"])],
    queues: [queue("a"), queue("b")],
    pools: [pool("a", exponential(0.015), { then: to }), pool("b", exponential(0.03))],
  });
}

/** a sends to b or to c, and both send to d. */
function diamond(): Model {
  const to = (name: string) => [{ share: 1, to: [`queues.${name}`] }];
  return model({
    producers: [producer("a", poisson(50), ["a"]), producer("x", poisson(10), ["c"])],
    queues: ["a", "b", "c", "d"].map((name) => queue(name)),
    pools: [
      pool("a", exponential(0.012), {
        then: [
          { share: 0.6, to: ["queues.b"] },
          { share: 0.4, to: ["queues.c"] },
        ],
      }),
      pool("b", exponential(0.02), { then: to("d") }),
      pool("c", exponential(0.05), { replicas: 2, then: to("d") }),
      pool("d", exponential(0.01)),
    ],
  });
}

describe("what theory calls an approximation is near:", () => {
  const near: [string, Model, number][] = [
    ["M/lognormal/3", single(poisson(50), lognormal, { pool: { replicas: 3 }, ...{} }), 0.03],
    ["M/lognormal/3/9", single(poisson(120), lognormal, { pool: { replicas: 3 }, ...limit(9) }), 0.05],
    [
      "gamma/lognormal/2",
      single({ process: "renewal", interval: { dist: "gamma", shape: 3, scale: 0.004 } }, lognormal, {
        pool: { replicas: 2 },
      }),
      0.06,
    ],
    [
      "constant service twice",
      model({
        producers: [producer("a", poisson(50), ["a"])],
        queues: [queue("a"), queue("b")],
        pools: [pool("a", lognormal, { then: [{ share: 1, to: ["queues.b"] }] }), pool("b", lognormal)],
      }),
      0.08,
    ],
    [
      "priorities at three servers",
      classed(
        single(poisson(120), lognormal, {
          pool: { replicas: 3, ...byClass(exponential(0.01), lognormal) },
          queue: { order: "priority" },
          producer: { mix: MIX },
        }),
      ),
      0.05,
    ],
    [
      "dealt out lognormal",
      single(poisson(120), lognormal, {
        pool: { replicas: 3, from: [{ queue: "queues.a", window: Infinity, priority: 0 }] },
      }),
      0.04,
    ],
    [
      "clients of lognormal servers",
      single({ process: "closed", population: 9, think: exponential(0.1) }, lognormal, { pool: { replicas: 2 } }),
      0.06,
    ],
    [
      "two pools in turn",
      {
        ...fasterFirst(),
        pools: fasterFirst().pools.map((one) => ({ ...one, from: one.from.map((from) => ({ ...from, priority: 0 })) })),
      },
      0.05,
    ],
  ];
  test.each(near)(
    "%s",
    async (_, of, within) => {
      const rows = (await rowsOf(of)).filter(
        ({ metric, statistic, theory, value }) =>
          metric === "sojournTime" && statistic === "mean" && theory?.exact === false && value !== null,
      );
      assert.ok(rows.length > 0);
      for (const { where, class: cls, value, theory } of rows) {
        assert.ok(
          Math.abs(theory!.value / value! - 1) <= within,
          `${cls} at ${where}: ${value}, and ${theory!.model} says ${theory!.value}`,
        );
      }
    },
    60_000,
  );
});
