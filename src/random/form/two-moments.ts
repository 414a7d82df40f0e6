import type { Distribution } from "../distribution.ts";
import { asNumber, asTime, type Refusal, refuse } from "../refusal.ts";
import type { Form } from "./form.ts";
import { notAscending } from "./simple.ts";

/* Laws that are fitted to a mean and a coefficient of variation. */

export const hyperexponential: Form[] = [{ keys: ["mean", "cv"], make: ({ mean, cv }) => balanced(mean, cv) }];

export const hypoexponential: Form[] = [{ keys: ["mean", "cv"], make: ({ mean, cv }) => stages(mean, cv) }];

export const coxian: Form[] = [{ keys: ["mean", "cv"], make: ({ mean, cv }) => twoStages(mean, cv) }];

export const beta: Form[] = [
  { keys: ["a", "b", "min", "max"], make: ({ a, b, min, max }) => stretched(a, b, min, max) },
  { keys: ["mean", "cv", "min", "max"], make: ({ mean, cv, min, max }) => withSpread(mean, cv * mean, min, max) },
  { keys: ["mean", "sd", "min", "max"], make: ({ mean, sd, min, max }) => withSpread(mean, sd, min, max) },
];

/** Two branches that carry equal shares of the mean ("balanced means"). */
function balanced(mean: number, cv: number): Distribution | Refusal {
  if (cv < 1) {
    return refuse(
      `A hyperexponential law varies more than an exponential one: cv must be at least 1, not ${asNumber(cv)}. Gamma takes any cv.`,
    );
  }
  const square = cv * cv;
  const lean = Math.sqrt((square - 1) / (square + 1));
  const rare = 1 / ((square + 1) * (1 + lean)); // (1 − lean)/2
  const often = (1 + lean) / 2;
  return {
    dist: "hyperexponential",
    branches: [
      { probability: often, mean: mean / (2 * often) },
      { probability: rare, mean: mean / (2 * rare) },
    ],
  };
}

/** As few stages as will do, equal but for one: (n − 1)a + b = mean, (n − 1)a² + b² = variance. */
function stages(mean: number, cv: number): Distribution | Refusal {
  if (cv > 1) {
    return refuse(
      `Stages in series vary less than one of them: cv can be at most 1, not ${asNumber(cv)}. Hyperexponential takes a cv from 1 on.`,
    );
  }
  const count = Math.ceil(1 / (cv * cv) - 1e-9);
  if (count > 100) {
    return refuse(
      `A cv of ${asNumber(cv)} would take ${count} exponential stages; with 100 of them 0.1 is possible. Gamma takes any cv.`,
    );
  }
  if (count === 1) return { dist: "hypoexponential", means: [mean] };
  const excess = Math.sqrt(Math.max(0, count * cv * cv - 1) / (count - 1));
  const equal = (mean / count) * (1 + excess);
  const last = (mean / count) * (1 - (count - 1) * excess);
  return { dist: "hypoexponential", means: [...new Array<number>(count - 1).fill(equal), last] };
}

/** Means m/2 and m·cv², the second stage entered with probability 1/(2cv²). */
function twoStages(mean: number, cv: number): Distribution | Refusal {
  const square = cv * cv;
  if (square >= 0.5) return { dist: "coxian", means: [mean / 2, mean * square], onward: [0.5 / square] };
  return refuse(
    `Two coxian stages cannot vary as little as cv ${asNumber(cv)}; from 0.7072 on they can. Gamma takes any cv.`,
  );
}

function stretched(a: number, b: number, min: number, max: number): Distribution | Refusal {
  return min < max ? { dist: "beta", a, b, min, max } : refuse(notAscending("min", min, "max", max));
}

function withSpread(mean: number, sd: number, min: number, max: number): Distribution | Refusal {
  if (!(min < max)) return refuse(notAscending("min", min, "max", max));
  if (!(mean > min && mean < max)) {
    return refuse(`The mean ${asTime(mean)} must lie between min ${asTime(min)} and max ${asTime(max)}.`);
  }
  const [left, right] = [(mean - min) / (max - min), (max - mean) / (max - min)];
  const most = Math.sqrt(left * right) * (max - min);
  if (!(sd < most)) {
    return refuse(
      `Between ${asTime(min)} and ${asTime(max)} a mean of ${asTime(mean)} leaves room for a standard deviation below ${asTime(most)}, not for ${asTime(sd)}.`,
    );
  }
  const weight = (most / sd) ** 2 - 1;
  return { dist: "beta", a: left * weight, b: right * weight, min, max };
}
