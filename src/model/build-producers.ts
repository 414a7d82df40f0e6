import { arrivalProcess } from "../random/arrival-process.ts";
import type { Arrivals } from "../random/arrivals.ts";
import { Deck } from "../random/deck.ts";
import { discreteSampler } from "../random/discrete.ts";
import { sampler } from "../random/sampler.ts";
import type { Model, Name, Producer as ProducerSpec } from "../spec.ts";
import { Clients, Directory } from "./clients.ts";
import type { Connections } from "./connections.ts";
import { Producer } from "./producer.ts";
import type { PublisherParts } from "./publisher.ts";
import type { Supplies } from "./supplies.ts";
import { isSource } from "./textbook.ts";

/** A part that may hold copies which a full queue makes wait. */
export interface Holding {
  where: Name;
  held: number;
}

/** Builds the producers of a model; their first arrivals are scheduled. Returns those that may hold copies. */
export function buildProducers(supplies: Supplies, connections: Connections): Holding[] {
  return new ProducerBuilder(supplies, connections).build();
}

export function holding(where: Name, part: { held: number }): Holding {
  return {
    where,
    get held() {
      return part.held;
    },
  };
}

class ProducerBuilder {
  private readonly model: Model;
  private readonly supplies: Supplies;
  private readonly connections: Connections;
  private readonly built: Holding[] = [];

  constructor(supplies: Supplies, connections: Connections) {
    this.model = supplies.model;
    this.supplies = supplies;
    this.connections = connections;
  }

  build(): Holding[] {
    const directory = new Directory();
    const populations = this.model.producers.map(populationOf);
    this.supplies.copies.serve(
      directory,
      populations.reduce((sum, population) => sum + population, 0),
    );
    let first = 0;
    this.model.producers.forEach((spec, i) => {
      const { arrivals } = spec;
      if (arrivals.process === "closed") {
        const clients = this.clients(spec, arrivals, { first, count: populations[i] });
        first += populations[i];
        // Clients begin to think as they are made, so the directory must know them first only for what comes later.
        directory.add(first, clients);
        this.built.push(holding(spec.name, clients));
      } else this.addOpen(spec, arrivals);
    });
    return this.built;
  }

  private clients(
    spec: ProducerSpec,
    { think }: Extract<Arrivals, { process: "closed" }>,
    numbers: { first: number; count: number },
  ): Clients {
    const { kernel, copies } = this.supplies;
    const times = new Deck(sampler(think, this.supplies.stream(spec.name, "think")));
    return new Clients(kernel, copies, { ...numbers, think: times }, this.publisher(spec, ""));
  }

  private addOpen(spec: ProducerSpec, arrivals: Arrivals): void {
    const { supplies } = this;
    const merged = this.mergesInstances(spec);
    const station = isSource(spec) ? this.connections.station(spec.to[0].to[0]) : undefined;
    for (let i = 0; i < (merged ? 1 : spec.count); i++) {
      const of = i === 0 ? "" : `${i + 1}/`;
      const stream = supplies.stream(spec.name, `${of}arrivals`);
      const times = arrivalProcess(arrivals, spec.profile, stream, merged ? spec.count : 1);
      if (station !== undefined) station.feed(times, supplies.slot(spec.name, "published"));
      else {
        const producer = new Producer(supplies.kernel, supplies.copies, new Deck(times), this.publisher(spec, of));
        this.built.push(holding(spec.name, producer));
      }
    }
  }

  /** Independent Poisson streams are one Poisson stream, unless each producer can be made to wait by itself. */
  private mergesInstances(spec: ProducerSpec): boolean {
    if (spec.count === 1 || spec.arrivals.process !== "poisson") return false;
    const waits = this.model.queues.filter((queue) => queue.limit.overflow === "wait").map((queue) => queue.name);
    return !spec.to.some((way) => way.to.some((to) => waits.includes(to)));
  }

  private publisher(spec: ProducerSpec, of: string): PublisherParts {
    const { supplies, connections } = this;
    const { batch } = spec;
    let share = 0;
    return {
      mix: {
        upTo: Float64Array.from(spec.mix, (one) => {
          share += one.share;
          return share;
        }),
        classes: spec.mix.map((one) => one.class),
        stream: supplies.stream(spec.name, `${of}class`),
      },
      batch:
        batch.discrete === "constant" && batch.value === 1
          ? null
          : new Deck(discreteSampler(batch, supplies.stream(spec.name, `${of}batch`))),
      route: connections.route(spec.name, spec.to, of),
      published: supplies.slots(spec.name, "published"),
      outbox: connections.outbox(spec.name, spec.to),
    };
  }
}

function populationOf({ arrivals, count }: ProducerSpec): number {
  return arrivals.process === "closed" ? arrivals.population * count : 0;
}
