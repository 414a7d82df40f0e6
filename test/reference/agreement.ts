import assert from "node:assert/strict";
import { wholeBins } from "../../src/model/counter.ts";
import { between, type Layout, layoutOf, type Series } from "../../src/model/layout.ts";
import type { Batch, Observation } from "../../src/model/observation.ts";
import { type Job, Replication, watchKey } from "../../src/model/replication.ts";
import { ReferenceReplication } from "../../src/reference/reference-replication.ts";
import { loadSimJs } from "../../src/reference/simjs.ts";
import type { Model } from "../../src/spec.ts";
import type { Bins } from "../../src/stats/histogram.ts";
import { jobOf } from "../model/systems.ts";

/** Runs a model on both engines, in two stretches, and asserts that they saw the same. Returns what they saw. */
export async function assertEnginesAgree(
  model: Model,
  until: number,
  changes: Partial<Job> = {},
): Promise<Observation> {
  const job = jobOf(model, changes);
  const ours = new Replication(job);
  const theirs = new ReferenceReplication(await loadSimJs(), job);
  for (const stretch of [0.3, 1]) {
    ours.advance(stretch * until);
    theirs.advance(stretch * until);
    assertSame(job, ours.observe(), theirs.observe());
  }
  return ours.observe();
}

/** Counts must be equal, and sums of times up to the rounding of a sum taken in another order. */
function assertSame(job: Job, ours: Observation, theirs: Observation): void {
  const { batches, ...rest } = ours;
  const { batches: theirBatches, ...theirRest } = theirs;
  assert.deepEqual(theirRest, rest);
  assert.equal(theirBatches.length, batches.length);
  const layout = layoutOf(job.model, (where, metric) => job.watch.includes(watchKey(where, metric)));
  batches.forEach((batch, i) => {
    assertSameBatch(seriesOf(job.model, layout), [batch, theirBatches[i]], {
      where: `batch ${i} of ${batches.length}`,
      rounding: 1e-12 * ours.until,
    });
  });
}

interface Comparison {
  where: string;
  /** Of the clock [s]. */
  rounding: number;
}

function assertSameBatch(series: NamedSeries[], [ours, theirs]: Batch[], comparison: Comparison): void {
  assert.equal(theirs.seconds, ours.seconds);
  assert.equal(theirs.histograms.length, ours.histograms.length);
  assertClose({ ...comparison, where: `ages, ${comparison.where}` }, ours.ages, theirs.ages);
  for (const { name, kind, slot, peak, histogram } of series) {
    const where = `${name}, ${comparison.where}`;
    if (kind !== "level") assert.equal(theirs.sums[slot], ours.sums[slot], where);
    const end = slot + (kind === "tally" ? 3 : 1);
    assertClose({ ...comparison, where }, ours.sums.subarray(slot, end), theirs.sums.subarray(slot, end));
    if (peak >= 0) assert.equal(theirs.peaks[peak], ours.peaks[peak], `largest ${where}`);
    if (histogram < 0 || ours.histograms.length === 0) continue;
    const [a, b] = [ours, theirs].map((batch) => wholeBins(batch.histograms[histogram]));
    const first = Math.min(a.first, b.first);
    assertClose({ ...comparison, where: `histogram of ${where}` }, countsFrom(first, a), countsFrom(first, b));
  }
}

/** Beyond its last bin, a histogram has nothing. */
function countsFrom(bin: number, { first, counts }: Bins): number[] {
  return [...new Array<number>(first - bin).fill(0), ...counts];
}

function assertClose({ where, rounding }: Comparison, ours: ArrayLike<number>, theirs: ArrayLike<number>): void {
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const [here, there] = [ours[i] ?? 0, theirs[i] ?? 0];
    const same = Math.abs(there - here) <= 1e-9 * Math.abs(here) + rounding;
    if (!same) assert.fail(`${where} [${i}]: ${here} here and ${there} on simjs`);
  }
}

type NamedSeries = Series & { name: string };

function seriesOf({ producers, queues, pools }: Model, layout: Layout): NamedSeries[] {
  const places = [...producers, ...queues, ...pools].map((part) => part.name);
  for (const { name, from } of pools) for (const { queue } of from) places.push(between(queue, name));
  return places.flatMap((place) =>
    layout.parts.get(place)!.map((one) => ({ ...one, name: `${one.metric} at ${place}, class ${one.class}` })),
  );
}
