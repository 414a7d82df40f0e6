import {
  type Approximation,
  allenCunneen,
  kimura,
  kingman,
  kraemerLangenbachBelz,
  type TwoMoments,
  whitt,
} from "../../queueing/approximate-wait.ts";
import { indexOfDispersion } from "../../random/arrival-rate.ts";
import { type Answer, approximately, waitingAlike } from "../answer.ts";
import { type Input, isBlind, isPlain, meanService, type Station, serviceVariation } from "../station.ts";

const SOURCES = {
  allenCunneen: "Allen (1990), Probability, Statistics and Queueing Theory, chapter 5",
  whitt: "Whitt (1993), Production and Operations Management 2(2), 114–161",
  kimura: "Kimura (1986), Operations Research 34(5), 757–763",
  belz: "Krämer & Langenbach-Belz (1976), 8th International Teletraffic Congress",
  kingman: "Kingman (1961), Mathematical Proceedings of the Cambridge Philosophical Society 57, 902–904",
};

/**
 * Approximations of a queue by the variation of its arrivals and services, the most trustworthy first. Means only. None
 * where the formulas do not apply, or a variance is infinite.
 */
export function twoMomentAnswers(s: Station): Answer[] {
  const arrivalVariation = variationOf(s.input);
  const serviceVariance = serviceVariation(s);
  if (arrivalVariation === null || !Number.isFinite(serviceVariance) || !isPlain(s) || !isBlind(s)) return [];
  const queue = {
    lambda: s.rate,
    arrivalVariation,
    mu: 1 / meanService(s),
    serviceVariation: serviceVariance,
    c: s.servers,
  };
  const name = `GI/G/${s.servers}`;
  const answers = [
    answer(s, `Whitt's ${name}`, SOURCES.whitt, whitt(queue)),
    answer(s, `Allen–Cunneen ${name}`, SOURCES.allenCunneen, allenCunneen(queue)),
    answer(s, `Kingman ${name}, heavy traffic`, SOURCES.kingman, kingman(queue)),
  ];
  return [...closer(s, queue), ...answers].filter(({ all }) => all.waitingTime! >= 0);
}

/** Approximations made for fewer cases, which are better there. */
function closer(s: Station, queue: TwoMoments): Answer[] {
  if (s.servers === 1) return [answer(s, "Krämer–Langenbach-Belz GI/G/1", SOURCES.belz, kraemerLangenbachBelz(queue))];
  const poisson = s.input.kind === "poisson";
  return poisson ? [answer(s, `Kimura's M/G/${s.servers}`, SOURCES.kimura, kimura(queue))] : [];
}

function answer(s: Station, model: string, source: string, { exact: _, ...all }: Approximation): Answer {
  return { ...approximately(model, source, all), classes: waitingAlike(s, all.waitingTime) };
}

/** Squared variation of the intervals as a queue feels it: of counts over long times, where intervals depend on another. */
function variationOf(input: Input): number | null {
  switch (input.kind) {
    case "poisson":
    case "product form":
      return 1;
    case "arrivals":
      return indexOfDispersion(input.arrivals);
    case "batches":
      return batchVariation(input.sizes);
    case "moments":
      return input.variation;
    default:
      return null;
  }
}

/** Variance over mean of the number in a long time: E[X²]/E[X] for Poisson batches of X. */
function batchVariation(sizes: number[]): number {
  const moment = (k: number) => sizes.reduce((sum, p, i) => sum + p * (i + 1) ** k, 0);
  return moment(2) / moment(1);
}
