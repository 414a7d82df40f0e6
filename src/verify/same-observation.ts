import { wholeBins } from "../model/counter.ts";
import { between, type Layout, type Series } from "../model/layout.ts";
import { layoutOf } from "../model/layouter.ts";
import type { Batch, Observation } from "../model/observation.ts";
import { type Job, watchKey } from "../model/replication.ts";
import type { Model } from "../spec.ts";
import type { Bins } from "../stats/histogram.ts";

/**
 * The first difference between what two engines saw, in words; null when there is none. Counts must be equal, and sums
 * of times up to the rounding of a sum taken in another order.
 */
export function differenceBetween(job: Job, ours: Observation, theirs: Observation): string | null {
  const { batches, ...rest } = ours;
  const { batches: theirBatches, ...theirRest } = theirs;
  const [here, there] = [rest, theirRest].map((one) => JSON.stringify(Object.entries(one).sort()));
  if (here !== there) return `${here} here and ${there} there`;
  if (batches.length !== theirBatches.length) return `${batches.length} batches here and ${theirBatches.length} there`;
  const layout = layoutOf(job.model, (where, metric) => job.watch.includes(watchKey(where, metric)));
  const series = seriesOf(job.model, layout);
  const crowd = largestNumber(series, batches);
  for (const [i, batch] of batches.entries()) {
    const of = new BatchPair(batch, theirBatches[i], { number: i, rounding: 1e-12 * ours.until, crowd });
    const found = of.difference(series);
    if (found !== null) return found;
  }
  return null;
}

type NamedSeries = Series & { name: string };

function seriesOf({ producers, queues, pools }: Model, layout: Layout): NamedSeries[] {
  const places = [...producers, ...queues, ...pools].map((part) => part.name);
  for (const { name, from } of pools) for (const { queue } of from) places.push(between(queue, name));
  return places.flatMap((place) =>
    layout.of(place).map((one) => ({ ...one, name: `${one.metric} at ${place}, class ${one.class}` })),
  );
}

/** The most that were ever in one place; at least 1. */
function largestNumber(series: NamedSeries[], batches: readonly Batch[]): number {
  const numbers = series.filter(({ metric }) => metric === "numberInSystem");
  return batches.reduce((most, { peaks }) => Math.max(most, ...numbers.map(({ peak }) => peaks[peak])), 1);
}

interface Margins {
  number: number;
  /** Of the clock [s]. */
  rounding: number;
  /** Most copies in one place. */
  crowd: number;
}

/** One batch as both engines saw it. */
class BatchPair {
  private readonly ours: Batch;
  private readonly theirs: Batch;
  private readonly number: number;
  private readonly rounding: number; // of the clock [s]
  private readonly crowd: number;

  constructor(ours: Batch, theirs: Batch, { number, rounding, crowd }: Margins) {
    this.ours = ours;
    this.theirs = theirs;
    this.number = number;
    this.rounding = rounding;
    this.crowd = crowd;
  }

  difference(series: NamedSeries[]): string | null {
    const { ours, theirs } = this;
    return (
      this.unequal("seconds", ours.seconds, theirs.seconds) ??
      this.unequal("number of histograms", ours.histograms.length, theirs.histograms.length) ??
      this.apart("ages", ours.ages, theirs.ages, this.crowd * this.rounding) ?? // from a sum of all entries' times
      first(series, (one) => this.ofSeries(one))
    );
  }

  private ofSeries({ name, kind, slot, peak, histogram }: NamedSeries): string | null {
    const { ours, theirs } = this;
    const end = slot + (kind === "tally" ? 3 : 1);
    return (
      (kind === "level" ? null : this.unequal(name, ours.sums[slot], theirs.sums[slot])) ??
      this.apart(name, ours.sums.subarray(slot, end), theirs.sums.subarray(slot, end)) ??
      (peak < 0 ? null : this.unequal(`largest ${name}`, ours.peaks[peak], theirs.peaks[peak])) ??
      (histogram < 0 || ours.histograms.length === 0 ? null : this.ofHistograms(name, histogram))
    );
  }

  private ofHistograms(name: string, at: number): string | null {
    const [a, b] = [this.ours, this.theirs].map((batch) => wholeBins(batch.histograms[at]));
    const from = Math.min(a.first, b.first);
    return this.apart(`histogram of ${name}`, countsFrom(from, a), countsFrom(from, b));
  }

  private unequal(what: string, here: number, there: number): string | null {
    return here === there ? null : this.sentence(what, here, there);
  }

  private apart(
    what: string,
    ours: ArrayLike<number>,
    theirs: ArrayLike<number>,
    rounding = this.rounding,
  ): string | null {
    for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
      const [here, there] = [ours[i] ?? 0, theirs[i] ?? 0];
      const same = Math.abs(there - here) <= 1e-9 * Math.abs(here) + rounding;
      if (!same) return this.sentence(`${what} [${i}]`, here, there);
    }
    return null;
  }

  private sentence(what: string, here: number, there: number): string {
    return `${what}, batch ${this.number}: ${here} here and ${there} there`;
  }
}

function first<Item>(items: Item[], difference: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = difference(item);
    if (found !== null) return found;
  }
  return null;
}

/** Beyond its last bin, a histogram has nothing. */
function countsFrom(bin: number, { first: from, counts }: Bins): number[] {
  return [...new Array<number>(from - bin).fill(0), ...counts];
}
