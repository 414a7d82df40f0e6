import { layoutOf } from "../model/layouter.ts";
import type { Observation } from "../model/observation.ts";
import { type Job, watchKey } from "../model/replication.ts";
import { Books } from "./books.ts";
import { Draws } from "./draws.ts";
import { Messages } from "./messages.ts";
import { refusal } from "./refusal.ts";
import type { SimJs } from "./simjs.ts";
import { startProducer } from "./sources.ts";
import { Station } from "./station.ts";
import type { System } from "./system.ts";
import { World } from "./world.ts";

/**
 * A replication on simjs: the same arrivals, services and ways as a Replication of src/model sees, on an event list,
 * queues and servers by somebody else, with books of its own. It records the same quantities on the same grid.
 */
export class ReferenceReplication {
  /** Simulated time [s]. */
  now = 0;
  private readonly system: System;
  private readonly replication: number;

  /**
   * @param simjs see {@link loadSimJs}
   * @throws RangeError when simjs cannot run the model, with the {@link refusal}
   */
  constructor(simjs: SimJs, job: Job) {
    const { model, watch, batchSeconds, seed, replication } = job;
    const refused = refusal(model);
    if (refused !== null) throw new RangeError(refused);
    const watched = new Set(watch);
    const layout = layoutOf(model, (where, metric) => watched.has(watchKey(where, metric)));
    this.replication = replication;
    this.system = {
      world: new World(simjs),
      books: new Books(layout, batchSeconds),
      messages: new Messages(),
      draws: new Draws(model, seed, replication),
      stations: new Map(),
    };
    for (const { name } of model.queues) {
      const pool = model.pools.find((one) => one.from[0].queue === name)!;
      this.system.stations.set(name, new Station(this.system, name, pool));
    }
    for (const producer of model.producers) startProducer(this.system, producer);
  }

  /** Runs to `until` [s]. `pause` is called between batches; when it answers true the run stops there. */
  advance(until: number, pause: () => boolean = () => false): void {
    const { books, world } = this.system;
    while (books.boundary <= until) {
      world.run(books.boundary);
      this.now = books.boundary;
      books.closeBatch();
      if (pause()) return;
    }
    world.run(until);
    this.now = until;
  }

  observe(): Observation {
    const { books, messages, stations, world } = this.system;
    const inside = [...stations].map(([where, { present }]) => ({ where, copies: present.together.size }));
    return {
      replication: this.replication,
      until: this.now,
      fired: world.fired,
      batches: books.batchesUntil(this.now),
      stopped: world.pending ? "until" : "idle",
      inside: inside.filter((place) => place.copies > 0),
      copies: { begun: messages.begun, ended: messages.ended },
    };
  }
}
