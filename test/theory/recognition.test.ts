import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Arrivals } from "../../src/random/arrivals.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import type { Model, Pool, Producer, Queue } from "../../src/spec.ts";
import { modelTheory } from "../../src/theory/model-theory.ts";
import { Predictions } from "../../src/theory/predictions.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single, times } from "../model/systems.ts";

/* A textbook queue with one assumption broken at a time: what was exact must become another exact model, an
   approximation that says so, or nothing. Each line says which. */

const lognormal: Distribution = { dist: "lognormal", mu: -4.5, sigma: 1 };
const erlang: Distribution = { dist: "erlang", stages: 4, mean: 0.02 };

/** What theory says of a queue: "M/M/3", "≈ Kimura's M/G/3", or "none". */
function verdict(of: Model, name = "queues.a"): string {
  const { answer } = modelTheory(of).queues.get(name)!;
  if (answer === null) return "none";
  return answer.exact ? answer.model : `≈ ${answer.model}`;
}

interface Change {
  queue?: Partial<Queue>;
  pool?: Partial<Pool>;
  producer?: Partial<Producer>;
  arrivals?: Arrivals;
  service?: Distribution;
}

const limit = (amount: number, overflow: Queue["limit"]["overflow"], counts: "system" | "ready" = "system") => ({
  queue: { limit: { amount, counts, overflow } },
});
const window = (size: number, replicas: number): Change => ({
  pool: { replicas, from: [{ queue: "queues.a", window: size, priority: 0 }] },
});
const SHARED: Partial<Pool> = { serve: "shared", from: [{ queue: "queues.a", window: Infinity, priority: 0 }] };
const profile = { profile: "sine", period: 60, amplitude: 0.5, peak: 15 } as const;
const gamma: Arrivals = { process: "renewal", interval: { dist: "gamma", shape: 2, scale: 0.01 } };
const mmpp: Arrivals = {
  process: "mmpp",
  states: ["a", "b"],
  rates: [20, 90],
  generator: [
    [-1, 1],
    [1, -1],
  ],
};

function changed({ queue: q, pool: p, producer: s, arrivals, service }: Change, base: Change = {}): Model {
  return single(arrivals ?? poisson(50), service ?? base.service ?? exponential(0.015), {
    queue: { ...base.queue, ...q },
    pool: { ...base.pool, ...p },
    producer: { ...base.producer, ...s },
  });
}

type Line = [what: string, change: Change, verdict: string];

function holds(base: Change, exact: string, lines: Line[]): void {
  test(`itself is ${exact}`, () => assert.equal(verdict(changed({}, base)), exact));
  test.each(lines)("with %s", (_, change, expected) => assert.equal(verdict(changed(change, base)), expected));
  test("each line is another model than the queue itself", () => {
    for (const [what, , expected] of lines) if (what[0] !== "(") assert.notEqual(expected, exact, what);
  });
}

describe("M/M/1", () =>
  holds({}, "M/M/1", [
    ["a limit that refuses", limit(5, "refuse"), "M/M/1/5"],
    ["a limit on those waiting", limit(5, "refuse", "ready"), "M/M/1/6"],
    ["a limit that drops the oldest", limit(5, "drop-oldest"), "M/M/1/5 dropping the oldest"],
    ["a limit that makes producers wait", limit(5, "wait"), "none"],
    ["a rate that varies", { producer: { profile } }, "none"],
    ["a clock", { arrivals: { process: "periodic", interval: 0.02, jitter: 0 } }, "D/M/1"],
    [
      "a clock with jitter",
      { arrivals: { process: "periodic", interval: 0.02, jitter: 0.01 } },
      "≈ Krämer–Langenbach-Belz GI/G/1",
    ],
    ["gamma intervals", { arrivals: gamma }, "G/M/1 (gamma)"],
    ["bursts", { arrivals: mmpp }, "MMPP/M/1"],
    ["recorded arrivals", { arrivals: times(0, 1, 2) }, "none"],
    ["batches", { producer: { batch: { discrete: "constant", value: 2 } }, arrivals: poisson(20) }, "M^X/M/1"],
    ["clients", { arrivals: { process: "closed", population: 4, think: exponential(0.1) } }, "M/M/1//4"],
    ["constant service", { service: constant(0.015) }, "M/D/1"],
    ["lognormal service", { service: lognormal }, "M/G/1 (lognormal)"],
    ["recorded service", { pool: { service: { by: "arrival", times: [0.01] } } }, "none"],
    ["shared servers", { pool: SHARED }, "M/G/1 processor sharing"],
    ["two servers", { pool: { replicas: 2 } }, "M/M/2"],
    ["shortest first", { queue: { order: "shortest" } }, "M/G/1 shortest first (exponential)"],
    [
      "two clocks",
      { producer: { count: 2 }, arrivals: { process: "periodic", interval: 0.04, jitter: 0 } },
      "≈ Krämer–Langenbach-Belz GI/G/1",
    ],
    ["(prefetch of a single consumer, which keeps the order)", window(10, 1), "M/M/1"],
    ["prefetch of a single consumer of a limited queue", { ...window(10, 1), ...limit(20, "refuse") }, "none"],
    ["prefetch of a single consumer, last come first", { ...window(10, 1), queue: { order: "lifo" } }, "none"],
  ]));

