import { normalCdf, normalDensity } from "../special/normal.ts";
import { mustBePositive } from "./domain.ts";
import { erlangC } from "./mmc.ts";
import { root } from "./root.ts";

/**
 * The least number of servers of M/M/c with which at most a share `delay` of all messages has to wait.
 *
 * @param load λ/μ [erlang], > 0
 * @param delay probability of waiting, 0 < delay < 1
 */
export function leastServers(load: number, delay: number): number {
  mustBePositive("load", load);
  mustBeBetween(delay);
  let enough = Math.floor(load) + 1;
  let short = Math.floor(load); // unstable, so too few
  for (let step = 1; erlangC(load, enough) > delay; step *= 2) {
    short = enough;
    enough += step;
  }
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (erlangC(load, middle) > delay) short = middle;
    else enough = middle;
  }
  return enough;
}

/**
 * Approximation of the same by square-root staffing: load + β√load servers, where P(wait) = 1/(1 + βΦ(β)/φ(β)). Within
 * a server or so from a few erlangs on.
 *
 * @param load λ/μ [erlang], > 0
 * @param delay probability of waiting, 0 < delay < 1
 * @see Halfin & Whitt (1981), Operations Research 29(3), 567–588
 */
export function squareRootStaffing(load: number, delay: number): { servers: number; beta: number } {
  mustBePositive("load", load);
  mustBeBetween(delay);
  const excess = (beta: number) => 1 / (1 + (beta * normalCdf(beta)) / normalDensity(beta)) - delay;
  let high = 1;
  while (excess(high) > 0) high *= 2;
  const beta = root(excess, 0, high);
  return { servers: Math.ceil(load + beta * Math.sqrt(load)), beta };
}

function mustBeBetween(delay: number): void {
  if (!(delay > 0 && delay < 1)) {
    throw new RangeError(`The probability of waiting must be between 0 and 1, not ${delay}.`);
  }
}
