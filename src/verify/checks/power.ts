/** Probability with which what a check is said to see is found. */
export const POWER = 0.9;
/** The normal quantile of it. */
export const POWER_QUANTILE = 1.2815515655446004;
/** The normal quantile of 1 − 0.001 / 2 and of 1 − 0.001: beyond them, all errors together are no chance. */
const BOTH_SIDES = 3.2905267314919255;
const ONE_SIDE = 3.090232306167813;

/** By how many standard errors all of n models must err on average to be found. */
export function visibleLean(n: number): number {
  return (BOTH_SIDES + POWER_QUANTILE) / Math.sqrt(n);
}

/** How many times as widely as it should the error of n models must scatter to be found; χ² by Wilson and Hilferty. */
export function visibleScatter(n: number): number {
  const spread = 2 / (9 * (n - 1));
  const root = (normal: number) => 1 - spread + normal * Math.sqrt(spread);
  return (root(ONE_SIDE) / root(-POWER_QUANTILE)) ** 1.5;
}
