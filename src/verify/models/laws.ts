import type { Distribution } from "../../random/distribution.ts";

/** The laws that cases.json speaks of, by mean and squared coefficient of variation. */

export function erlang(stages: number, mean: number): Distribution {
  return { dist: "erlang", stages, mean };
}

/** Two exponential branches that carry equal loads. */
export function balanced(mean: number, scv: number): Distribution {
  const p = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  const branches = [p, 1 - p].map((probability) => ({ probability, mean: mean / (2 * probability) }));
  return { dist: "hyperexponential", branches };
}

export function lognormal(mean: number, scv: number): Distribution {
  const variance = Math.log(1 + scv);
  return { dist: "lognormal", mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}
