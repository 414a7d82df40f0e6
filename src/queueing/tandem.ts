import { type Complex, ONE, over, times } from "./complex.ts";
import { mmc } from "./mmc.ts";
import { quantile } from "./quantile.ts";
import type { SojournLaw, SteadyState } from "./steady-state.ts";
import { tailOf } from "./wait-then-service.ts";

/**
 * Single exponential servers in series, first come, first served: the sojourns of a message at the stations are
 * independent (Reich 1957), so their sum has a law too.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mus service rate of each server [1/s], > 0
 * @returns the stations, and the sojourn from the first to the last
 * @throws UnstableQueueError when λ reaches some rate
 */
export function tandem(
  lambda: number,
  mus: number[],
): { stations: SteadyState[]; sojournTime: number; sojournVariance: number } & SojournLaw {
  const stations = mus.map((mu) => mmc(lambda, mu, 1));
  const transform = (re: number, im: number) =>
    mus.reduce<Complex>((product, mu) => times(product, over([mu - lambda, 0], [mu - lambda + re, im])), ONE);
  const sojournTail = (t: number) => (t <= 0 ? 1 : tailOf({ probability: 1, transform }, t));
  const sojournTime = stations.reduce((sum, station) => sum + station.sojournTime, 0);
  return {
    stations,
    sojournTime,
    sojournVariance: stations.reduce((sum, station) => sum + station.sojournVariance, 0),
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, sojournTime),
  };
}
