import { gm1, gmc } from "../queueing/gmc.ts";
import { mdc } from "../queueing/mdc.ts";
import { exactly, exponentialRate, isFifo, isLimited, isOneLine, KLEINROCK, type Rule } from "./answer.ts";
import { intervalsOf } from "./laws.ts";

/** G/M/c. */
const general: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "arrivals" || mu === null || isLimited(s) || !isOneLine(s) || !isFifo(s)) return null;
  const { arrivals } = s.input;
  if (arrivals.process !== "renewal") return null;
  const interval = intervalsOf(arrivals.interval);
  const law = s.servers === 1 ? gm1(interval, mu) : gmc(interval, mu, s.servers);
  return exactly(`G/M/${s.servers} (${arrivals.interval.dist})`, `${KLEINROCK}, chapter 6`, law);
};

/** D/M/c: a clock that publishes. */
const periodic: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "arrivals" || mu === null || isLimited(s) || !isOneLine(s) || !isFifo(s)) return null;
  const { arrivals } = s.input;
  if (arrivals.process !== "periodic" || arrivals.jitter > 0) return null;
  const interval = intervalsOf({ dist: "constant", value: arrivals.interval });
  const law = s.servers === 1 ? gm1(interval, mu) : gmc(interval, mu, s.servers);
  return exactly(`D/M/${s.servers}`, `${KLEINROCK}, chapter 6`, law);
};

/** M/D/c. */
const constantService: Rule = (s) => {
  const [{ law }] = s.classes;
  if (s.input.kind !== "poisson" || s.classes.length > 1 || law.dist !== "constant" || s.servers === 1) return null;
  if (isLimited(s) || !isOneLine(s) || !isFifo(s)) return null;
  const source = "Tijms (2003), A First Course in Stochastic Models, §9.6";
  return exactly(`M/D/${s.servers}`, source, mdc(s.rate, law.value, s.servers));
};

/** Unlimited prefetch deals messages out in turn: each consumer sees every n-th arrival, an Erlang interval. */
const dealtOut: Rule = (s) => {
  const mu = exponentialRate(s);
  const { pool } = s;
  if (s.input.kind !== "poisson" || mu === null || isLimited(s) || !isFifo(s) || pool.serve !== "one") return null;
  if (pool.from[0].window !== Number.POSITIVE_INFINITY || pool.concurrency !== 1) return null;
  const n = pool.replicas;
  const {
    probability: _,
    numberVariance: __,
    ...one
  } = gm1(intervalsOf({ dist: "erlang", stages: n, mean: n / s.rate }), mu);
  const all = { ...one, numberInSystem: n * one.numberInSystem, numberInQueue: n * one.numberInQueue };
  return exactly(`${n} × E${n}/M/1, dealt out in turn`, `${KLEINROCK}, §6.4`, all);
};

export const RENEWAL: Rule[] = [general, periodic, constantService, dealtOut];
