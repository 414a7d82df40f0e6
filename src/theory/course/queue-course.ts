import { mtInfCourse } from "../../queueing/mt-inf-course.ts";
import { type Budget, type CourseMoment, mtMc, type VaryingQueue } from "../../queueing/mt-mc.ts";
import { mtMcPeriodic } from "../../queueing/mt-mc-periodic.ts";
import { endOfTail } from "../../queueing/numeric-law.ts";
import { poissonProbability } from "../../queueing/poisson.ts";
import { lawOf } from "../laws.ts";
import { commonLaw, exponentialRate, isFifo, meanService, type Station } from "../station.ts";
import type { ArrivalCourse } from "./arrival-course.ts";

/** What theory says of a queue at one time. */
export interface Moment {
  /** [s] */
  time: number;
  /** Of arrivals, now [1/s]. */
  arrivalRate: number;
  numberInSystem: number;
  numberInQueue: number;
  /** Share of the servers that is busy. */
  utilization: number;
  /** Share of what arrives now that finds no room. */
  lossProbability: number;
  /** Mean wait of a message that comes now and finds room [s]; null where the order is not that of arrival. */
  waitingTime: number | null;
  /** Since time 0: what has arrived, been lost and been served; ∫ of the numbers [s]. */
  totals: { arrived: number; lost: number; served: number; numberInSystem: number; numberInQueue: number };
}

/** How a queue changes with time, by a formula. */
export interface QueueCourse {
  model: string;
  exact: boolean;
  source: string;
  /** Which assumption fails where it is not exact; "" where it is. */
  why: string;
  arrivals: ArrivalCourse;
  servers: number;
  /**
   * At ascending times ≥ 0 [s], from an empty queue; or, where the rate repeats itself, within a period of what it has
   * become in the long run.
   *
   * @param work that may be done, several queues together; from empty only
   * @throws RangeError when it would take minutes, or grows for ever
   */
  at(times: number[], from: "empty" | "long ago", work?: Budget): Moment[];
}

/** A probability that makes no difference. */
const NEVER = 1e-9;
const FORWARD =
  "Kolmogorov's forward equations over the states that matter, integrated by SDIRK4 (Hairer & Wanner 1996, Solving Ordinary Differential Equations II, §IV.6)";
const INFINITE = "Eick, Massey & Whitt (1993), Operations Research 41(4), 731–742";

/** The course of a queue, or in words what rules every formula out. */
export function queueCourse(s: Station, arrivals: ArrivalCourse): QueueCourse | { why: string } {
  const obstacle = obstacleOf(s);
  if (obstacle !== null) return { why: obstacle };
  const varies = arrivals.end > 0 ? "_t" : "";
  const about = { arrivals, servers: s.servers, exact: true, why: "" };
  if (exponentialRate(s) === null && isNeverFull(s, arrivals)) {
    const model = `M${varies}/G/${s.servers === Infinity ? "∞" : `∞, since ${s.servers} servers are never all busy`}`;
    return { ...about, model, source: INFINITE, at: (times, from) => infinite(s, arrivals, times, from) };
  }
  const why = exponentialRate(s) === null ? `service is ${commonLaw(s)!.dist}, not exponential` : "";
  const places = Number.isFinite(s.capacity) ? `/${s.capacity}` : "";
  const model = `M${varies}/M/${s.servers}${places}${why === "" ? "" : " as if service were exponential"}`;
  return {
    ...about,
    model,
    source: FORWARD,
    exact: why === "",
    why,
    at: (times, from, work) => birthDeath(s, arrivals, { times, from, work }),
  };
}

/** What keeps a station from being a queue with one line and servers alike, whose number present is a Markov chain or Poisson. */
function obstacleOf(s: Station): string | null {
  if (commonLaw(s) === null) return "service differs between classes";
  if (s.serve !== "one") return s.serve === "shared" ? "servers are shared" : "urgent messages interrupt others";
  if (s.line !== "one") return "consumers take messages ahead of time (prefetch), so there is not one line";
  if (s.order === "shortest") return "the order looks at service times";
  if (s.twist !== null || s.patience !== Infinity) return "servers or messages have rules of their own";
  if (Number.isFinite(s.capacity) && s.overflow !== "refuse") return "what finds it full is not simply refused";
  return s.capacity < s.servers ? "it holds fewer messages than there are servers" : null;
}

