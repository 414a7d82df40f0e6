import type { Source } from "../random/deck.ts";
import type { Name, Pool } from "../spec.ts";
import { type Inlet, TAKEN, type Verdict } from "./protocol.ts";
import type { Place } from "./recorder.ts";
import { Route } from "./route.ts";
import { slotsOf } from "./station-slots.ts";
import { OUT, type StationParts, Stations } from "./stations.ts";
import type { Supplies } from "./supplies.ts";
import type { Station } from "./textbook.ts";

/** Builds `stations` and returns how each of them appears to other parts. */
export function buildStations(supplies: Supplies, stations: Station[]): Map<Name, StationDoor> {
  const numbers = new Map(stations.map(({ queue }, number) => [queue.name, number]));
  const parts = stations.map((station) => partsOf(supplies, station, numbers));
  const { kernel, copies, recorder } = supplies;
  const built = new Stations(kernel, copies, recorder.meters, parts);
  return new Map([...numbers].map(([queue, number]) => [queue, new StationDoor(built, number)]));
}

/** One station as others see it. */
export class StationDoor implements Inlet, Place {
  readonly stations: Stations;
  readonly number: number;

  constructor(stations: Stations, number: number) {
    this.stations = stations;
    this.number = number;
  }

  /** Lets messages arrive from outside at given times, which are counted at slot `published`. */
  feed(times: Source, published: number): void {
    this.stations.feed({ times, station: this.number, published });
  }

  get present(): number {
    return this.stations.present(this.number);
  }

  ages(now: number): number {
    return this.stations.ages(this.number, now);
  }

  offer(copy: number): Verdict {
    this.stations.enter(copy, this.number);
    return TAKEN;
  }
}

function partsOf(supplies: Supplies, station: Station, numbers: Map<Name, number>): StationParts {
  const { pool } = station;
  return {
    servers: pool.replicas * pool.from[0].window,
    service: supplies.serviceLaw(pool),
    next: nextOf(supplies, pool, numbers),
    slots: slotsOf(supplies, station),
  };
}

function nextOf(supplies: Supplies, { name, then }: Pool, numbers: Map<Name, number>): number | Route<number> {
  const ways = then.map(({ share, to }) => ({ share, to: to.length === 0 ? OUT : numbers.get(to[0])! }));
  if (ways.every((way) => way.to === ways[0].to)) return ways[0].to;
  return new Route(ways, supplies.stream(name, "route"));
}
