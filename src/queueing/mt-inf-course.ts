import { mustBePositive } from "./domain.ts";
import { endOfTail } from "./numeric-law.ts";
import { doublings, integral } from "./quadrature.ts";

/** Arrivals at a varying rate, as functions of time. */
export interface VaryingArrivals {
  /** [1/s], ≥ 0 */
  rate: (t: number) => number;
  /** ∫ rate from 0 to t; less than 0 before. */
  cumulative: (t: number) => number;
  /** Times before `t` at which the rate bends or jumps, from `from` on [s]. */
  corners: (from: number, t: number) => number[];
  /** When the system opened, empty [s]; nothing that came before counts. −Infinity: long ago. */
  opened: number;
}

/** The mean number in M_t/G/∞ at a time, and its integral since time 0. */
export interface InfiniteMoment {
  time: number;
  numberInSystem: number;
  /** [s] */
  total: number;
}

const DIGITS = 1e-10;

/**
 * M_t/G/∞ at given times, also from the moment at which it opened: E[N(t)] = ∫ λ(t − u) P(S > u) du over those u at which
 * it was open. The integral over time is of the same form, with what has come until then in place of the rate.
 *
 * @param service mean [s] and tail of the service time
 * @param times ≥ 0 [s]
 * @see Eick, Massey & Whitt (1993), Operations Research 41(4), 731–742
 */
export function mtInfCourse(
  arrivals: VaryingArrivals,
  service: { mean: number; tail: (u: number) => number },
  times: number[],
): InfiniteMoment[] {
  mustBePositive("mean service time", service.mean);
  const { rate, cumulative, corners, opened } = arrivals;
  const before = opened === Number.NEGATIVE_INFINITY ? 0 : cumulative(opened);
  const come = (t: number) => cumulative(t) - before;
  const longest = endOfTail(service.mean, service.tail);
  const through = (f: (t: number) => number, t: number) => {
    const reach = Math.min(longest, t - opened);
    if (!(reach > 0)) return 0;
    const ages = corners(t - reach, t).map((corner) => t - corner);
    const ends = [...doublings(Math.min(service.mean, reach), reach), ...ages.filter((u) => u > 0 && u < reach)];
    const sorted = [...new Set(ends)].sort((a, b) => a - b);
    return integral((u) => f(t - u) * service.tail(u), sorted, (DIGITS * service.mean * (1 + Math.abs(f(t)))) / 8);
  };
  const [atStart, ...all] = [0, ...times].map((t) => through(come, t));
  return times.map((time, i) => ({ time, numberInSystem: through(rate, time), total: all[i] - atStart }));
}
