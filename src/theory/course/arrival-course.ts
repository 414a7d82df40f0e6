import type { RateCurve } from "../../random/profile/rate-curve.ts";
import { rateCurve } from "../../random/profile.ts";
import type { Name, Producer } from "../../spec.ts";
import type { FlowGraph } from "../flow-graph.ts";

/** Poisson arrivals at a queue whose rate may vary, as functions of time. */
export interface ArrivalCourse {
  /** Arrival rate at time t [1/s]. */
  rate(t: number): number;
  /** ∫ rate from 0 to t, for t < 0 too where the rate repeats itself. */
  cumulative(t: number): number;
  /** Times from `from` to `to` at which the rate bends or jumps, and some between where it swings [s]. */
  corners(from: number, to: number): number[];
  /** A bound of the rate, and its average in the long run [1/s]. */
  highest: number;
  mean: number;
  /** After which the rate repeats itself [s]; null if it does not. */
  period: number | null;
  /** When the rate last changes [s]; 0 if it never does, Infinity if it never ceases to. */
  end: number;
  /** The longest period or profile [s]; 0 where nothing varies. */
  span: number;
}

interface Stream {
  /** Factor 1 [1/s]. */
  rate: number;
  curve: RateCurve | null;
  profile: Producer["profile"];
}

/** What arrives at a queue over time, or why that is no Poisson stream. */
export function arrivalCourse(graph: FlowGraph, queue: Name): ArrivalCourse | { why: string } {
  const [feeder] = graph.feedersOf(queue);
  if (feeder !== undefined) return { why: `${feeder.name} sends messages on to it` };
  const producers = graph.producersOf(queue);
  const other = producers.find((producer) => !isSinglePoisson(producer));
  if (other !== undefined) return { why: `${other.name} does not publish a Poisson stream of single messages` };
  if (producers.some(({ to }) => to.some((way) => way.to.filter((name) => name === queue).length > 1)))
    return { why: "copies of one message come to it" };
  return merged(producers.map((producer) => streamOf(producer, queue)));
}

function isSinglePoisson({ arrivals, batch }: Producer): boolean {
  return arrivals.process === "poisson" && batch.discrete === "constant" && batch.value === 1;
}

function streamOf({ arrivals, count, profile, to }: Producer, queue: Name): Stream {
  const share = to.filter((way) => way.to.includes(queue)).reduce((sum, way) => sum + way.share, 0);
  const rate = arrivals.process === "poisson" ? arrivals.rate * count * share : 0;
  return { rate, curve: profile === null ? null : rateCurve(profile), profile };
}

function merged(streams: Stream[]): ArrivalCourse {
  const sum = (of: (stream: Stream) => number) => streams.reduce((total, one) => total + one.rate * of(one), 0);
  const varying = streams.filter(({ curve }) => curve !== null);
  const periods = new Set(varying.map(({ profile }) => periodOf(profile)));
  const [period = null] = periods.size === 1 ? periods : [null];
  const wrapped = (t: number) => (period !== null && t < 0 ? t - period * Math.floor(t / period) : t);
  const cumulative = (t: number) => sum(({ curve }) => (curve === null ? t : curve.cumulative(t)));
  return {
    rate: (t) => sum(({ curve }) => curve?.factor(wrapped(t)) ?? 1),
    cumulative: (t) =>
      cumulative(wrapped(t)) + (t < 0 && period !== null ? Math.floor(t / period) * cumulative(period) : 0),
    corners: (from, to) => varying.flatMap(({ profile }) => cornersOf(profile!, from, to)),
    highest: sum(({ curve }) => curve?.maximum ?? 1),
    mean: sum(({ curve }) => curve?.mean ?? 1),
    period,
    end: Math.max(0, ...varying.map(({ profile }) => endOf(profile!))),
    span: Math.max(0, ...varying.map(({ profile }) => periodOf(profile) ?? endOf(profile!))),
  };
}

function periodOf(profile: Producer["profile"]): number | null {
  if (profile === null) return null;
  return profile.profile === "sine" ? profile.period : profile.repeat;
}

function endOf(profile: Producer["profile"] & object): number {
  return periodOf(profile) !== null || profile.profile === "sine" ? Infinity : profile.at[profile.at.length - 1];
}

/** The crest, the trough, and halfway between them, within the first period. */
function quarters({ period, peak }: { period: number; peak: number }): number[] {
  const turns = [0, 0.25, 0.5, 0.75].map((part) => peak / period + part);
  return turns.map((turn) => (turn - Math.floor(turn)) * period);
}

/** A period counts from 0, its edges included; a sine is cut into quarters, so that no swing is overlooked. */
function cornersOf(profile: Producer["profile"] & object, from: number, to: number): number[] {
  const at = profile.profile === "sine" ? quarters(profile) : profile.at;
  const period = periodOf(profile);
  if (period === null) return at.filter((t) => t >= from && t <= to);
  const first = Math.floor(from / period);
  const cycles = Array.from({ length: Math.floor(to / period) - first + 1 }, (_, i) => (first + i) * period);
  return cycles.flatMap((start) => [start, ...at.map((t) => start + t)]).filter((t) => t >= from && t <= to);
}