describe("M/M/3", () =>
  holds({ pool: { replicas: 3 }, service: exponential(0.045) }, "M/M/3", [
    ["a limit that refuses", limit(9, "refuse"), "M/M/3/9"],
    ["a limit that drops the oldest", limit(9, "drop-oldest"), "none"],
    ["no room to wait", limit(3, "refuse"), "M/M/3/3"],
    ["no room to wait and lognormal service", { ...limit(3, "refuse"), service: lognormal }, "M/G/3/3"],
    ["limited prefetch", window(10, 3), "none"],
    ["unlimited prefetch", window(Infinity, 3), "3 lines dealt out in turn, each E3/M/1"],
    [
      "unlimited prefetch and lognormal service",
      { ...window(Infinity, 3), service: lognormal },
      "≈ 3 lines dealt out in turn, each E3/PH/1, service fitted by 2 phases",
    ],
    ["unlimited prefetch of bursts", { ...window(Infinity, 3), arrivals: mmpp }, "none"],
    ["lognormal service", { service: lognormal }, "≈ M/PH/3, service fitted by 2 phases"],
    ["Erlang service", { service: erlang }, "M/E4/3"],
    ["lognormal service and a limit", { ...limit(9, "refuse"), service: lognormal }, "≈ M/G/3/9 cut from M/G/3"],
    ["lognormal service and gamma intervals", { arrivals: gamma, service: lognormal }, "≈ Whitt's GI/G/3"],
    ["bursts and lognormal service", { arrivals: mmpp, service: lognormal }, "≈ MMPP/PH/3, service fitted by 2 phases"],
    ["batches", { producer: { batch: { discrete: "constant", value: 2 } }, arrivals: poisson(20) }, "≈ Whitt's GI/G/3"],
    ["shortest first", { queue: { order: "shortest" } }, "none"],
    ["a heavy tail", { service: { dist: "pareto", min: 0.01, alpha: 1.8 } }, "none"],
    ["clients", { arrivals: { process: "closed", population: 9, think: exponential(0.1) } }, "M/M/3//9"],
    [
      "clients and lognormal service",
      { arrivals: { process: "closed", population: 9, think: exponential(0.1) }, service: lognormal },
      "≈ closed network of 9 clients, as if service were exponential",
    ],
    [
      "clients and a limit",
      { arrivals: { process: "closed", population: 9, think: exponential(0.1) }, ...limit(5, "refuse") },
      "M/M/3/5/9",
    ],
  ]));

const CLASSES = [
  { name: "urgent", priority: 9 },
  { name: "normal", priority: 0 },
];
const MIX = [
  { class: 0, share: 0.3 },
  { class: 1, share: 0.7 },
];

function ranked(change: Change, laws: Distribution[], serve: Pool["serve"] = "one"): Model {
  const base: Change = {
    queue: { order: "priority" },
    producer: { mix: MIX },
    pool: { serve, service: { by: "class", law: laws }, ...(serve === "one" ? {} : { from: SHARED.from! }) },
  };
  return { ...changed(change, base), classes: CLASSES };
}

describe("priorities", () => {
  const same = [exponential(0.01), exponential(0.01)];
  const unlike = [exponential(0.005), exponential(0.015)];
  test.each<[string, Model, string]>([
    ["M/G/1", ranked({}, unlike), "M/G/1 non-preemptive priority"],
    ["interrupting", ranked({}, unlike, "preemptive"), "M/G/1 preemptive-resume priority"],
    ["several servers, one law", ranked({ pool: { replicas: 3 } }, same), "M/M/3 non-preemptive priority"],
    [
      "several servers, interrupting, one law",
      ranked({ pool: { replicas: 3 } }, same, "preemptive"),
      "M/M/3 preemptive-resume priority",
    ],
    [
      "several servers, two laws",
      ranked({ pool: { replicas: 3 } }, unlike),
      "≈ M/G/3 priority, scaled from one fast server",
    ],
    ["several servers, interrupting, two laws", ranked({ pool: { replicas: 3 } }, unlike, "preemptive"), "none"],
    ["a limit", ranked(limit(9, "refuse"), unlike), "none"],
    ["a limit and one law", ranked(limit(9, "refuse"), same), "none"],
    ["bursts", ranked({ arrivals: mmpp }, unlike), "none"],
    ["limited prefetch", ranked(window(5, 1), unlike), "none"],
    ["first come, first served, two laws", ranked({ queue: { order: "fifo" } }, unlike), "M/G/1 (exponential)"],
    [
      "first come, first served, two laws, three servers",
      ranked({ queue: { order: "fifo" }, pool: { replicas: 3 } }, unlike),
      "≈ M/PH/3, service fitted by 2 phases",
    ],
    ["the urgent class alone", { ...ranked({ producer: { mix: [{ class: 0, share: 1 }] } }, unlike) }, "M/M/1"],
    ["three classes, two of one urgency", thirdClass(unlike), "none"],
  ])("%s", (_, of, expected) => assert.equal(verdict(of), expected));
});

