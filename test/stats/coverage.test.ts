import assert from "node:assert/strict";
import { test } from "vitest";
import { batchMeansInterval } from "../../src/stats/batch-means.ts";
import { type Estimate, ratioOf, varianceOf } from "../../src/stats/estimate.ts";
import { quantileInterval } from "../../src/stats/quantile.ts";
import { spectralInterval } from "../../src/stats/spectral.ts";
import { Tails } from "../../src/stats/tails.ts";
import { warmUp } from "../../src/stats/warm-up.ts";
import { bursty, exponential, lognormal, singleServer, type Trace, type Traffic, uniforms } from "./single-server.ts";

// Coverage of nominal 95 % intervals over 200 samples of each queue. Each claim states the coverage measured over 800
// other samples; 3.5 standard deviations either side leave a false alarm of 0.5 in 1000 for each claim.

const RUNS = 4;
const BATCHES = 128;
const SAMPLES = 200;

/** What is estimated, its true value, and in what share of all samples the interval is known to cover it. */
interface Claim {
  what: string;
  truth: number;
  coverage: number;
  interval: (sample: Sample) => { low: number | null; high: number | null };
}

type Queue = (arrivals: () => number, work: () => number) => Pick<Traffic, "interval" | "service">;

/** What is left of four runs once the warm-up is over. */
class Sample {
  readonly sojourn: Estimate;
  readonly variance: Estimate;
  readonly level: Estimate;
  readonly tails: Tails;

  constructor(traces: Trace[]) {
    const { batches } = warmUp([traces.map(({ area }) => area)]);
    const kept = (of: (trace: Trace) => Float64Array) => traces.map((trace) => of(trace).subarray(batches));
    const count = kept((trace) => trace.sojourn.count);
    const sum = kept((trace) => trace.sojourn.sum);
    this.sojourn = ratioOf(sum, count);
    this.variance = varianceOf(
      count,
      sum,
      kept((trace) => trace.sojourn.squares),
    );
    this.level = ratioOf(
      kept((trace) => trace.area),
      kept((trace) => trace.seconds),
    );
    this.tails = new Tails(traces.map((trace) => trace.sojourn.bins.slice(batches)));
  }
}

function assertCovered(queue: Queue, seconds: number, claims: Claim[]): void {
  const samples = Array.from({ length: SAMPLES }, (_, seed) => {
    const traces = Array.from({ length: RUNS }, (_, run) => {
      const stream = 2 * (RUNS * seed + run);
      const traffic = queue(uniforms(stream), uniforms(stream + 1));
      return singleServer({ ...traffic, horizon: seconds / RUNS, batches: BATCHES });
    });
    return new Sample(traces);
  });
  for (const { what, truth, coverage, interval } of claims) {
    const covered = samples.map(interval).filter(({ low, high }) => low! <= truth && truth <= high!).length;
    const margin = 3.5 * Math.sqrt(SAMPLES * coverage * (1 - coverage));
    assert.ok(Math.abs(covered - SAMPLES * coverage) <= margin, `${what}: ${covered} of ${SAMPLES}`);
  }
}

const meanSojourn = ({ sojourn }: Sample) => batchMeansInterval(sojourn, 0.95);
const meanSojournBySpectrum = ({ sojourn }: Sample) => spectralInterval(sojourn, 0.95)!;
const numberInSystem = ({ level }: Sample) => batchMeansInterval(level, 0.95);
const p90 = ({ tails }: Sample) => quantileInterval(tails, 0.9, 0.95);
const variance = (sample: Sample) => batchMeansInterval(sample.variance, 0.95);

test("intervals of M/M/1 at 0.7 load with 20,000 customers cover as they should", () => {
  const queue: Queue = (a, w) => ({ interval: exponential(a, 1 / 0.7), service: exponential(w, 1) });
  assertCovered(queue, 20_000 / 0.7, [
    { what: "mean sojourn", truth: 10 / 3, coverage: 0.965, interval: meanSojourn },
    { what: "mean sojourn, spectral", truth: 10 / 3, coverage: 0.938, interval: meanSojournBySpectrum },
    { what: "number in system", truth: 7 / 3, coverage: 0.963, interval: numberInSystem },
    { what: "p90", truth: (10 / 3) * Math.log(10), coverage: 0.946, interval: p90 },
    { what: "variance", truth: 100 / 9, coverage: 0.948, interval: variance },
  ]);
});

test("intervals of a queue with bursty arrivals cover as they should", () => {
  // Rates 0.2 and 1.4, switching at 0.2 both ways; truth from the matrix-geometric solution, by NumPy.
  const queue: Queue = (a, w) => ({ interval: bursty(a, [0.2, 1.4], 0.2), service: exponential(w, 1) });
  assertCovered(queue, 20_000 / 0.8, [
    { what: "mean sojourn", truth: 9.638818968677151, coverage: 0.919, interval: meanSojourn },
    { what: "mean sojourn, spectral", truth: 9.638818968677151, coverage: 0.913, interval: meanSojournBySpectrum },
    { what: "number in system", truth: 7.7110551749417215, coverage: 0.918, interval: numberInSystem },
    { what: "p90", truth: 22.462006857654828, coverage: 0.949, interval: p90 },
  ]);
});

test("a few giants among the service times cost coverage, of which the bend for skewness saves two thirds", () => {
  // Lognormal with coefficient of variation 3 at 0.5 load, 50,000 customers; truth by Pollaczek and Khinchine.
  const queue: Queue = (a, w) => ({ interval: exponential(a, 2), service: lognormal(w, 1, 3) });
  assertCovered(queue, 50_000 / 0.5, [
    { what: "mean sojourn", truth: 6, coverage: 0.9, interval: meanSojourn },
    { what: "mean sojourn, spectral", truth: 6, coverage: 0.774, interval: meanSojournBySpectrum },
    { what: "number in system", truth: 3, coverage: 0.895, interval: numberInSystem },
  ]);
});
