import { mustBePositive } from "./domain.ts";
import { endOfTail } from "./numeric-law.ts";
import { doublings, gauss } from "./quadrature.ts";

/**
 * Mean number in M_t/G/∞ at time `t`: those who came at t − u and are still in service, ∫ λ(t − u) P(S > u) du. The
 * number itself is Poisson with this mean.
 *
 * @param rate arrival rate at time t [1/s], ≥ 0; defined for the past too, and 0 before the system opened
 * @param service mean [s] and tail of the service time
 * @param t the time asked about [s]
 * @param finest a time within which the rate hardly bends [s], > 0; default a sixteenth of the mean service time
 * @see Eick, Massey & Whitt (1993), Operations Research 41(4), 731–742
 */
export function mtInf(
  rate: (t: number) => number,
  service: { mean: number; tail: (u: number) => number },
  t: number,
  finest = service.mean / 16,
): number {
  mustBePositive("mean service time", service.mean);
  mustBePositive("finest time", finest);
  const ends = doublings(service.mean, endOfTail(service.mean, service.tail));
  let number = 0;
  for (let i = 1; i < ends.length; i++) {
    const [from, length] = [ends[i - 1], ends[i] - ends[i - 1]];
    const parts = Math.ceil(length / (8 * finest));
    for (let part = 0; part < parts; part++) {
      const start = from + (length * part) / parts;
      number += gauss((u) => rate(t - u) * service.tail(u), start, start + length / parts);
    }
  }
  return number;
}
