import { Deck } from "../random/deck.ts";
import { sampler } from "../random/sampler.ts";
import { Stream } from "../random/stream.ts";
import type { Pool } from "../spec.ts";

/** How long each message takes in service. Hot path. */
export class ServiceTimes {
  private readonly sole: Deck | null; // where classes do not matter
  private readonly decks: Deck[];

  constructor(decks: Deck[]) {
    this.sole = decks.length === 1 ? decks[0] : null;
    this.decks = decks;
  }

  /** The next service time [s] for a message of class `cls`. */
  draw(cls: number): number {
    return (this.sole ?? this.decks[cls]).next();
  }
}

/** Service times of a pool, from streams of its own: one for each class, so that classes do not disturb each other. */
export function serviceTimes(pool: Pool, classes: string[], seed: number, replication: number): ServiceTimes {
  const { service, name } = pool;
  if (service.by === "arrival") return new ServiceTimes([new Deck(new Recorded(service.times))]);
  const decks = service.law.map((law, cls) => {
    const purpose = classes.length === 1 ? SERVICE : `${SERVICE}/${classes[cls]}`;
    return new Deck(sampler(law, new Stream(seed, replication, `${name}/${purpose}`)));
  });
  return new ServiceTimes(decks);
}

/** What the stream of service times is for, where there is one class. */
export const SERVICE = "service";

/** Recorded times, dealt in order and starting over at the end. */
class Recorded {
  private readonly times: number[];
  private at = 0;

  constructor(times: number[]) {
    this.times = times;
  }

  next(): number {
    const time = this.times[this.at];
    this.at = this.at + 1 === this.times.length ? 0 : this.at + 1;
    return time;
  }
}