function thirdClass(laws: Distribution[]): Model {
  const of = ranked({}, [...laws, exponential(0.02)]);
  of.classes = [...CLASSES, { name: "other", priority: 0 }];
  of.producers[0].mix = [
    ...MIX.map(({ class: cls, share }) => ({ class: cls, share: share / 2 })),
    { class: 2, share: 0.5 },
  ];
  return of;
}

/** Stations "a" and "b", the second fed by the first. */
function chain(
  change: {
    first?: Partial<Pool>;
    firstQueue?: Partial<Queue>;
    second?: Partial<Pool>;
    secondQueue?: Partial<Queue>;
    service?: Distribution;
    more?: Partial<Model>;
  } = {},
): Model {
  const { first, firstQueue, second, secondQueue, service = exponential(0.015), more } = change;
  const then = [{ share: 1, to: ["queues.b"] }];
  return model({
    producers: [producer("a", poisson(50), ["a"])],
    queues: [queue("a", firstQueue), queue("b", secondQueue)],
    pools: [pool("a", service, { then, ...first }), pool("b", exponential(0.012), second)],
    ...more,
  });
}

describe("the second of two stations", () => {
  const b = (of: Model) => verdict(of, "queues.b");
  const KLB = "≈ Krämer–Langenbach-Belz GI/G/1";
  test.each<[string, Model, string]>([
    ["behind M/M/1", chain(), "M/M/1"],
    ["behind M/M/1, last come first served", chain({ firstQueue: { order: "lifo" } }), "M/M/1"],
    ["behind M/M/1 shortest first", chain({ firstQueue: { order: "shortest" } }), "none"],
    ["behind constant service", chain({ service: constant(0.015) }), KLB],
    ["behind lognormal service", chain({ service: lognormal }), KLB],
    ["behind shared servers of any service", chain({ service: lognormal, first: SHARED }), "M/M/1"],
    ["behind a limited queue", chain({ firstQueue: limit(5, "refuse").queue }), "none"],
    ["behind limited prefetch", chain({ first: window(10, 3).pool! }), "none"],
    ["itself limited and blocking", chain({ secondQueue: limit(5, "wait").queue }), "none"],
    ["itself limited and refusing", chain({ secondQueue: limit(5, "refuse").queue }), "M/M/1/5"],
    [
      "which sends some back",
      chain({
        second: {
          then: [
            { share: 0.2, to: ["queues.a"] },
            { share: 0.8, to: [] },
          ],
        },
      }),
      "M/M/1 in a Jackson network",
    ],
    [
      "which sends some back to constant service",
      chain({
        service: constant(0.012),
        second: {
          then: [
            { share: 0.2, to: ["queues.a"] },
            { share: 0.8, to: [] },
          ],
        },
      }),
      KLB,
    ],
    [
      "which sends some back, and interrupts",
      chain({
        second: {
          serve: "preemptive",
          then: [
            { share: 0.2, to: ["queues.a"] },
            { share: 0.8, to: [] },
          ],
        },
      }),
      "none",
    ],
    [
      "which sends copies back",
      chain({
        first: {
          then: [
            { share: 0.1, to: ["queues.a", "queues.b"] },
            { share: 0.9, to: ["queues.b"] },
          ],
        },
      }),
      "none",
    ],
    [
      "which also gets a copy at once",
      chain({ more: { producers: [producer("a", poisson(30), ["a", "b"])] } }),
      "none",
    ],
  ])("%s", (_, of, expected) => assert.equal(b(of), expected));

  test("makes the first nothing known where it blocks it, and leaves it alone where it refuses", () => {
    const first = (overflow: "wait" | "refuse") => verdict(chain({ secondQueue: limit(5, overflow).queue! }));
    assert.deepEqual([first("wait"), first("refuse")], ["none", "M/M/1"]);
  });

  test("behind priorities is exact where classes do not matter to it, and nothing where they do", () => {
    const of = chain({ firstQueue: { order: "priority" } });
    of.classes = CLASSES;
    of.producers[0].mix = MIX;
    for (const one of of.pools) one.service = { by: "class", law: [exponential(0.012), exponential(0.012)] };
    assert.equal(b(of), "M/M/1");
    of.queues[1].order = "priority";
    assert.equal(b(of), "none");
  });
});

