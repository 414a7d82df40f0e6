import type { Arrivals } from "../../random/arrivals.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Input, ServiceClass, Station } from "../station.ts";
import type { Twist } from "../twist.ts";
import type { Notation, Order } from "./notation.ts";

/** The numbers that a notation leaves open. */
export interface Given {
  /** Messages a second, those of all classes together; with a population, of each client that thinks. */
  rate: number;
  /** Null where the notation's letter says the process. */
  arrivals: Arrivals | null;
  /** Squared variation of independent intervals of which nothing else is known; null = known. */
  arrivalVariation: number | null;
  /** Probabilities of batches of 1, 2, … messages; null = one by one. */
  sizes: number[] | null;
  classes: ServiceClass[];
  /** Mean patience [s]. */
  patience: number;
  think: Distribution | null;
  twist: Twist | null;
}

/** The station that a notation describes. */
export function stationFrom(notation: Notation, given: Given): Station {
  const { servers, capacity, order } = notation;
  return {
    rate: given.think !== null ? 0 : given.rate * (given.sizes === null ? 1 : meanOf(given.sizes)),
    input: inputFrom(notation, given),
    classes: given.classes,
    servers,
    ...SERVED[order],
    line: "one",
    capacity,
    overflow: "refuse",
    patience: given.patience,
    twist: given.twist,
  };
}

function inputFrom({ population }: Notation, given: Given): Input {
  const { rate, arrivals, arrivalVariation: variation, sizes, think } = given;
  if (think !== null) return { kind: "closed", population, think };
  if (sizes !== null) return { kind: "batches", rate, sizes };
  if (arrivals !== null) return { kind: "arrivals", arrivals };
  if (variation === null) return { kind: "poisson" };
  return { kind: "moments", variation, why: "arrivals are known by their mean and variation only" };
}

function meanOf(sizes: number[]): number {
  return sizes.reduce((sum, p, i) => sum + p * (i + 1), 0);
}

const SERVED: Record<Order, Pick<Station, "order" | "serve">> = {
  fifo: { order: "fifo", serve: "one" },
  lifo: { order: "lifo", serve: "one" },
  random: { order: "random", serve: "one" },
  sharing: { order: "fifo", serve: "shared" },
  shortest: { order: "shortest", serve: "one" },
  priority: { order: "priority", serve: "one" },
  preemptive: { order: "priority", serve: "preemptive" },
  "last-interrupts": { order: "last-interrupts", serve: "one" },
  "shortest-remaining": { order: "shortest-remaining", serve: "one" },
  "least-served": { order: "least-served", serve: "one" },
};
