import { normalCdf } from "../special/normal.ts";

/**
 * Which of many differences are beyond chance, when the probability of accusing any of them wrongly must be at most
 * `rate`, however they depend on one another: the smallest p-value must be below rate/n, the next below rate/(n − 1),
 * and so on until the first that is not.
 *
 * @param z standard normal variables, if nothing is wrong
 * @param rate in (0, 1)
 * @see Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65–70
 */
export function beyondChance(z: readonly number[], rate: number): boolean[] {
  const flags = z.map(() => false);
  const order = [...z.keys()].sort((a, b) => Math.abs(z[b]) - Math.abs(z[a]));
  for (const [rank, i] of order.entries()) {
    if (chance(z[i]) > rate / (z.length - rank)) break;
    flags[i] = true;
  }
  return flags;
}

/** Probability that a standard normal variable lies so far from 0 on either side. */
export function chance(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}
