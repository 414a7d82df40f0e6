import { batchArrivalsLimited } from "../queueing/batch-arrivals.ts";
import { dropHead } from "../queueing/drop-head.ts";
import { finiteSource } from "../queueing/finite-source.ts";
import { mapPhC } from "../queueing/map-ph-c.ts";
import { type MarkovianArrivals, modulatedArrivals, poissonArrivals } from "../queueing/markovian-arrivals.ts";
import { mmc } from "../queueing/mmc.ts";
import { mmck } from "../queueing/mmck.ts";
import { mean as meanOfLaw } from "../random/moments.ts";
import {
  BOLCH,
  capacityOf,
  exactly,
  exponentialRate,
  isBlind,
  isFifo,
  isLimited,
  isOneLine,
  ordered,
  type Rule,
} from "./answer.ts";
import { phasesOf } from "./laws.ts";
import type { Situation } from "./situation.ts";

/** M/M/c. */
const poissonExponential: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "poisson" || mu === null || isLimited(s) || !isOneLine(s) || !isBlind(s)) return null;
  return exactly(`M/M/${s.servers}`, `${BOLCH}, §6.5`, ordered(s, mmc(s.rate, mu, s.servers)));
};

/** M/M/c/K, which turns arrivals away. */
const limited: Rule = (s) => {
  const mu = exponentialRate(s);
  const capacity = capacityOf(s);
  if (s.input.kind !== "poisson" || mu === null || !isLimited(s) || !isOneLine(s) || !isBlind(s)) return null;
  if (s.queue.limit.overflow !== "refuse" || capacity < s.servers) return null;
  return exactly(`M/M/${s.servers}/${capacity}`, `${BOLCH}, §6.7`, ordered(s, mmck(s.rate, mu, s.servers, capacity)));
};

/** M/M/1/K that throws away the oldest. */
const dropsOldest: Rule = (s) => {
  const mu = exponentialRate(s);
  const capacity = capacityOf(s);
  if (s.input.kind !== "poisson" || mu === null || !isOneLine(s) || !isFifo(s) || s.servers !== 1) return null;
  if (s.queue.limit.overflow !== "drop-oldest" || capacity < 2 || capacity > MOST_SOLVED) return null;
  return exactly(
    `M/M/1/${capacity} dropping the oldest`,
    "absorbing chain, solved exactly",
    dropHead(s.rate, mu, capacity),
  );
};

/** Larger chains would take longer than the simulation they stand beside. */
const MOST_SOLVED = 200;

/** M^X/M/1/K: of a batch, as many are taken as there is room for. */
const limitedBatches: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "batches" || mu === null || !isLimited(s) || !isOneLine(s) || !isFifo(s)) return null;
  const capacity = capacityOf(s);
  if (s.servers !== 1 || s.queue.limit.overflow !== "refuse" || capacity > MOST_SOLVED) return null;
  const { rate, sizes } = s.input;
  return exactly(
    `M^X/M/1/${capacity}`,
    "Markov chain, solved exactly",
    batchArrivalsLimited(rate, sizes, mu, capacity),
  );
};

/** M/M/c//N. */
const closed: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "closed" || mu === null || isLimited(s) || !isOneLine(s) || !isBlind(s)) return null;
  const { population, think } = s.input;
  const law = ordered(s, finiteSource(population, meanOfLaw(think), mu, s.servers));
  const exponential = think.dist === "exponential";
  const { utilization, numberInSystem, numberInQueue, sojournTime, waitingTime, throughput } = law;
  // The averages hold for any law of thinking; the laws of times do not.
  const averages = { utilization, numberInSystem, numberInQueue, sojournTime, waitingTime, throughput };
  return exactly(`M/M/${s.servers}//${population}`, `${BOLCH}, §6.8`, exponential ? law : (averages as typeof law));
};

/** MAP/PH/c, which holds MMPP/M/c and M/PH/c. */
const phases: Rule = (s) => {
  const arrivals = markovianArrivals(s);
  const service = s.classes.length === 1 ? phasesOf(s.classes[0].law) : null;
  if (arrivals === null || service === null || isLimited(s) || !isOneLine(s) || !isBlind(s)) return null;
  const law = mapPhC(arrivals, service, s.servers);
  return exactly(nameOf(s), "Neuts (1981), Matrix-Geometric Solutions in Stochastic Models", ordered(s, law));
};

function markovianArrivals({ input, rate, servers }: Situation): MarkovianArrivals | null {
  if (input.kind === "poisson") return servers > 1 ? poissonArrivals(rate) : null;
  if (input.kind !== "arrivals") return null;
  const { arrivals } = input;
  if (arrivals.process === "mmpp") return modulatedArrivals(arrivals.rates, arrivals.generator);
  return arrivals.process === "map" ? arrivals : null;
}

function nameOf({ input, classes, servers }: Situation): string {
  const [{ law }] = classes;
  const arrivals = input.kind === "arrivals" ? input.arrivals.process.toUpperCase() : "M";
  const service = law.dist === "exponential" ? "M" : law.dist === "erlang" ? `E${law.stages}` : "PH";
  return `${arrivals}/${service}/${servers}`;
}

export const MARKOVIAN: Rule[] = [poissonExponential, limited, dropsOldest, limitedBatches, closed, phases];
