import type { Name, Pool } from "../spec.ts";
import { GROUP } from "./observation.ts";

/**
 * What is recorded of a model, and where: the place of every additive quantity in one column of sums. It follows from
 * the model alone, so the process that simulates and the one that summarizes need not exchange it.
 */
export class Layout {
  /** Length of the column of sums. */
  readonly slots: number;
  /** Length of the column of maxima. */
  readonly peaks: number;
  /** Number of histograms kept. */
  readonly histograms: number;
  /** Queues, in the order in which the ages of their copies are recorded. */
  readonly queues: Name[];
  /** Most batches of the time grid; pairs are merged when it is full. A multiple of 8. */
  readonly batches: number;
  private readonly parts: Parts;

  constructor(parts: Parts, queues: Name[], used: Place) {
    this.parts = parts;
    this.queues = queues;
    this.slots = used.slot;
    this.peaks = used.peak;
    this.histograms = used.histogram;
    const affordable = Math.floor(GRID_BYTES / (8 * (this.slots + this.peaks)));
    this.batches = MULTIPLE * Math.floor(Math.min(MOST_BATCHES, Math.max(FEWEST_BATCHES, affordable)) / MULTIPLE);
  }

  /** What is recorded of one part, in order; nothing of a part that does not exist. */
  of(where: Name): Series[] {
    const part = this.parts.get(where);
    return part === undefined ? [] : part.kind.map((series) => moved(series, part));
  }

  /** One series; `cls` null = all classes together. */
  find(where: Name, metric: Recorded, cls: number | null): Series | undefined {
    const part = this.parts.get(where);
    const series = part?.kind.find((one) => one.metric === metric && one.class === cls);
    return series === undefined ? undefined : moved(series, part!);
  }

  /** The slot of one series; −1 when it is not recorded. */
  slotOf(where: Name, metric: Recorded, cls: number | null): number {
    const part = this.parts.get(where);
    const series = part?.kind.find((one) => one.metric === metric && one.class === cls);
    return series === undefined ? -1 : part!.slot + series.slot;
  }

  /** Where all series of one kind stand, in columns: there may be a hundred thousand. */
  columnsOf(kind: Series["kind"]): Columns {
    const parts = [...this.parts.all()];
    let length = 0;
    for (const part of parts) for (const series of part.kind) if (series.kind === kind) length++;
    const [slots, peaks, histograms] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
    let at = 0;
    for (const part of parts) {
      for (const series of part.kind) {
        if (series.kind !== kind) continue;
        slots[at] = part.slot + series.slot;
        peaks[at] = part.peak + series.peak;
        histograms[at++] = series.histogram < 0 ? -1 : part.histogram + series.histogram;
      }
    }
    return { slots, peaks, histograms };
  }
}

/** Series side by side. */
export interface Columns {
  slots: Int32Array;
  peaks: Int32Array;
  /** −1 where no histogram is kept. */
  histograms: Int32Array;
}

/** Where something begins. */
export interface Place {
  slot: number;
  peak: number;
  histogram: number;
}

/** What is recorded of one part of the model, and where it begins. */
export interface Part extends Place {
  /** As it would stand at the beginning of the columns; shared by all parts of which the same is recorded. */
  kind: Series[];
}

/** Parts by name, in the order in which they were added, and in columns: a large model has tens of thousands. */
export class Parts {
  private readonly numbers = new Map<Name, number>();
  private readonly kinds: Series[][] = [];
  private readonly places: number[] = []; // slot, peak and histogram; and so on

  add(name: Name, { kind, slot, peak, histogram }: Part): void {
    this.numbers.set(name, this.kinds.push(kind) - 1);
    this.places.push(slot, peak, histogram);
  }

  get(name: Name): Part | undefined {
    const number = this.numbers.get(name);
    return number === undefined ? undefined : this.at(number);
  }

  *all(): Generator<Part> {
    for (const number of this.kinds.keys()) yield this.at(number);
  }

  private at(number: number): Part {
    const [slot, peak, histogram] = this.places.slice(3 * number, 3 * number + 3);
    return { kind: this.kinds[number], slot, peak, histogram };
  }
}

/**
 * One recorded quantity. A tally (separate observations, such as waiting times) has three sums: count, Σx, Σx². A
 * level (a number that jumps, such as a queue's length) has one: ∫ level dt. A count has one.
 */
export interface Series {
  metric: Recorded;
  /** Index of the message class; null = all classes. */
  class: number | null;
  kind: "tally" | "level" | "count";
  slot: number;
  /** Place in the column of maxima; −1 for a count. */
  peak: number;
  /** −1 when no histogram is kept. */
  histogram: number;
}

export type Recorded =
  /** Queue: copies present, waiting or in the consumers' hands. */
  | "numberInSystem"
  /** Queue: copies offered to it. */
  | "arrivals"
  /** Queue: copies that found it full; copies that made room for newer ones, and Σ of their time here [s]. */
  | "refused"
  | "dropped"
  | "droppedTime"
  | "waitingTime"
  | "sojournTime"
  /** Queue and pool together ({@link between}): copies in service. */
  | "inService"
  /** Pool that shares its servers: servers busy. */
  | "busy"
  /** Pool: copies served that wait to be taken by the next queue. Producer: 1 while blocked. */
  | "blocked"
  /** Pool: age of a copy when its service ended; `finished`: of those that left the system here, where only some do. */
  | "latency"
  | "finished"
  /** Pool: copies begun to send messages on. Producer, pool: further copies begun to reach several places. */
  | "hops"
  | "twins"
  | "published";

/** Memory for one run's batches of sums [bytes]. */
const GRID_BYTES = 16e6;
const MOST_BATCHES = 256;
const FEWEST_BATCHES = 16;
/** Pairs of whole groups of batches, so that merging keeps groups whole. */
const MULTIPLE = 2 * GROUP;

/** The part under which copies of a queue in service at a pool are counted. */
export function between(queue: Name, pool: Name): Name {
  return `${queue} → ${pool}`;
}

/** Whether some copies leave the system at this pool and others go on: then those that leave are tallied apart. */
export function endsSome(pool: Pool): boolean {
  return pool.then.some(leaves) && !pool.then.every(leaves);
}

/** Whether every copy that this pool finishes leaves the system. */
export function endsAll(pool: Pool): boolean {
  return pool.then.every(leaves);
}

function leaves(way: Pool["then"][number]): boolean {
  return way.to.length === 0;
}

function moved({ metric, class: cls, kind, slot, peak, histogram }: Series, by: Place): Series {
  return {
    metric,
    class: cls,
    kind,
    slot: by.slot + slot,
    peak: peak < 0 ? -1 : by.peak + peak,
    histogram: histogram < 0 ? -1 : by.histogram + histogram,
  };
}
