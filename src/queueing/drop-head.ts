import { mustBePositive, mustBeWhole } from "./domain.ts";
import { fromRows } from "./matrix.ts";
import { mmck } from "./mmck.ts";
import { poissonMixture } from "./poisson.ts";
import { quantile } from "./quantile.ts";
import { settling } from "./settling.ts";
import type { Losses, NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";
import { stillPresent } from "./stepwise-times.ts";

/**
 * M/M/1/K that makes room: an arrival that finds K messages in the system is taken, and the message that has waited
 * longest is thrown away. Numbers, throughput and losses are those of M/M/1/K with drop-tail; those served waited less.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate μ [1/s], > 0
 * @param capacity K, the most messages in the system, the one in service included; an integer ≥ 2, at most 1000
 */
export function dropHead(
  lambda: number,
  mu: number,
  capacity: number,
): SteadyState & Losses & Spread & WaitingLaw & SojournLaw & NumberLaw {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("capacity K, which includes the message in service", capacity, 2);
  if (capacity > 1000) throw new RangeError(`The capacity K must be at most 1000 to be solved, not ${capacity}.`);
  const same = mmck(lambda, mu, 1, capacity);
  const places = capacity - 1; // for those waiting
  const rate = lambda + mu;
  const fate = fates(places, lambda / rate);
  // an arrival joins the end of the queue; in a full system the head leaves, so it has K − 2 ahead of it
  const joined = new Float64Array(places * places);
  for (let n = 1; n <= capacity; n++) joined[(Math.min(n, places) - 1) * places] += same.probability(n);
  const servedAfterWait = dot(joined, fate.served);
  const served = same.probability(0) + servedAfterWait;
  const waitingTime = dot(joined, fate.steps) / rate / served;
  const waiting = settling(stillWaiting(joined, fate.served, places, lambda / rate, served));
  const present = settling(stillPresent(waiting.at, [1], fromRows([[lambda / rate]])));
  const tail = (survival: (k: number) => number) => (t: number) =>
    t < 0 ? 1 : Math.min(1, poissonMixture(rate * t, survival));
  const [waitingTail, sojournTail] = [tail(waiting.at), tail(present.at)];
  const waitingVariance = (2 * waiting.sums().first) / rate ** 2 - waitingTime ** 2;
  return {
    ...same,
    waitingTime,
    sojournTime: waitingTime + 1 / mu,
    waitingVariance,
    sojournVariance: waitingVariance + 1 / mu ** 2,
    waitingTail,
    waitingQuantile: (p) => quantile(waitingTail, p, 1 / mu),
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, 1 / mu),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/** Where an arrival takes a message with `ahead` and `behind` others waiting; −1: it is the head, and is dropped. */
function pushed(places: number, ahead: number, behind: number): number {
  if (ahead + behind + 1 < places) return ahead * places + behind + 1;
  return ahead > 0 ? (ahead - 1) * places + behind + 1 : -1;
}

/**
 * For each (ahead, behind): the chance of being served, and the mean number of steps until then on being served. A step
 * is an arrival (probability `arrival`) or a completion; neither leads back, so one sweep suffices.
 */
function fates(places: number, arrival: number) {
  const [served, steps] = [new Float64Array(places * places), new Float64Array(places * places)];
  for (let ahead = 0; ahead < places; ahead++) {
    for (let behind = places - 1 - ahead; behind >= 0; behind--) {
      const at = ahead * places + behind;
      const up = pushed(places, ahead, behind);
      const done = at - places; // one fewer ahead
      served[at] = (1 - arrival) * (ahead > 0 ? served[done] : 1) + arrival * (served[up] ?? 0);
      steps[at] = served[at] + (1 - arrival) * (steps[done] ?? 0) + arrival * (steps[up] ?? 0);
    }
  }
  return { served, steps };
}

/** P(waiting after k steps | served in the end), k = 0, 1, …. */
function stillWaiting(joined: Float64Array, fate: Float64Array, places: number, arrival: number, served: number) {
  let now = joined;
  let k = 0;
  return () => {
    if (k++ > 0) {
      const next = new Float64Array(places * places);
      for (let ahead = 0; ahead < places; ahead++) {
        for (let behind = 0; ahead + behind < places; behind++) {
          const at = ahead * places + behind;
          const up = pushed(places, ahead, behind);
          if (ahead > 0) next[at - places] += (1 - arrival) * now[at];
          if (up >= 0) next[up] += arrival * now[at];
        }
      }
      now = next;
    }
    return dot(now, fate) / served;
  };
}
