import { sampler } from "../random/sampler.ts";
import { Stream } from "../random/stream.ts";
import type { Model, Name, Pool } from "../spec.ts";

/*
 * Choices and service times from the same streams, named alike, as src/model draws them from: then both engines see the
 * same messages, and whatever differs between them is a fault in one of the two.
 */

/** What the names of streams are made of. */
export class Draws {
  private readonly model: Model;
  private readonly seed: number;
  private readonly replication: number;

  constructor(model: Model, seed: number, replication: number) {
    this.model = model;
    this.seed = seed;
    this.replication = replication;
  }

  stream(where: Name, purpose: string): Stream {
    return new Stream(this.seed, this.replication, `${where}/${purpose}`);
  }

  /** One of the alternatives at each call, with probability `share`; a single one takes no random number. */
  choice<One>(alternatives: { share: number; value: One }[], stream: Stream): () => One {
    if (alternatives.length === 1) return () => alternatives[0].value;
    return () => {
      const u = stream.uniform();
      let upTo = 0;
      const chosen = alternatives.find(({ share }) => {
        upTo += share;
        return u < upTo;
      });
      return (chosen ?? alternatives[alternatives.length - 1]).value; // shares may sum to a little less than 1
    };
  }

  /** Service times [s] of a pool, in the order in which its messages arrive, which is the one in which they are served. */
  serviceTimes({ name, service }: Pool): (cls: number) => number {
    if (service.by === "arrival") {
      let dealt = 0;
      return () => service.times[dealt++ % service.times.length];
    }
    const { classes } = this.model;
    const samplers = service.law.map((law, cls) => {
      const purpose = classes.length === 1 ? "service" : `service/${classes[cls].name}`;
      return sampler(law, this.stream(name, purpose));
    });
    return (cls) => samplers[cls].next();
  }
}
