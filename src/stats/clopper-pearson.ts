import { betaRegularizedInverse } from "../special/beta-quantile.ts";

/** A share of a number of independent trials, and between what it lies with a probability of at least 95 %. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

/**
 * The share of hits among `of` independent trials with its exact 95 % interval.
 *
 * @param hits 0 … of
 * @param of > 0
 * @see Clopper and Pearson (1934), The use of confidence or fiducial limits, Biometrika 26, 404–413
 */
export function shareOf(hits: number, of: number): Share {
  return {
    value: hits / of,
    low: hits === 0 ? 0 : betaRegularizedInverse(hits, of - hits + 1, 0.025),
    high: hits === of ? 1 : betaRegularizedInverse(hits + 1, of - hits, 0.975),
  };
}
