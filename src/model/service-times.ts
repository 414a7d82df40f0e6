import { type Sampler, sampler } from "../random/sampler.ts";
import { Stream } from "../random/stream.ts";
import type { Pool } from "../spec.ts";

/** How long each message takes in service. */
export interface ServiceTimes {
  /** The next service time [s] for a message of class `cls`. */
  draw(cls: number): number;
}

/** Service times of a pool, from streams of its own: one for each class, so that classes do not disturb each other. */
export function serviceTimes(pool: Pool, classes: string[], seed: number, replication: number): ServiceTimes {
  const { service, name } = pool;
  if (service.by === "arrival") return new Recorded(service.times);
  const samplers = service.law.map((law, cls) => {
    const purpose = classes.length === 1 ? "service" : `service/${classes[cls]}`;
    return sampler(law, new Stream(seed, replication, `${name}/${purpose}`));
  });
  return samplers.length === 1 ? new OfOneClass(samplers[0]) : new ByClass(samplers);
}

/** Hot path. */
class OfOneClass implements ServiceTimes {
  private readonly sampler: Sampler;

  constructor(sampler: Sampler) {
    this.sampler = sampler;
  }

  draw(): number {
    return this.sampler.next();
  }
}

/** Hot path. */
class ByClass implements ServiceTimes {
  private readonly samplers: Sampler[];

  constructor(samplers: Sampler[]) {
    this.samplers = samplers;
  }

  draw(cls: number): number {
    return this.samplers[cls].next();
  }
}

/** Recorded times, dealt in order and starting over at the end. */
class Recorded implements ServiceTimes {
  private readonly times: number[];
  private at = 0;

  constructor(times: number[]) {
    this.times = times;
  }

  draw(): number {
    const time = this.times[this.at];
    this.at = this.at + 1 === this.times.length ? 0 : this.at + 1;
    return time;
  }
}