describe("copies", () => {
  test("sent on from a loop leave the loop what it was, and make of what follows nothing known", () => {
    const then = [
      { share: 0.1, to: ["queues.a", "queues.b"] },
      { share: 0.9, to: ["queues.b"] },
    ];
    const of = chain({ first: { then } });
    assert.deepEqual([verdict(of), verdict(of, "queues.b")], ["M/M/1 in a Jackson network", "none"]);
  });
  const both = (join: boolean): Model =>
    model({
      producers: [producer("a", poisson(20), ["a", "b"])],
      queues: [queue("a"), queue("b"), ...(join ? [queue("c")] : [])],
      pools: [
        pool("a", exponential(0.02), { then: [{ share: 1, to: join ? ["queues.c"] : [] }] }),
        pool("b", exponential(0.03), { then: [{ share: 1, to: join ? ["queues.c"] : [] }] }),
        ...(join ? [pool("c", exponential(0.01))] : []),
      ],
    });
  test("to two queues leave each a textbook queue, and the mean age of both known", () => {
    assert.deepEqual([verdict(both(false)), verdict(both(false), "queues.b")], ["M/M/1", "M/M/1"]);
    const latency = new Predictions(both(false)).of({ where: "system", class: "*", metric: "latency" }, "mean");
    const mean = (0.02 / (1 - 0.4) + 0.03 / (1 - 0.6)) / 2;
    assert.ok(latency?.exact && Math.abs(latency.value - mean) < 1e-12);
  });
  test("that meet again are no Poisson stream", () => assert.equal(verdict(both(true), "queues.c"), "none"));
});

describe("several pools", () => {
  const two = (mus: number[], priorities: number[], changes: Partial<Pool> = {}): Model => {
    const of = single(poisson(50), exponential(0.03));
    of.pools = mus.map((mu, i) => ({
      ...pool(`p${i}`, exponential(1 / mu), changes),
      from: [{ queue: "queues.a", window: 1, priority: priorities[i] }],
    }));
    return of;
  };
  test.each<[string, Model, string]>([
    ["alike are one", two([40, 40], [1, 0]), "M/M/2"],
    ["the faster first", two([60, 30], [1, 0]), "M/M/2 with servers of different speed, the fastest first"],
    ["the slower first", two([60, 30], [0, 1]), "≈ M/M/2 with servers of different speed, any of those free"],
    ["in turn", two([60, 30], [0, 0]), "≈ M/M/2 with servers of different speed, any of those free"],
  ])("%s", (_, of, expected) => assert.equal(verdict(of), expected));
  test("are nothing with prefetch, with a limit or with lognormal service", () => {
    const ahead = two([60, 30], [1, 0]);
    ahead.pools[0].from[0].window = 5;
    const limited = two([60, 30], [1, 0]);
    limited.queues[0].limit.amount = 9;
    const general = two([60, 30], [1, 0]);
    general.pools[1].service = { by: "class", law: [lognormal] };
    assert.deepEqual(
      [ahead, limited, general].map((one) => verdict(one)),
      ["none", "none", "none"],
    );
  });
  test("do not take the figures of their queue for their own", () => {
    const predictions = new Predictions(two([60, 30], [1, 0]));
    const of = (metric: "latency" | "utilization") =>
      predictions.of({ where: "consumers.p0", class: "*", metric }, "mean");
    assert.deepEqual([of("latency"), of("utilization")], [null, null]);
  });
});

test("a consumer of several queues is nothing that theory knows", () => {
  const of = model({
    producers: [producer("a", poisson(20), ["a"]), producer("b", poisson(20), ["b"])],
    queues: [queue("a"), queue("b")],
    pools: [
      {
        ...pool("a", exponential(0.01)),
        from: ["queues.a", "queues.b"].map((name) => ({ queue: name, window: 1, priority: 0 })),
      },
    ],
  });
  assert.deepEqual([verdict(of), verdict(of, "queues.b")], ["none", "none"]);
});

test("a consumer that may hold fewer messages than it has servers is not taken for one with so many servers", () => {
  const of = changed({ pool: { concurrency: 4, from: [{ queue: "queues.a", window: 2, priority: 0 }] } });
  assert.equal(verdict(of), "none");
});
