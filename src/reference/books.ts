import type { Layout, Recorded, Series } from "../model/layout.ts";
import { type Batch, GROUP, merged, moveHistograms } from "../model/observation.ts";
import type { Name } from "../spec.ts";
import { type Account, Count, Observed, Presence } from "./accounts.ts";

/** The accounts of one quantity: for all classes together and, with several classes, for each. */
export class Accounts<Kind extends Account> {
  private readonly all: Kind;
  private readonly ofClass: Kind[];

  constructor(all: Kind, ofClass: Kind[]) {
    this.all = all;
    this.ofClass = ofClass;
  }

  /** Those that a message of class `cls` goes to. */
  for(cls: number): Kind[] {
    return this.ofClass.length === 0 ? [this.all] : [this.all, this.ofClass[cls]];
  }

  get together(): Kind {
    return this.all;
  }
}

/** All that is recorded, batch after batch on a grid whose batches double when it is full. */
export class Books {
  private readonly layout: Layout;
  private readonly accounts: Account[] = [];
  /** Who is in each queue, in the order of `layout.queues`. */
  private readonly queues: Presence[] = [];
  private readonly closed: Batch[] = [];
  private batchSeconds: number;
  private begin = 0; // s

  constructor(layout: Layout, batchSeconds: number) {
    this.layout = layout;
    this.batchSeconds = batchSeconds;
  }

  /** End of the batch in progress [s]. */
  get boundary(): number {
    return this.begin + this.batchSeconds;
  }

  counts(where: Name, metric: Recorded): Accounts<Count> {
    return this.open(where, metric, (series) => new Count(series));
  }

  tallies(where: Name, metric: Recorded): Accounts<Observed> {
    return this.open(where, metric, (series) => new Observed(series));
  }

  presences(where: Name, metric: Recorded): Accounts<Presence> {
    const presences = this.open(where, metric, (series) => new Presence(series));
    if (metric === "numberInSystem") this.queues[this.layout.queues.indexOf(where)] = presences.together;
    return presences;
  }

  /** Ends the batch in progress at its {@link boundary}. */
  closeBatch(): void {
    const now = this.boundary;
    this.closed.push(this.batchAt(now));
    for (const account of this.accounts) account.restart(now);
    this.begin = now;
    if (this.closed.length < this.layout.batches) return;
    for (let i = 0; i < this.layout.batches; i += 2) this.closed.push(merged(this.closed[i], this.closed[i + 1]));
    this.closed.splice(0, this.layout.batches);
    this.batchSeconds *= 2;
  }

  /** All batches until `now` [s], with the histograms of each group in its last batch. */
  batchesUntil(now: number): Batch[] {
    const batches = now > this.begin ? [...this.closed, this.batchAt(now)] : [...this.closed];
    for (let i = 0; i < batches.length - 1; i++) {
      if ((i + 1) % GROUP !== 0) moveHistograms(batches, i, i + 1);
    }
    return batches;
  }

  private batchAt(now: number): Batch {
    const batch: Batch = {
      seconds: now - this.begin,
      sums: new Float64Array(this.layout.slots),
      peaks: new Float64Array(this.layout.peaks),
      ages: Float64Array.from(this.queues, (queue) => queue.ages(now)),
      histograms: [],
    };
    for (const account of this.accounts) account.report(batch, now);
    return batch;
  }

  private open<Kind extends Account>(where: Name, metric: Recorded, make: (series: Series) => Kind): Accounts<Kind> {
    const recorded = this.layout.of(where).filter((one) => one.metric === metric);
    const [all, ...ofClass] = recorded.map(make);
    this.accounts.push(all, ...ofClass);
    return new Accounts(all, ofClass);
  }
}
