import type { Distribution } from "../../src/random/distribution.ts";
import { parameterize } from "../../src/random/parameterize.ts";

/** Where the sliders of the lesson stand. */
export interface Setting {
  /** ρ: the share of the consumers' time that is needed, > 0, and < 1 where there is a long run to speak of. */
  load: number;
  /** c: consumers behind the one queue, an integer ≥ 1. */
  consumers: number;
  service: ServiceLaw;
}

/** How service times vary around their mean. */
export interface ServiceLaw {
  /** C: the standard deviation of the service time over its mean, ≥ 0. */
  variability: number;
  /** As a model file says it: "exponential 10 ms". */
  text: string;
  law: Distribution;
}

/** S: mean service time of a message [s]. */
export const SERVICE_TIME = 0.01;

/** Numbers of consumers that can be chosen. */
export const CONSUMERS: readonly number[] = [1, 2, 3, 4, 6, 8, 12, 16];

/** From perfectly regular work to a few messages that take very long; all of the same mean, in order of variability. */
export const SERVICE_LAWS: readonly ServiceLaw[] = [
  { variability: 0, text: "10 ms", law: made("constant", { value: SERVICE_TIME }) },
  {
    variability: Math.SQRT1_2,
    text: "erlang stages 2 mean 10 ms",
    law: made("erlang", { stages: 2, mean: SERVICE_TIME }),
  },
  { variability: 1, text: "exponential 10 ms", law: made("exponential", { mean: SERVICE_TIME }) },
  ...[1.5, 2, 2.5, 3].map((cv) => ({
    variability: cv,
    text: `hyperexponential mean 10 ms cv ${cv}`,
    law: made("hyperexponential", { mean: SERVICE_TIME, cv }),
  })),
];

export const EXPONENTIAL = nearestLaw(1);

/** The service law whose variability is nearest to `variability`. */
export function nearestLaw(variability: number): ServiceLaw {
  const distance = (law: ServiceLaw) => Math.abs(law.variability - variability);
  return SERVICE_LAWS.reduce((best, law) => (distance(law) < distance(best) ? law : best));
}

/** C to two digits at most: "0.71". */
export const variabilityText = (variability: number): string => String(Number(variability.toFixed(2)));

/** λ: messages published a second [1/s], computed in the order in which the model file does, to the last digit. */
export function arrivalRate({ load, consumers }: Setting): number {
  return (load * consumers) / SERVICE_TIME;
}

/** In Kendall's notation, arrivals / service / consumers: "M/M/1". */
export function modelName({ consumers, service }: { consumers: number | string; service: ServiceLaw }): string {
  const { dist } = service.law;
  const letter = dist === "exponential" ? "M" : dist === "constant" ? "D" : dist === "erlang" ? "E₂" : "H₂";
  return `M/${letter}/${consumers}`;
}

function made(name: string, parameters: Record<string, number>): Distribution {
  const law = parameterize(name, parameters);
  if ("dist" in law) return law;
  throw new Error(law.refused);
}
