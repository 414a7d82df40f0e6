import { normalCdf } from "../special/normal.ts";
import { groupMeans } from "./batch-means.ts";
import type { Estimate } from "./estimate.ts";
import { cells, type Series, total } from "./series.ts";

/**
 * The probability that independent batch means would follow each other as smoothly as these do: von Neumann's ratio,
 * the squared steps between neighbours over the squared deviations, of about 20 long batches. Small values say that
 * the batches are correlated. Steps are taken inside runs only.
 *
 * @returns 1 when there are no neighbours or nothing varies
 */
export function vonNeumannTest(estimate: Estimate): number {
  const means = groupMeans(estimate.influence);
  const squares = total(means.map((run) => run.map((x) => x ** 2)));
  if (means[0].length < 2 || squares === 0) return 1;
  const { mean, variance } = ratioOfIndependent(means);
  return normalCdf((squaredSteps(means) / squares - mean) / Math.sqrt(variance));
}

function squaredSteps(means: Series): number {
  let sum = 0;
  for (const run of means) for (let i = 1; i < run.length; i++) sum += (run[i] - run[i - 1]) ** 2;
  return sum;
}

/**
 * Mean and variance of the ratio for k independent normal values in runs. The ratio of quadratic forms x′Ax/x′x with
 * Σx = 0 is independent of x′x, so its moments are quotients of moments; A is the Laplacian of one path for each run,
 * tr A = 2·steps and tr A² = Σ degree² + 2·steps. For a single run this is von Neumann's 4(k − 2)/(k² − 1).
 */
function ratioOfIndependent(means: Series): { mean: number; variance: number } {
  const k = cells(means);
  const steps = k - means.length;
  const inner = k - 2 * means.length; // values with two neighbours; each run has two with one
  const trace = 2 * steps;
  const traceOfSquare = 4 * inner + 2 * means.length + 2 * steps;
  return {
    mean: trace / (k - 1),
    variance: (2 * ((k - 1) * traceOfSquare - trace ** 2)) / ((k - 1) ** 2 * (k + 1)),
  };
}
