import { mapPhC } from "../../queueing/map-ph-c.ts";
import type { Prediction } from "../../queueing/steady-state.ts";
import { rawMoment } from "../../random/moments.ts";
import { type Answer, approximately, ordered, waitingAlike } from "../answer.ts";
import { arrivalLetter, markovianArrivals, tooMany } from "../exact/phases.ts";
import { mixtureOf } from "../laws.ts";
import { fittedPhases } from "../phases.ts";
import { isBlind, isPlain, isPlainButLimit, meanService, type Station, serviceVariation } from "../station.ts";

const SOURCE = "Neuts (1981), Matrix-Geometric Solutions in Stochastic Models; service fitted by its moments";

/** The queue with a service of few exponential phases that has the same first moments, solved exactly. */
export function fittedAnswers(s: Station): Answer[] {
  if (!isPlain(s) || !isBlind(s)) return [];
  const law = fittedLaw(s);
  if (law === null) return [];
  const { all, phases } = law;
  const model = `${arrivalLetter(s)}/PH/${s.servers}, service fitted by ${phases} phases`;
  return [{ ...approximately(model, SOURCE, ordered(s, all)), classes: waitingAlike(s, all.waitingTime) }];
}

function fittedLaw(s: Station): { all: Prediction; phases: number } | null {
  const service = phasesOfService(s);
  const arrivals = markovianArrivals(s);
  if (service === null || arrivals === null) return null;
  const phases = service.initial.length;
  if (tooMany(arrivals.d0.length, phases, s.servers)) return null;
  return { all: mapPhC(arrivals, service, s.servers), phases };
}

function phasesOfService(s: Station) {
  const law = mixtureOf(s);
  const third = law === null ? Number.NaN : rawMoment(law, 3);
  return fittedPhases(meanService(s), serviceVariation(s), third);
}

/**
 * M/G/c/K from the number present in M/G/c without a limit: P(loss) = (1 − ρ)Q/(1 − ρQ), where Q is how often K or more
 * would be present. Exact for M/M/c/K and M/G/1/K; needs ρ < 1.
 */
export function limitedAnswers(s: Station): Answer[] {
  if (!isPlainButLimit(s) || !isBlind(s) || s.input.kind !== "poisson" || s.overflow !== "refuse") return [];
  if (!(s.capacity >= s.servers && s.capacity <= MOST_PLACES)) return [];
  const law = fittedLaw(s);
  if (law?.all.probability === undefined) return [];
  const all = cutOff(s, law.all.probability, law.all.utilization);
  const source = "Tijms (2003), A First Course in Stochastic Models, chapter 9";
  return [approximately(`M/G/${s.servers}/${s.capacity} cut from M/G/${s.servers}`, source, all)];
}

const MOST_PLACES = 2000;

function cutOff(s: Station, probability: (n: number) => number, rho: number): Partial<Prediction> {
  const below = Array.from({ length: s.capacity }, (_, n) => probability(n));
  const within = below.reduce((sum, p) => sum + p, 0);
  const beyond = Math.max(0, 1 - within);
  const lossProbability = ((1 - rho) * beyond) / (1 - rho * beyond);
  const scale = (1 - lossProbability) / within;
  const at = (n: number) => (n < s.capacity ? (below[n] ?? 0) * scale : n === s.capacity ? lossProbability : 0);
  const numberInSystem = below.reduce((sum, p, n) => sum + n * p * scale, s.capacity * lossProbability);
  const throughput = s.rate * (1 - lossProbability);
  const busy = throughput * meanService(s);
  return {
    utilization: busy / s.servers,
    numberInSystem,
    numberInQueue: Math.max(0, numberInSystem - busy),
    sojournTime: numberInSystem / throughput,
    waitingTime: Math.max(0, numberInSystem / throughput - meanService(s)),
    throughput,
    lossProbability,
    probability: at,
  };
}
