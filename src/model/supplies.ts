import { Kernel } from "../engine/kernel.ts";
import type { Source } from "../random/deck.ts";
import { sampler } from "../random/sampler.ts";
import { Stream } from "../random/stream.ts";
import type { Model, Name, Pool } from "../spec.ts";
import { Copies } from "./copies.ts";
import type { Layout, Recorded } from "./layout.ts";
import type { Slots } from "./meters.ts";
import { Recorder } from "./recorder.ts";
import { SERVICE, type ServiceTimes, serviceTimes } from "./service-times.ts";

/** Where randomness comes from: streams are named by the part and purpose they serve, so parts do not disturb others. */
export interface Randomness {
  seed: number;
  replication: number;
}

/** What every part of one running model is built from. */
export class Supplies {
  readonly model: Model;
  readonly kernel = new Kernel();
  readonly copies = new Copies(this.kernel);
  readonly recorder: Recorder;
  private readonly randomness: Randomness;
  private readonly classes: string[];

  constructor(model: Model, layout: Layout, batchSeconds: number, randomness: Randomness) {
    this.model = model;
    this.recorder = new Recorder(this.kernel, layout, batchSeconds);
    this.randomness = randomness;
    this.classes = model.classes.map((one) => one.name);
  }

  stream(where: Name, purpose: string): Stream {
    return new Stream(this.randomness.seed, this.randomness.replication, `${where}/${purpose}`);
  }

  serviceTimes(pool: Pool): ServiceTimes {
    return serviceTimes(pool, this.classes, this.randomness.seed, this.randomness.replication);
  }

  /** Service times of a pool, of the only class. */
  serviceLaw({ name, service }: Pool): Source {
    if (service.by === "arrival") throw new Error(`${name} takes recorded times`);
    return sampler(service.law[0], this.stream(name, SERVICE));
  }

  /** The slot of what is recorded for all classes together. */
  slot(where: Name, metric: Recorded): number {
    return this.recorder.slot(where, metric, null);
  }

  /** The same; −1 when it is not recorded. */
  slotIfAny(where: Name, metric: Recorded): number {
    return this.recorder.layout.slotOf(where, metric, null);
  }

  slots(where: Name, metric: Recorded): Slots {
    const of = this.perClass((cls) => this.recorder.slot(where, metric, cls));
    return { all: this.slot(where, metric), of: of && Int32Array.from(of) };
  }

  /** One for each class; null when there is only one class. */
  perClass<T>(make: (cls: number) => T): T[] | null {
    return this.classes.length === 1 ? null : this.classes.map((_, cls) => make(cls));
  }
}
