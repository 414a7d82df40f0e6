import { normalCdf } from "../special/normal.ts";
import { mustBePositive, mustNotBeNegative } from "./domain.ts";
import { doublings, integral } from "./quadrature.ts";

/** Approximations of a backlog by Brownian motion that is reflected at 0. */
export interface Diffusion {
  /** P(backlog at time t > x), t > 0 [s], x ≥ 0. */
  tail(t: number, x: number): number;
  /** Mean backlog at time t > 0. */
  mean(t: number): number;
  /** Mean in the long run; Infinity when the drift is not downwards. */
  stationaryMean: number;
}

/**
 * Approximation: reflected Brownian motion, which a heavily loaded queue looks like from afar. For a queue with arrival
 * rate λ and one server of rate μ, the number has drift λ − μ and variance λc_a² + μc_s² per second.
 *
 * @param drift per second
 * @param variance per second, > 0
 * @param start at time 0, ≥ 0
 * @see Harrison (1985), Brownian Motion and Stochastic Flow Systems, chapter 3
 */
export function diffusion(drift: number, variance: number, start = 0): Diffusion {
  mustBePositive("variance per second", variance);
  mustNotBeNegative("start", start);
  const tail = (t: number, x: number) => {
    const deviation = Math.sqrt(variance * t);
    const reflected = (2 * drift * x) / variance + logNormalCdf((-x - start - drift * t) / deviation);
    return Math.min(1, normalCdf((start + drift * t - x) / deviation) + Math.exp(reflected));
  };
  const mean = (t: number) => {
    const end = start + Math.max(0, drift * t) + 12 * Math.sqrt(variance * t);
    // the tail falls where free motion would be, which may be many deviations away
    const drop = [-8, -4, -2, 0, 2, 4, 8].map((k) => start + drift * t + k * Math.sqrt(variance * t));
    const ends = [...doublings(Math.sqrt(variance * t), end), ...drop.filter((x) => x > 0)];
    return integral(
      (x) => tail(t, x),
      ends.sort((a, b) => a - b),
    );
  };
  return { tail, mean, stationaryMean: drift < 0 ? variance / (-2 * drift) : Infinity };
}

/** ln Φ(z), also where Φ underflows: there by the first terms of its asymptotic series. */
function logNormalCdf(z: number): number {
  if (z > -30) return Math.log(normalCdf(z));
  const r = 1 / (z * z);
  return (-z * z) / 2 - Math.log(-z * Math.sqrt(2 * Math.PI)) + Math.log1p(-r * (1 - 3 * r * (1 - 5 * r)));
}
