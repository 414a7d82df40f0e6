import { between, endsAll, endsSome } from "./layout.ts";
import type { Supplies } from "./supplies.ts";
import type { Station } from "./textbook.ts";

/** What is not measured, or is measured elsewhere, has no slot. */
export const NOWHERE = -1;

/** Where the meters keep what is measured of a textbook station. */
export interface StationSlots {
  inSystem: number;
  waiting: number;
  sojourn: number;
  arrivals: number;
  inService: number;
  latency: number;
  /** Latency of those that leave the system here; {@link NOWHERE} where all do or none. */
  finished: number;
  /** {@link NOWHERE} where all leave the system. */
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
    finished: endsSome(pool) ? supplies.slot(pool.name, "finished") : NOWHERE,
    hops: endsAll(pool) ? NOWHERE : supplies.slot(pool.name, "hops"),
  };
}
