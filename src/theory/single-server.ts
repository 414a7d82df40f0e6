import { batchArrivals } from "../queueing/batch-arrivals.ts";
import { lcfs, lcfsLaw } from "../queueing/lcfs.ts";
import { mg1, mg1Law } from "../queueing/mg1.ts";
import { mg1k } from "../queueing/mg1k.ts";
import { mmcNonPreemptive } from "../queueing/mmc-priority.ts";
import { nonPreemptive, preemptiveResume } from "../queueing/priority.ts";
import { nonPreemptiveLaw, preemptiveResumeLaw } from "../queueing/priority-law.ts";
import { exponentialProcessorSharing, processorSharing } from "../queueing/ps.ts";
import { shortestJobFirst } from "../queueing/size-based.ts";
import type { Prediction } from "../queueing/steady-state.ts";
import {
  capacityOf,
  exactly,
  exponentialRate,
  isBlind,
  isFifo,
  isLimited,
  isOneLine,
  KLEINROCK,
  ordered,
  pooled,
  type Rule,
} from "./answer.ts";
import { lawOf, momentsOf, sizeLawOf } from "./laws.ts";
import type { Situation } from "./situation.ts";

const COBHAM = "Cobham (1954), Operations Research 2(1), 70–76";

/** M/G/1 and M/M/c with priorities between classes. */
const ranked: Rule = (s) => {
  const preemptive = s.pool.serve === "preemptive";
  if (s.input.kind !== "poisson" || isLimited(s)) return null;
  if (!preemptive && (s.queue.order !== "priority" || !isOneLine(s))) return null;
  const present = s.classes.filter((cls) => cls.share > 0).sort((a, b) => b.priority - a.priority);
  if (new Set(present.map((cls) => cls.priority)).size < present.length) return null;
  const states = s.servers === 1 ? rankedStates(s, present, preemptive) : severalRanked(s, present, preemptive);
  if (states === null) return null;
  const classes = new Map(present.map((cls, i) => [cls.name, states[i]]));
  const kind = s.servers === 1 ? "M/G/1" : `M/M/${s.servers}`;
  const model = `${kind} ${preemptive ? "preemptive-resume" : "non-preemptive"} priority`;
  const all = pooled(s, classes);
  // An interrupted message waits again, but its waiting time runs to its first start only.
  if (preemptive) delete all.numberInQueue;
  return { model, exact: true, source: COBHAM, all, classes };
};

function rankedStates(s: Situation, present: Situation["classes"], preemptive: boolean): Partial<Prediction>[] {
  const smooth = present.every(
    ({ law }) => law.dist !== "constant" && Number.isFinite(momentsOf([{ share: 1, law }]).third),
  );
  const laws = present.map(({ share, law }) => ({ lambda: s.rate * share, service: lawOf(law) }));
  const solve = smooth
    ? preemptive
      ? preemptiveResumeLaw
      : nonPreemptiveLaw
    : preemptive
      ? preemptiveResume
      : nonPreemptive;
  return solve(laws).map((state): Partial<Prediction> => {
    if (!preemptive) return state;
    const { numberInQueue: _, ...rest } = state;
    return rest;
  });
}

function severalRanked(s: Situation, present: Situation["classes"], preemptive: boolean): Partial<Prediction>[] | null {
  const mu = exponentialRate(s);
  if (mu === null || preemptive) return null;
  return mmcNonPreemptive(
    present.map((cls) => s.rate * cls.share),
    mu,
    s.servers,
  );
}

