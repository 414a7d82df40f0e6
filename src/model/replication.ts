import type { Model } from "../spec.ts";
import { build, type System } from "./build.ts";
import type { Recorded } from "./layout.ts";
import { layoutOf } from "./layouter.ts";
import type { Observation } from "./observation.ts";
import { shortcutsOf } from "./shortcuts.ts";
import { Supplies } from "./supplies.ts";

/** One replication to run: with its `until`, all that an Observation depends on. */
export interface Job {
  model: Model;
  /** "where/metric" of the histograms to keep. */
  watch: string[];
  /** Length of the first batches [s]; a power of two, so that the grids of different models can be aligned. */
  batchSeconds: number;
  seed: number;
  replication: number;
}

/** A running replication: it can be asked what it saw so far and then go on. */
export class Replication {
  private readonly system: System;
  private readonly replication: number;

  constructor(job: Job, shortcuts = shortcutsOf(job.model)) {
    const watch = new Set(job.watch);
    const layout = layoutOf(job.model, (where, metric) => watch.has(watchKey(where, metric)));
    this.system = build(new Supplies(job.model, layout, job.batchSeconds, job), shortcuts);
    this.replication = job.replication;
  }

  /** Simulated time [s]. */
  get now(): number {
    return this.system.kernel.now;
  }

  /** Runs to `until` [s]. `pause` is called between batches; when it answers true the run stops there. */
  advance(until: number, pause: () => boolean = () => false): void {
    const { recorder } = this.system;
    while (recorder.boundary <= until) {
      this.run(recorder.boundary);
      recorder.closeBatch();
      if (pause()) return;
    }
    this.run(until);
  }

  private run(horizon: number): void {
    const { kernel, chains } = this.system;
    chains.run(horizon);
    kernel.run(horizon);
  }

  observe(): Observation {
    const { kernel, chains, recorder, copies, queues, senders } = this.system;
    const inside = [...queues].map(([where, queue]) => ({ where, copies: queue.present }));
    for (const { where, held } of senders) if (held > 0) inside.push({ where, copies: held });
    return {
      replication: this.replication,
      until: kernel.now,
      fired: kernel.fired + chains.fired,
      batches: recorder.batchesUntil(kernel.now),
      stopped: this.pending ? "until" : this.someoneWaits() ? "deadlock" : "idle",
      inside: inside.filter((place) => place.copies > 0),
      copies: { begun: copies.begun + chains.copies.begun, ended: copies.ended + chains.copies.ended },
    };
  }

  private get pending(): boolean {
    const { kernel, chains } = this.system;
    return kernel.pending > 0 || chains.pending;
  }

  private someoneWaits(): boolean {
    return this.system.senders.some((sender) => sender.held > 0);
  }
}

export function watchKey(where: string, metric: Recorded): string {
  return `${where}/${metric}`;
}
