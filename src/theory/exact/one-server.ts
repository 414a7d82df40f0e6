import { batchArrivals } from "../../queueing/batch-arrivals.ts";
import { fcfsClassesLaw } from "../../queueing/fcfs-classes.ts";
import { lcfs, lcfsLaw } from "../../queueing/lcfs.ts";
import { mg1, mg1Law } from "../../queueing/mg1.ts";
import { mg1k } from "../../queueing/mg1k.ts";
import { shortestJobFirst } from "../../queueing/size-based.ts";
import type { Prediction } from "../../queueing/steady-state.ts";
import { exactly, KLEINROCK, ordered, type Rule, waitingAlike } from "../answer.ts";
import { isSmooth, isTractable, lawOf, mixtureOf, momentsOfService } from "../laws.ts";
import { sizeLawOf } from "../sizes.ts";
import { commonLaw, isBlind, isFifo, isPlain, isPlainButLimit, type Station } from "../station.ts";

/** M/G/1 in an order that does not look at service times. */
const general: Rule = (s) => {
  if (s.input.kind !== "poisson" || s.servers !== 1 || !isPlain(s) || !isBlind(s)) return null;
  const source = `Pollaczek–Khinchine; ${KLEINROCK}, §5.6`;
  const all = generalLaw(s);
  const classes = classLaws(s) ?? waitingAlike(s, all.waitingTime!);
  return { ...exactly(`M/G/1 (${namesOf(s)})`, source, all), classes };
};

/** The laws of the times of several classes that wait in the order in which they come; null where they are not known. */
function classLaws(s: Station): Map<string, Partial<Prediction>> | null {
  const service = mixtureOf(s);
  if (s.classes.length < 2 || !isFifo(s) || service === null || !isTractable(service)) return null;
  const classes = s.classes.map(({ share, law }) => ({ lambda: s.rate * share, service: lawOf(law!) }));
  const laws = fcfsClassesLaw(classes, lawOf(service));
  return new Map(s.classes.map(({ name }, i) => [name, laws[i]]));
}

function namesOf({ classes }: Station): string {
  return [...new Set(classes.map(({ law }) => law?.dist ?? "two moments"))].join(", ");
}

function generalLaw(s: Station): Partial<Prediction> {
  const service = mixtureOf(s);
  if (service === null) {
    // without a third moment there is no scatter, only means
    const { waitingVariance: _, sojournVariance: __, numberVariance: ___, ...means } = mg1(s.rate, momentsOfService(s));
    return means;
  }
  const law = lawOf(service);
  const light = isTractable(service);
  if (s.order === "lifo") return light && isSmooth(service) ? lcfsLaw(s.rate, law) : lcfs(s.rate, law);
  return ordered(s, light ? mg1Law(s.rate, law) : mg1(s.rate, law));
}

/** M/G/1/K. */
const limited: Rule = (s) => {
  const law = commonLaw(s);
  const { capacity } = s;
  if (s.input.kind !== "poisson" || s.servers !== 1 || law === null || !isPlainButLimit(s) || !isBlind(s)) return null;
  if (s.overflow !== "refuse" || capacity < 1 || capacity > MOST_PLACES) return null;
  const source = "Gross & Harris (1985), Fundamentals of Queueing Theory, §5.1.7";
  return exactly(`M/G/1/${capacity} (${law.dist})`, source, mg1k(s.rate, lawOf(law), capacity));
};

const MOST_PLACES = 2000;

/** M^X/G/1. */
const batches: Rule = (s) => {
  const law = commonLaw(s);
  if (s.input.kind !== "batches" || s.servers !== 1 || law === null || !isPlain(s) || !isFifo(s)) return null;
  const { rate, sizes } = s.input;
  const name = law.dist === "exponential" ? "M^X/M/1" : `M^X/G/1 (${law.dist})`;
  const all = batchArrivals(rate, sizes, lawOf(law));
  return { ...exactly(name, "M/G/1 of whole batches", all), classes: waitingAlike(s, all.waitingTime) };
};

/** M/G/1, shortest job first. */
const shortest: Rule = (s) => {
  const law = commonLaw(s);
  const size = law === null ? null : sizeLawOf(law);
  if (s.input.kind !== "poisson" || s.servers !== 1 || size === null || !isPlain(s)) return null;
  if (s.order !== "shortest") return null;
  const source = "Phipps (1956), Operations Research 4(1), 76–85";
  return exactly(`M/G/1 shortest first (${law!.dist})`, source, shortestJobFirst(s.rate, size));
};

export const ONE_SERVER: Rule[] = [general, limited, batches, shortest];