/** Whether there are so many servers that nobody ever waits: the queue is then the one with a server for everybody. */
function isNeverFull(s: Station, { highest }: ArrivalCourse): boolean {
  if (s.servers === Infinity) return true;
  const mean = highest * meanService(s); // of more messages than there ever are
  if (s.servers <= mean) return false;
  const first = poissonProbability(s.servers, mean);
  return first / (1 - mean / (s.servers + 1)) < NEVER;
}

function birthDeath(
  s: Station,
  arrivals: ArrivalCourse,
  { times, from, work }: { times: number[]; from: "empty" | "long ago"; work: Budget | undefined },
): Moment[] {
  const { period, mean } = arrivals;
  const last = Math.max(0, ...times);
  const queue: VaryingQueue = {
    rate: arrivals.rate,
    corners: arrivals.corners(0, from === "empty" || period === null ? last : period),
    mu: 1 / meanService(s),
    c: s.servers,
    capacity: s.capacity,
  };
  const periodic = from === "long ago" && period !== null;
  const [start, ...moments] = periodic
    ? mtMcPeriodic(queue, { period, meanRate: mean }, [0, ...times])
    : mtMc(queue, [0, ...times], undefined, work);
  return moments.map((moment) => momentOf(moment, start, { s, arrivals, queue }));
}

function momentOf(
  m: CourseMoment,
  start: CourseMoment,
  { s, arrivals, queue: { mu, c } }: { s: Station; arrivals: ArrivalCourse; queue: VaryingQueue },
): Moment {
  const arrived = arrivals.cumulative(m.time);
  const { lost, numberInSystem, numberInQueue } = m.totals;
  const beyond = m.full === 0 ? 0 : m.full * (s.capacity - c + 1);
  // who finds n ≥ c present waits for n − c + 1 of the departures, which come at rate cμ
  const waitingTime = (m.numberInQueue + m.allBusy - beyond) / (c * mu) / (1 - m.full);
  return {
    time: m.time,
    arrivalRate: arrivals.rate(m.time),
    numberInSystem: m.numberInSystem,
    numberInQueue: m.numberInQueue,
    utilization: (m.numberInSystem - m.numberInQueue) / c,
    lossProbability: m.full,
    waitingTime: isFifo(s) ? waitingTime : null,
    totals: {
      arrived,
      lost,
      served: arrived - lost - (m.numberInSystem - start.numberInSystem),
      numberInSystem,
      numberInQueue,
    },
  };
}

/** Beyond so many periods of memory a law of service is too heavy for sums over its past. */
const MOST_PERIODS = 2000;

function infinite(s: Station, arrivals: ArrivalCourse, times: number[], from: "empty" | "long ago"): Moment[] {
  const service = lawOf(commonLaw(s)!);
  const opened = from === "empty" || arrivals.period === null ? 0 : Number.NEGATIVE_INFINITY;
  if (opened < 0 && endOfTail(service.mean, service.tail) > MOST_PERIODS * arrivals.period!) {
    throw new RangeError("service can take thousands of periods, too long to be followed");
  }
  const [start, ...moments] = mtInfCourse({ ...arrivals, opened }, service, [0, ...times]);
  return moments.map(({ time, numberInSystem, total }) => {
    const arrived = arrivals.cumulative(time);
    const served = arrived - (numberInSystem - start.numberInSystem);
    return {
      time,
      arrivalRate: arrivals.rate(time),
      numberInSystem,
      numberInQueue: 0,
      utilization: s.servers === Infinity ? 0 : numberInSystem / s.servers,
      lossProbability: 0,
      waitingTime: 0,
      totals: { arrived, lost: 0, served, numberInSystem: total, numberInQueue: 0 },
    };
  });
}
