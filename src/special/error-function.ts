import { gammaP, gammaQ } from "./incomplete-gamma.ts";

/** (2/√π) ∫₀ˣ e^(−t²) dt. */
export function erf(x: number): number {
  return Math.sign(x) * gammaP(0.5, x * x);
}

/** 1 − erf(x), with full relative accuracy where it is small. */
export function erfc(x: number): number {
  return x > 0 ? gammaQ(0.5, x * x) : 1 + gammaP(0.5, x * x);
}
