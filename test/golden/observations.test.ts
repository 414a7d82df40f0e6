import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "vitest";
import type { Observation } from "../../src/model/observation.ts";
import type { MessageClass, Model, Pool, Queue } from "../../src/spec.ts";
import { exponential, model, observe, poisson, pool, producer, queue, single } from "../model/systems.ts";

/*
 * Fixed seeds give fixed bytes. When a change of the engine is not meant to change results, these digests stay; when it
 * is, they are replaced in the same commit, and CHANGELOG says that results change.
 */

const TWO: MessageClass[] = [
  { name: "normal", priority: 0 },
  { name: "urgent", priority: 5 },
];

const ordered = (order: Queue["order"], limit?: Queue["limit"]): Model =>
  model({
    classes: TWO,
    producers: [
      producer("a", poisson(2.4), ["a"], {
        mix: [
          { class: 0, share: 0.75 },
          { class: 1, share: 0.25 },
        ],
      }),
    ],
    queues: [queue("a", { order, ...(limit && { limit }) })],
    pools: [pool("a", { by: "class", law: [exponential(1), exponential(0.5)] }, { replicas: 3 })],
  });

const served = (serve: Pool["serve"]): Model => {
  const of = ordered("fifo");
  return { ...of, pools: of.pools.map((one) => ({ ...one, serve })) };
};

const tandem = (changes: Partial<Queue>): Model =>
  model({
    producers: [producer("a", poisson(0.7), ["a"])],
    queues: [queue("a", changes), queue("b", changes)],
    pools: [pool("a", exponential(1), { then: [{ share: 1, to: ["queues.b"] }] }), pool("b", exponential(1))],
  });

const GOLDEN: Record<string, [Model, string]> = {
  "M/M/1": [single(poisson(0.8), exponential(1)), "c131b851422a0af4"],
  priorities: [ordered("priority"), "a1e8be74c2b868c3"],
  "the latest first": [ordered("lifo"), "ae5ff248a29ca88a"],
  "random order": [ordered("random"), "3cdaa2dd8f004fbe"],
  "the shortest first, the oldest dropped": [
    ordered("shortest", { amount: 5, counts: "ready", overflow: "drop-oldest" }),
    "32e57e5de77db79c",
  ],
  preemption: [served("preemptive"), "ccfc52d872d2ff7e"],
  sharing: [served("shared"), "d979de65a07ad367"],
  "blocking in tandem": [tandem({ limit: { amount: 2, counts: "system", overflow: "wait" } }), "df36580ab1d90c03"],
  "prefetching replicas": [
    single(
      poisson(2.7),
      { dist: "lognormal", mu: -0.5, sigma: 1 },
      {
        pool: { replicas: 3, from: [{ queue: "queues.a", window: 10, priority: 0 }] },
      },
    ),
    "ebddebdc5340f248",
  ],
  "a fan-out with feedback": [
    model({
      producers: [producer("a", { process: "renewal", interval: { dist: "uniform", min: 0, max: 4 } }, ["a", "b"])],
      queues: [queue("a"), queue("b")],
      pools: [
        pool("a", exponential(1), {
          then: [
            { share: 0.3, to: ["queues.a", "queues.b"] },
            { share: 0.7, to: [] },
          ],
        }),
        pool("b", exponential(0.5)),
      ],
    }),
    "24e1c7d3a681a928",
  ],
  "a closed population": [
    model({
      producers: [producer("a", { process: "closed", population: 6, think: exponential(4) }, ["a"])],
      queues: [queue("a")],
      pools: [pool("a", exponential(1))],
    }),
    "32310f605195e94d",
  ],
  "bursts in batches, by several producers": [
    single(
      {
        process: "mmpp",
        states: ["calm", "busy"],
        rates: [0.1, 1],
        generator: [
          [-0.1, 0.1],
          [0.3, -0.3],
        ],
      },
      exponential(0.4),
      { producer: { count: 3, batch: { discrete: "geometric", mean: 2 } } },
    ),
    "cefdfdc21a9f03b1",
  ],
  "two hundred stations side by side": [
    model({
      producers: Array.from({ length: 200 }, (_, i) => producer(`s${i}`, poisson(0.8), [`s${i}`])),
      queues: Array.from({ length: 200 }, (_, i) => queue(`s${i}`)),
      pools: Array.from({ length: 200 }, (_, i) => pool(`s${i}`, exponential(1))),
    }),
    "2b5139a57e48f0e7",
  ],
};

describe("an observation is the same, bit for bit, as it has always been", () => {
  for (const [name, [of, expected]] of Object.entries(GOLDEN)) {
    test(`with ${name}`, () => {
      assert.equal(digest(observe(of, of.queues.length > 100 ? 40 : 700)), expected);
    });
  }
});

/** Numbers are written so that they can be read back exactly. */
function digest(observation: Observation): string {
  const text = JSON.stringify(observation, (_, value) => (ArrayBuffer.isView(value) ? Object.values(value) : value));
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
