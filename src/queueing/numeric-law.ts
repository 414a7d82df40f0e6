import { minus, ONE, scaled, times } from "./complex.ts";
import type { Transform } from "./inversion.ts";
import { type LegendrePiece, laplaceOf, legendrePieces } from "./legendre-pieces.ts";
import { doublings } from "./quadrature.ts";
import type { Moments, TimeLaw } from "./time-law.ts";

/**
 * A law known by its tail and moments, such as a lognormal or a Pareto one. Its transform is integrated numerically, with
 * about 13 digits at any frequency; steps and kinks are found wherever they are, since a tail only falls.
 *
 * @param moments raw moments of the law
 * @param tail P(S > t), t ≥ 0 in s
 */
export function numericLaw(moments: Moments, tail: (t: number) => number): TimeLaw {
  const { mean, second, third } = moments;
  let pieces: LegendrePiece[] | undefined;
  const residual: Transform = (re, im) => {
    pieces ??= legendrePieces(tail, firstPieces(mean, tail), 1e-13 * mean);
    return scaled(1 / mean, laplaceOf(pieces, re, im));
  };
  const transform: Transform = (re, im) => minus(ONE, times([re * mean, im * mean], residual(re, im)));
  return { mean, second, third, tail, residual, transform };
}

/** Doublings of the mean, of which those where the tail is still 1 are one piece. */
function firstPieces(mean: number, tail: (t: number) => number): number[] {
  const ends = doublings(mean, endOfTail(mean, tail));
  const falls = ends.findIndex((t) => tail(t) < 1);
  return [0, ...ends.slice(Math.max(1, falls - 1))];
}

/** A time beyond which a tail does not matter; very far for a heavy one. */
export function endOfTail(mean: number, tail: (t: number) => number): number {
  let t = mean;
  while (tail(t) > 1e-18 && t < 1e60 * mean) t *= 2;
  return t;
}