/** M/G/1 in an order that does not look at service times. */
const general: Rule = (s) => {
  if (s.input.kind !== "poisson" || s.servers !== 1 || isLimited(s) || !isOneLine(s) || !isBlind(s)) return null;
  const source = `Pollaczek–Khinchine; ${KLEINROCK}, §5.6`;
  const model = `M/G/1 (${[...new Set(s.classes.map((cls) => cls.law.dist))].join(", ")})`;
  if (s.classes.length > 1) {
    const all = ordered(s, mg1(s.rate, momentsOf(s.classes)));
    const { waitingTime } = all;
    const classes = s.classes.map(({ name, law, share }): [string, Partial<Prediction>] => {
      const sojournTime = waitingTime! + momentsOf([{ share: 1, law }]).mean;
      return [name, { waitingTime: waitingTime!, sojournTime, numberInSystem: s.rate * share * sojournTime }];
    });
    return { model, exact: true, source, all, classes: isFifo(s) ? new Map(classes) : new Map() };
  }
  return exactly(model, source, generalLaw(s));
};

function generalLaw(s: Situation): Partial<Prediction> {
  const law = lawOf(s.classes[0].law);
  const light = Number.isFinite(law.third);
  if (s.queue.order === "lifo") {
    const averages = s.classes[0].law.dist === "constant" || !light ? lcfs(s.rate, law) : lcfsLaw(s.rate, law);
    return averages;
  }
  return ordered(s, light ? mg1Law(s.rate, law) : mg1(s.rate, law));
}

/** M/G/1/K. */
const limited: Rule = (s) => {
  if (s.input.kind !== "poisson" || s.servers !== 1 || !isLimited(s) || !isOneLine(s) || !isBlind(s)) return null;
  if (s.queue.limit.overflow !== "refuse" || s.classes.length > 1) return null;
  const capacity = capacityOf(s);
  if (capacity < 1 || capacity > MOST_PLACES) return null;
  const [{ law }] = s.classes;
  return exactly(
    `M/G/1/${capacity} (${law.dist})`,
    "Gross & Harris (1985), §5.1.7",
    mg1k(s.rate, lawOf(law), capacity),
  );
};

const MOST_PLACES = 2000;

/** M^X/G/1. */
const batches: Rule = (s) => {
  if (s.input.kind !== "batches" || s.servers !== 1 || isLimited(s) || !isOneLine(s) || !isFifo(s)) return null;
  if (s.classes.length > 1) return null;
  const { rate, sizes } = s.input;
  const [{ law }] = s.classes;
  const name = law.dist === "exponential" ? "M^X/M/1" : `M^X/G/1 (${law.dist})`;
  return exactly(name, "M/G/1 of whole batches", batchArrivals(rate, sizes, lawOf(law)));
};

/** M/G/1, shortest job first. */
const shortest: Rule = (s) => {
  if (s.input.kind !== "poisson" || s.servers !== 1 || isLimited(s) || !isOneLine(s)) return null;
  if (s.queue.order !== "shortest" || s.classes.length > 1) return null;
  const size = sizeLawOf(s.classes[0].law);
  if (size === null) return null;
  return exactly(
    `M/G/1 shortest first (${s.classes[0].law.dist})`,
    "Phipps (1956), Operations Research 4(1), 76–85",
    shortestJobFirst(s.rate, size),
  );
};

/** M/G/c with processor sharing. */
const sharing: Rule = (s) => {
  if (s.input.kind !== "poisson" || s.pool.serve !== "shared" || isLimited(s)) return null;
  const { mean } = momentsOf(s.classes);
  const mu = exponentialRate(s);
  const law =
    mu === null ? processorSharing(s.rate, mean, s.servers) : exponentialProcessorSharing(s.rate, mu, s.servers);
  const classes = s.classes.map(({ name, share, law: own }): [string, Partial<Prediction>] => {
    const sojournTime = momentsOf([{ share: 1, law: own }]).mean * law.slowdown;
    return [name, { sojournTime, numberInSystem: s.rate * share * sojournTime, waitingTime: 0 }];
  });
  const model = `M/G/${s.servers} processor sharing`;
  return {
    model,
    exact: true,
    source: "Cohen (1979), Acta Informatica 12, 245–284",
    all: law,
    classes: new Map(classes),
  };
};

export const SINGLE_SERVER: Rule[] = [ranked, general, limited, batches, shortest, sharing];
