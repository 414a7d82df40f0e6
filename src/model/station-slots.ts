import { between, endsAll, endsSome } from "./layout.ts";
import type { Supplies } from "./supplies.ts";
import type { Station } from "./textbook.ts";

/** Where the meters keep what is measured of a textbook station. */
export interface StationSlots {
  inSystem: number;
  waiting: number;
  sojourn: number;
  arrivals: number;
  inService: number;
  latency: number;
  /** Latency of those that leave the system here; −1 where all do or none. */
  finished: number;
  /** −1 where all leave the system. */
  hops: number;
}

export function slotsOf(supplies: Supplies, { queue: { name: queue }, pool }: Station): StationSlots {
  return {
    inSystem: supplies.slot(queue, "numberInSystem"),
    waiting: supplies.slot(queue, "waitingTime"),
    sojourn: supplies.slot(queue, "sojournTime"),
    arrivals: supplies.slot(queue, "arrivals"),
    inService: supplies.slot(between(queue, pool.name), "inService"),
    latency: supplies.slot(pool.name, "latency"),
    finished: endsSome(pool) ? supplies.slot(pool.name, "finished") : -1,
    hops: endsAll(pool) ? -1 : supplies.slot(pool.name, "hops"),
  };
}
