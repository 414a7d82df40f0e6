import { UnstableQueueError } from "../queueing/steady-state.ts";
import type { Model, Name } from "../spec.ts";
import type { Answer } from "./answer.ts";
import { closedTheory } from "./network/closed.ts";
import { tandemTheory } from "./network/tandem.ts";
import { arrivalVariations } from "./network/two-moments.ts";
import { Surroundings, stationOf } from "./recognise.ts";
import { severalPools } from "./several-pools.ts";
import type { Station } from "./station.ts";
import { type StationTheory, stationTheory } from "./station-theory.ts";

/** What theory says of a model. */
export interface ModelTheory {
  /** By queue, in the order of the model. `station` is null where a queue is nothing that theory knows. */
  queues: Map<Name, StationTheory & { station: Station | null }>;
  /** Of the whole, where the whole was solved at once rather than queue by queue. */
  system: Answer | null;
}

/** Recognises the queues of a model, or the network that they are, and solves them. */
export function modelTheory(model: Model): ModelTheory {
  const stations = new Map<Name, Station>();
  const whys = new Map<Name, string>();
  const around = new Surroundings(model);
  for (const queue of model.queues) {
    const station = stationOf(around, queue);
    if ("why" in station) whys.set(queue.name, station.why);
    else stations.set(queue.name, station);
  }
  const closed = closedTheory(model, stations);
  knowMoments(model, stations);
  const queues = new Map<Name, StationTheory & { station: Station | null }>();
  for (const queue of model.queues) {
    const { name } = queue;
    const station = stations.get(name) ?? null;
    const several = station === null ? severalPools(around, queue) : null;
    const theory = several ?? theoryOf(station, closed?.stations.get(name) ?? null, whys.get(name) ?? "");
    queues.set(name, { station, ...theory });
  }
  return { queues, system: closed?.system ?? systemOf(() => tandemTheory(model, stations)) };
}

function theoryOf(station: Station | null, closed: Answer | null, why: string): StationTheory {
  if (station === null) return { answer: null, others: [], why };
  const alone = stationTheory(station);
  if (closed === null || alone.why === "") return alone;
  return { answer: closed, others: [], why: closed.exact ? "" : alone.why };
}

function systemOf(solve: () => Answer | null): Answer | null {
  try {
    return solve();
  } catch (error) {
    if (error instanceof UnstableQueueError) return null; // each station says so itself
    throw error;
  }
}

/** Variations are solved for together, in time that grows as the cube of their number. */
const MOST_STATIONS = 150;

/** Tells stations whose arrivals are no known process at least how much they vary. */
function knowMoments(model: Model, stations: Map<Name, Station>): void {
  try {
    if (![...stations.values()].some(({ input }) => input.kind === "unknown") || stations.size > MOST_STATIONS) return;
    const variations = arrivalVariations(model, stations);
    for (const [name, variation] of variations ?? []) {
      const station = stations.get(name)!;
      const { input } = station;
      if (input.kind === "unknown") station.input = { kind: "moments", variation, why: input.why };
    }
  } catch (error) {
    if (!(error instanceof UnstableQueueError)) throw error; // each station says so itself
  }
}
