import { coordinate, scaleFor, withSymbol } from "./format.ts";

/** A stretch of simulated time [s] in words: "10 – 20 min". */
export function windowName([from, to]: readonly [number, number]): string {
  const { factor, symbol } = scaleFor(to, "s", "latency");
  return withSymbol(`${coordinate(from * factor)}\u00a0–\u00a0${coordinate(to * factor)}`, symbol);
}
