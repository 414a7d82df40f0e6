import type { Model } from "../spec.ts";
import { build, type System } from "./build.ts";
import type { Recorded } from "./layout.ts";
import { layoutOf } from "./layouter.ts";
import type { Observation } from "./observation.ts";
import { Supplies } from "./supplies.ts";
import { textbookStations } from "./textbook.ts";

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

  /** @param stations see {@link build} */
  constructor(job: Job, stations = textbookStations(job.model)) {
    const watch = new Set(job.watch);
    const layout = layoutOf(job.model, (where, metric) => watch.has(watchKey(where, metric)));
    this.system = build(new Supplies(job.model, layout, job.batchSeconds, job), stations);
    this.replication = job.replication;
  }

  /** Simulated time [s]. */
  get now(): number {
    return this.system.kernel.now;
  }

  /** Runs to `until` [s]. `pause` is called between batches; when it answers true the run stops there. */
  advance(until: number, pause: () => boolean = () => false): void {
    const { kernel, recorder } = this.system;
    while (recorder.boundary <= until) {
      kernel.run(recorder.boundary);
      recorder.closeBatch();
      if (pause()) return;
    }
    kernel.run(until);
  }

  observe(): Observation {
    const { kernel, recorder, copies, queues, senders } = this.system;
    const inside = [...queues].map(([where, queue]) => ({ where, copies: queue.present }));
    for (const { where, held } of senders) if (held > 0) inside.push({ where, copies: held });
    return {
      replication: this.replication,
      until: kernel.now,
      fired: kernel.fired,
      batches: recorder.batchesUntil(kernel.now),
      stopped: kernel.pending > 0 ? "until" : this.someoneWaits() ? "deadlock" : "idle",
      inside: inside.filter((place) => place.copies > 0),
      copies: { begun: copies.begun, ended: copies.ended },
    };
  }

  private someoneWaits(): boolean {
    return this.system.senders.some((sender) => sender.held > 0);
  }
}

export function watchKey(where: string, metric: Recorded): string {
  return `${where}/${metric}`;
}
