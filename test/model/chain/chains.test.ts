import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { chainsOf } from "../../../src/model/chain/find-chains.ts";
import { NO_SHORTCUTS, shortcutsOf } from "../../../src/model/shortcuts.ts";
import { textbookStations } from "../../../src/model/textbook.ts";
import type { Arrivals } from "../../../src/random/arrivals.ts";
import type { Distribution } from "../../../src/random/distribution.ts";
import type { Model, Producer, Way } from "../../../src/spec.ts";
import { randomModel } from "../../laws/random-models.ts";
import { observed, plainer, same } from "../observing.ts";
import { exponential, model, poisson, pool, producer, queue } from "../systems.ts";

const namesOf = (of: Model) =>
  chainsOf(of, textbookStations(of)).map((chain) => chain.map(({ queue: { name } }) => name.slice("queues.".length)));

/** Stations a, b, c, …, each with where its messages go. */
function network(ways: Record<string, Way[]>, producers: Producer[] = [producer("a", poisson(0.7), ["a"])]): Model {
  const names = Object.keys(ways);
  const pools = names.map((name, i) =>
    pool(name, exponential(0.2 + 0.1 * i), { then: ways[name], replicas: 1 + (i % 3) }),
  );
  return model({ producers, queues: names.map((name) => queue(name)), pools });
}

const to = (...names: string[]): Way[] =>
  names.map((name) => ({ share: 1 / names.length, to: name === "out" ? [] : [`queues.${name}`] }));

test("stations that send messages on and never back are a chain, from the first to the last", () => {
  assert.deepEqual(namesOf(network({ c: to("out"), b: to("c"), a: to("b") })), [["a", "b", "c"]]);
  assert.deepEqual(namesOf(network({ d: to("out"), c: to("d"), b: to("d"), a: to("c", "b") })), [["a", "c", "b", "d"]]);
});

test("stations that have nothing to do with each other are chains of their own", () => {
  assert.deepEqual(namesOf(network({ a: to("out"), b: to("c"), c: to("out") })), [["a"], ["b", "c"]]);
});

test("a circle makes no chain, nor does what leads to it or comes from it", () => {
  assert.deepEqual(namesOf(network({ a: to("a", "out") })), []);
  assert.deepEqual(namesOf(network({ a: to("b"), b: to("c", "a"), c: to("out"), d: to("a"), e: to("out") })), [["e"]]);
});

test("stations that hear from clients who wait, or from other parts, are none", () => {
  const closed = producer("c", { process: "closed", population: 2, think: exponential(1) }, ["b"]);
  assert.deepEqual(namesOf(network({ a: to("b"), b: to("out") }, [closed])), []);
  const batches = { ...producer("c", poisson(1), ["b"]), batch: { discrete: "constant", value: 2 } } as const;
  assert.deepEqual(namesOf(network({ a: to("b"), b: to("out"), c: to("out") }, [batches])), [["c"]]);
  const of = network({ a: to("b"), b: to("out") });
  const [first, second] = of.queues;
  assert.deepEqual(namesOf({ ...of, queues: [{ ...first, order: "random" }, second] }), []);
});

test("chains and the general parts see the same in networks that split and merge", () => {
  const sources = ["a", "a", "b", "d"].map((at, i) => producer(`p${i}`, poisson(0.2 + 0.1 * i), [at]));
  const of = network(
    { d: to("e", "out"), b: to("d", "e", "c"), e: to("out"), a: to("b", "out", "c"), c: to("d") },
    sources,
  );
  assert.equal(namesOf(of)[0].length, 5);
  same(observed(of), observed(of, NO_SHORTCUTS));
});

test("what a chain sees does not depend on how its run is cut into pieces", () => {
  const of = network({ a: to("b"), b: to("out") });
  same(observed(of, shortcutsOf(of), [0.3, 7, 99, 100]), observed(of));
});

test("a chain is idle when all arrivals are over and everyone is served", () => {
  const times: Arrivals = { process: "times", at: [0, 1, 2], period: null };
  const of = network({ a: to("b"), b: to("out") }, [producer("a", times, ["a"])]);
  assert.equal(observed(of).stopped, "idle");
  assert.equal(observed(of, shortcutsOf(of), [1.5]).stopped, "until");
});

/** Networks without a circle: each of up to six stations sends to some of those after it, and some leave. */
const networks = fc
  .array(
    fc.record({
      rate: fc.double({ min: 0.05, max: 1, noNaN: true }),
      sources: fc.integer({ min: 0, max: 2 }),
      replicas: fc.integer({ min: 1, max: 3 }),
      law: fc.constantFrom<Distribution>(
        exponential(0.4),
        { dist: "uniform", min: 0.1, max: 1 },
        { dist: "gamma", shape: 2, scale: 0.3 },
      ),
      next: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((stations) => {
    const then = stations.map(({ next }, i) => {
      const after = next.map((by) => i + by).filter((at) => at < stations.length);
      return to(...after.map((at) => `s${at}`), "out");
    });
    return model({
      producers: stations.flatMap(({ rate, sources }, i) =>
        Array.from({ length: i === 0 ? 1 : sources }, (_, k) => producer(`p${i}${k}`, poisson(rate), [`s${i}`])),
      ),
      queues: stations.map((_, i) => queue(`s${i}`)),
      pools: stations.map(({ replicas, law }, i) => pool(`s${i}`, law, { replicas, then: then[i] })),
    });
  });

test("chains and the general parts see the same in any network without a circle", () => {
  fc.assert(
    fc.property(networks, (of) => {
      assert.equal(shortcutsOf(of).chains.flat().length, of.queues.length);
      same(observed(of), observed(of, NO_SHORTCUTS));
    }),
    { numRuns: 60, seed: 20261121 },
  );
});

test("chains and the general parts see the same beside each other", () => {
  let beside = 0;
  fc.assert(
    fc.property(randomModel(), (drawn) => {
      const of = plainer(drawn);
      const chained = shortcutsOf(of).chains.flat().length;
      if (chained > 0 && chained < of.queues.length) beside++;
      same(observed(of), observed(of, NO_SHORTCUTS));
    }),
    { numRuns: 60, seed: 20261121 },
  );
  assert.ok(beside > 0);
});
