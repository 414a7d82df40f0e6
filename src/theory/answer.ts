import { quantile } from "../queueing/quantile.ts";
import type { Prediction } from "../queueing/steady-state.ts";
import { isFifo, type Station } from "./station.ts";

/** What theory says of one station: the name of the model it is an instance of, and its figures. */
export interface Answer {
  model: string;
  exact: boolean;
  source: string;
  /** All classes together. */
  all: Partial<Prediction>;
  /** By name of class, where theory tells them apart. */
  classes: Map<string, Partial<Prediction>>;
}

/** Recognises one kind of station; null where it is another. */
export type Rule = (station: Station) => Answer | null;

export const BOLCH = "Bolch, Greiner, de Meer & Trivedi (1998), Queueing Networks and Markov Chains";
export const KLEINROCK = "Kleinrock (1975), Queueing Systems, volume 1";

export function exactly(model: string, source: string, all: Partial<Prediction>): Answer {
  return { model, exact: true, source, all, classes: new Map() };
}

export function approximately(model: string, source: string, all: Partial<Prediction>): Answer {
  return { ...exactly(model, source, all), exact: false };
}

/** Service in another order than that of arrival changes the law of times, but not their means. */
export function ordered(s: Station, law: Partial<Prediction>): Partial<Prediction> {
  return isFifo(s) ? law : withoutTimeLaws(law);
}

export function withoutTimeLaws(law: Partial<Prediction>): Partial<Prediction> {
  const kept = { ...law };
  for (const key of TIME_LAWS) delete kept[key];
  return kept;
}

const TIME_LAWS = [
  "waitingVariance",
  "sojournVariance",
  "waitingTail",
  "waitingQuantile",
  "sojournTail",
  "sojournQuantile",
] as const;

const AVERAGES = [
  "utilization",
  "numberInSystem",
  "numberInQueue",
  "sojournTime",
  "waitingTime",
  "throughput",
] as const;

/** The means alone. */
export function averagesOf(law: Partial<Prediction>): Partial<Prediction> {
  return Object.fromEntries(AVERAGES.flatMap((key) => (law[key] === undefined ? [] : [[key, law[key]]])));
}

/** All classes together, from each; those that are not told apart are left out. */
export function pooled(s: Station, classes: Map<string, Partial<Prediction>>): Partial<Prediction> {
  const sum = (of: (state: Prediction, share: number) => number) =>
    s.classes.reduce((total, cls) => {
      const state = classes.get(cls.name);
      return state === undefined ? total : total + of(state as Prediction, cls.share);
    }, 0);
  return {
    utilization: sum((state) => state.utilization),
    numberInSystem: sum((state) => state.numberInSystem),
    numberInQueue: sum((state) => state.numberInQueue),
    sojournTime: sum((state, share) => share * state.sojournTime),
    waitingTime: sum((state, share) => share * state.waitingTime),
  };
}

/** Laws of the times of all classes together, where those of each are known. */
export function pooledLaws(s: Station, classes: Map<string, Partial<Prediction>>): Partial<Prediction> {
  const parts = s.classes.flatMap(({ name, share }) => {
    const law = classes.get(name);
    return law === undefined ? [] : [{ law, share }];
  });
  const { waitingTime, sojournTime } = pooled(s, classes);
  const law: Partial<Prediction> = {};
  const waiting = waitingTime! > 0 ? mixed(parts, "waitingTail", waitingTime!) : null;
  if (waiting !== null) [law.waitingTail, law.waitingQuantile] = [waiting.tail, waiting.quantile];
  const sojourn = mixed(parts, "sojournTail", sojournTime!);
  if (sojourn !== null) [law.sojournTail, law.sojournQuantile] = [sojourn.tail, sojourn.quantile];
  return law;
}

/** The law of a time that follows one of several laws, as often as their shares say; null where one is not known. */
export function mixed(
  parts: { law: Partial<Prediction>; share: number }[],
  key: "waitingTail" | "sojournTail",
  mean: number,
): { tail: (t: number) => number; quantile: (p: number) => number } | null {
  if (parts.some(({ law }) => law[key] === undefined)) return null;
  const tail = (t: number) => parts.reduce((sum, { law, share }) => sum + share * law[key]!(t), 0);
  return { tail, quantile: (p) => quantile(tail, p, mean, CLOSE) };
}

/** Relative error of percentiles of several inverted laws together: these keep no more digits. */
const CLOSE = 1e-9;

/** Classes that wait alike, first come, first served, and differ only in how long they are served. */
export function waitingAlike(s: Station, waitingTime: number): Map<string, Partial<Prediction>> {
  if (s.classes.length < 2) return new Map();
  return new Map(
    s.classes.map(({ name, share, mean }): [string, Partial<Prediction>] => {
      const sojournTime = waitingTime + mean;
      return [name, { waitingTime, sojournTime, numberInSystem: s.rate * share * sojournTime }];
    }),
  );
}
