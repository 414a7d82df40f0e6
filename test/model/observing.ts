import assert from "node:assert/strict";
import type { Recorded } from "../../src/model/layout.ts";
import { layoutOf } from "../../src/model/layouter.ts";
import type { Observation } from "../../src/model/observation.ts";
import { Replication, watchKey } from "../../src/model/replication.ts";
import { shortcutsOf } from "../../src/model/shortcuts.ts";
import type { Model, Pool } from "../../src/spec.ts";
import { queue } from "./systems.ts";

/** What one replication sees until 100 s, with all histograms, stopping at each of `until` [s]. */
export function observed(of: Model, shortcuts = shortcutsOf(of), until = [100]): Observation {
  const keys: string[] = [];
  layoutOf(of, (where, metric: Recorded) => keys.push(watchKey(where, metric)) > 0);
  const run = new Replication({ model: of, watch: keys, batchSeconds: 0.25, seed: 5, replication: 0 }, shortcuts);
  for (const time of until) run.advance(time);
  return run.observe();
}

/** Two observations are equal, but for the last bits of what was added up in another order. */
export function same(a: Observation, b: Observation): void {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  assert.equal(left.length, right.length);
  const far = left.findIndex((x, i) => Math.abs(x - right[i]) > 1e-9 * (1 + Math.abs(x)));
  assert.equal(far, -1, `${left[far]}, not ${right[far]}`);
  assert.deepEqual([a.fired, a.stopped, a.inside, a.copies], [b.fired, b.stopped, b.inside, b.copies]);
}

function numbersOf({ batches }: Observation): number[] {
  return batches.flatMap(({ seconds, sums, peaks, ages, histograms }) => [
    seconds,
    ...[...sums, ...peaks, ...ages],
    ...histograms.flatMap(({ zeros, rest }) => [zeros, rest.counts.length && rest.first, ...rest.counts]),
  ]);
}

/** A model in which two queues of three are plain. */
export function plainer(of: Model): Model {
  return {
    classes: of.classes.slice(0, 1),
    producers: of.producers.map((one) => ({ ...one, mix: [{ class: 0, share: 1 }] })),
    queues: of.queues.map((one, i) => (i % 3 === 1 ? one : queue(one.name.slice("queues.".length)))),
    pools: of.pools.map((one, i) => {
      if (i % 3 === 1) return { ...one, service: firstLaw(one) };
      const from = one.from.map((each) => ({ ...each, window: one.concurrency }));
      const then = one.then.map((way) => ({ ...way, to: way.to.slice(0, 1) }));
      return { ...one, from, then, serve: "one", service: firstLaw(one) };
    }),
  };
}

function firstLaw({ service }: Pool): Pool["service"] {
  return service.by === "class" ? { by: "class", law: service.law.slice(0, 1) } : service;
}
