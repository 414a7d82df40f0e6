import type { Arrivals } from "../arrivals.ts";

/** Rates of phase changes without (`d0`) and with (`d1`) an arrival [1/s]; a row of both together sums to 0. */
export interface MapRates {
  d0: number[][];
  d1: number[][];
}

/** An MMPP is the MAP whose arrivals change no phase. */
export function asMap(a: Arrivals & { process: "mmpp" | "map" }): MapRates {
  if (a.process === "map") return a;
  return {
    d0: a.generator.map((row, i) => row.map((rate, j) => (i === j ? rate - a.rates[i] : rate))),
    d1: a.rates.map((rate, i) => a.rates.map((_, j) => (i === j ? rate : 0))),
  };
}

/** Rates between phases, whether or not a message arrives [1/s]. */
export function phaseGenerator({ d0, d1 }: MapRates): number[][] {
  return d0.map((row, i) => row.map((rate, j) => rate + d1[i][j]));
}
