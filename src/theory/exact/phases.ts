import { mapPhC } from "../../queueing/map-ph-c.ts";
import {
  type MarkovianArrivals,
  modulatedArrivals,
  poissonArrivals,
  renewalArrivals,
} from "../../queueing/markovian-arrivals.ts";
import { exactly, ordered, type Rule } from "../answer.ts";
import { phasesOf } from "../phases.ts";
import { commonLaw, isBlind, isPlain, type Station } from "../station.ts";

/** MAP/PH/c, which holds MMPP/M/c, M/PH/c and PH/PH/c. */
const phases: Rule = (s) => {
  const arrivals = markovianArrivals(s);
  const law = commonLaw(s);
  const service = law === null ? null : phasesOf(law);
  if (arrivals === null || law === null || service === null || !isPlain(s) || !isBlind(s)) return null;
  if (tooMany(arrivals.d0.length, service.initial.length, s.servers)) return null;
  const name = `${arrivalLetter(s)}/${serviceLetter(law.dist, law)}/${s.servers}`;
  const source = "Neuts (1981), Matrix-Geometric Solutions in Stochastic Models";
  return exactly(name, source, ordered(s, mapPhC(arrivals, service, s.servers)));
};

/** Phases of arrivals × configurations of busy servers that are solved within a few tenths of a second. */
const MOST_PHASES = 40;

export function tooMany(phases: number, stages: number, servers: number): boolean {
  let size = phases;
  for (let i = 1; i < stages; i++) size *= (servers + i) / i;
  return size > MOST_PHASES;
}

/** What arrives as a Markovian arrival process, where it is one; null otherwise. */
export function markovianArrivals({ input, rate }: Station): MarkovianArrivals | null {
  if (input.kind === "poisson") return poissonArrivals(rate);
  if (input.kind !== "arrivals") return null;
  const { arrivals } = input;
  if (arrivals.process === "mmpp") return modulatedArrivals(arrivals.rates, arrivals.generator);
  if (arrivals.process === "map") return arrivals;
  const interval = arrivals.process === "renewal" ? phasesOf(arrivals.interval) : null;
  return interval === null ? null : renewalArrivals(interval);
}

/** The first letter of the notation of a station. */
export function arrivalLetter({ input }: Station): string {
  if (input.kind !== "arrivals") return "M";
  const { arrivals } = input;
  return arrivals.process === "renewal"
    ? serviceLetter(arrivals.interval.dist, arrivals.interval)
    : arrivals.process.toUpperCase();
}

function serviceLetter(dist: string, law: object): string {
  if (dist === "exponential") return "M";
  if ("stages" in law) return `E${law.stages}`;
  return "branches" in law ? `H${(law.branches as unknown[]).length}` : "PH";
}

export const PHASES: Rule[] = [phases];
