import { isTime, parameterSets } from "../random/parameterize.ts";
import type { Demand } from "./demand.ts";
import { anyOf, type Words } from "./distribution-text.ts";

/** Distributions whose parameters are numbers and times, so that they can be written in a line. */
export const IN_A_LINE: readonly string[] = Object.keys(parameterSets);

/** Whether a distribution can be written in a line. */
export function isInALine(name: string): boolean {
  return Object.hasOwn(parameterSets, name);
}

/** The names of a distribution's parameters; first the one that may be written without its name. */
export function wordsOf(name: string): string[] {
  return [...new Set(parameterSets[name].flat())];
}

const PERCENTILE = /^(?:median|p\d{1,2}(?:\.\d{1,4})?)$/;

/** Whether a distribution has a parameter: where it takes one percentile, it takes any. */
export function isWordOf(name: string, word: string): boolean {
  const words = wordsOf(name);
  return words.includes(word) || (PERCENTILE.test(word) && words.some((each) => PERCENTILE.test(each)));
}

/** Whether some distribution has a parameter of this name. */
export function isParameter(word: string): boolean {
  return IN_A_LINE.some((name) => isWordOf(name, word));
}

/** How a distribution's parameters are found in a text. */
export function inALine(name: string): Words {
  const words = wordsOf(name);
  const percentiles = words.some((word) => PERCENTILE.test(word)) ? ["median", String.raw`p\d{1,2}(?:\.\d{1,4})?`] : [];
  return { words, pattern: anyOf([...words.filter((word) => !PERCENTILE.test(word)), ...percentiles]) };
}

/** What a parameter's value must be. Its bounds are for `parameterize` to check. */
export function demandOf(name: string, word: string): Demand {
  if (word === "rate") return { is: "rate", above: 0 };
  return { is: isTime(name, word) ? "time" : "number" };
}
