import type { SizeLaw } from "../queueing/size-based.ts";
import type { Distribution } from "../random/distribution.ts";
import { lawOf } from "../random/law.ts";
import { logGamma } from "../special/log-gamma.ts";

/** A law of sizes with a density; null for laws whose density is not known here. */
export function sizeLawOf(d: Distribution): SizeLaw | null {
  const density = densityOf(d);
  if (density === null) return null;
  const law = lawOf(d);
  return { mean: law.moment(1), second: law.moment(2), density, tail: (x) => law.survival(x) };
}

function densityOf(d: Distribution): ((x: number) => number) | null {
  switch (d.dist) {
    case "exponential":
      return (x) => Math.exp(-x / d.mean) / d.mean;
    case "hyperexponential":
      return (x) => d.branches.reduce((sum, one) => sum + (one.probability * Math.exp(-x / one.mean)) / one.mean, 0);
    case "erlang":
      return gammaDensity(d.stages, d.mean / d.stages);
    case "gamma":
      return d.shape < 1 ? null : gammaDensity(d.shape, d.scale); // below 1 it has no bound at 0
    case "lognormal":
      return lognormalDensity(d.mu, d.sigma);
    default:
      return null;
  }
}

function gammaDensity(shape: number, scale: number): (x: number) => number {
  const norm = logGamma(shape) + Math.log(scale);
  return (x) =>
    x === 0 ? (shape === 1 ? 1 / scale : 0) : Math.exp((shape - 1) * Math.log(x / scale) - x / scale - norm);
}

function lognormalDensity(mu: number, sigma: number): (x: number) => number {
  const norm = Math.log(sigma * Math.sqrt(2 * Math.PI));
  return (x) => (x === 0 ? 0 : Math.exp(-(((Math.log(x) - mu) / sigma) ** 2) / 2 - Math.log(x) - norm));
}
