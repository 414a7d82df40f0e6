import { asNumber, asTime, refuse } from "../refusal.ts";
import type { Form } from "./form.ts";

export const constant: Form[] = [{ keys: ["value"], make: ({ value }) => ({ dist: "constant", value }) }];

export const exponential: Form[] = [
  { keys: ["mean"], make: ({ mean }) => ({ dist: "exponential", mean }) },
  { keys: ["rate"], make: ({ rate }) => ({ dist: "exponential", mean: 1 / rate }) },
];

export const erlang: Form[] = [
  { keys: ["stages", "mean"], make: ({ stages, mean }) => ({ dist: "erlang", stages, mean }) },
];

export const uniform: Form[] = [
  {
    keys: ["min", "max"],
    make: ({ min, max }) => (min < max ? { dist: "uniform", min, max } : refuse(notAscending("min", min, "max", max))),
  },
  {
    keys: ["mean", "cv"],
    make: ({ mean, cv }) => {
      const half = mean * cv * Math.sqrt(3);
      if (half <= mean) return { dist: "uniform", min: mean - half, max: mean + half };
      return refuse(`A uniform law with cv ${asNumber(cv)} would begin below 0; up to 0.577 is possible.`);
    },
  },
];

export const triangular: Form[] = [
  {
    keys: ["min", "mode", "max"],
    make: ({ min, mode, max }) => {
      if (!(min < max)) return refuse(notAscending("min", min, "max", max));
      if (mode >= min && mode <= max) return { dist: "triangular", min, mode, max };
      return refuse(`The mode ${asTime(mode)} must lie between min ${asTime(min)} and max ${asTime(max)}.`);
    },
  },
];

export const boundedPareto: Form[] = [
  {
    keys: ["min", "max", "alpha"],
    make: ({ min, max, alpha }) =>
      min < max ? { dist: "bounded-pareto", min, max, alpha } : refuse(notAscending("min", min, "max", max)),
  },
];

/** `mean` and `sd`, or `mu` and `sigma`, are those of the normal law before it is cut; without bounds it is cut at 0. */
export const truncatedNormal: Form[] = [
  ["mean", "sd"],
  ["mu", "sigma"],
].flatMap(([centre, spread]) =>
  [[], ["min"], ["max"], ["min", "max"]].map((bounds) => ({
    keys: [centre, spread, ...bounds],
    make: ({ min = 0, max = Number.POSITIVE_INFINITY, ...parent }) =>
      min < max
        ? { dist: "truncated-normal" as const, mu: parent[centre], sigma: parent[spread], min, max }
        : refuse(notAscending("min", min, "max", max)),
  })),
);

/** The sentence about a lower bound that is not below the upper one. */
export function notAscending(low: string, from: number, high: string, to: number): string {
  return `${high} ${asTime(to)} must be above ${low} ${asTime(from)}.`;
}
