import assert from "node:assert/strict";
import { gammaP, gammaQ } from "../../src/special/incomplete-gamma.ts";
import { normalCdf } from "../../src/special/normal.ts";

/**
 * The probability with which one of these checks fails although everything is right. Seeds are fixed, so a check that
 * passes goes on passing; there are about 150 of them here, so a change of streams fails one in about 70 times.
 */
export const FALSE_ALARM = 1e-4;

/** Asserts that a standardized deviation is not significant. */
export function insignificant(z: number, what: string): void {
  const p = 2 * normalCdf(-Math.abs(z));
  assert.ok(p >= FALSE_ALARM, `${what}: z = ${z}, which happens once in ${1 / p}`);
}

/** Asserts that counts agree with their expectations: χ² on both sides, since too good is wrong as well. */
export function fits(counts: ArrayLike<number>, expected: (i: number) => number, what: string): void {
  let square = 0;
  for (let i = 0; i < counts.length; i++) square += (counts[i] - expected(i)) ** 2 / expected(i);
  const degrees = counts.length - 1;
  const p = 2 * Math.min(gammaQ(degrees / 2, square / 2), gammaP(degrees / 2, square / 2));
  assert.ok(p >= FALSE_ALARM, `${what}: χ² = ${square} with ${degrees} degrees of freedom, once in ${1 / p}`);
}

/**
 * Asserts that an empirical distribution of n values lies within Kolmogorov and Smirnov's distance of the true one.
 *
 * @param distance greatest distance found; fewer points of comparison only make it smaller
 */
export function withinKolmogorov(distance: number, n: number, what: string): void {
  const x = distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)); // Stephens (1970)
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  assert.ok(x < 0.3 || p >= FALSE_ALARM, `${what}: distance ${distance} of ${n} values, once in ${1 / p}`);
}
