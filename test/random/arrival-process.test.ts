import assert from "node:assert/strict";
import { test } from "vitest";
import { arrivalProcess } from "../../src/random/arrival-process.ts";
import type { Arrivals, Profile } from "../../src/random/arrivals.ts";
import type { ArrivalProcess } from "../../src/random/arrive/arrival-process.ts";
import { rateCurve } from "../../src/random/profile.ts";
import { quantile } from "../../src/random/quantile.ts";
import { Stream } from "../../src/random/stream.ts";
import { fits, insignificant } from "./significance.ts";

const stream = (name: string, replication = 0) => new Stream(1, replication, name);
const first = (process: ArrivalProcess, count: number) => Array.from({ length: count }, () => process.next());

/** An MMPP that switches at rates 1 and 3 between 2 and 20 arrivals a second: on average 6.5. */
const MMPP: Arrivals = {
  process: "mmpp",
  states: ["quiet", "storm"],
  rates: [2, 20],
  generator: [
    [-1, 1],
    [3, -3],
  ],
};
/** Each arrival takes two exponential phases of mean ½: a renewal process with Erlang intervals. */
const ERLANG_MAP: Arrivals = {
  process: "map",
  d0: [
    [-2, 2],
    [0, -2],
  ],
  d1: [
    [0, 0],
    [2, 0],
  ],
};
const STEPS: Profile = { profile: "piecewise", at: [0, 2, 2, 5, 8], factor: [1, 1, 3, 0, 0], repeat: 10 };
const SINE: Profile = { profile: "sine", period: 10, amplitude: 0.9, peak: 4 };

/** Arrivals in each tenth of the period over `periods` periods of 10 s. */
function phaseCounts(process: ArrivalProcess, periods: number): Float64Array {
  const counts = new Float64Array(10);
  for (let t = process.next(); t < 10 * periods; t = process.next()) counts[Math.floor(t % 10)]++;
  return counts;
}

test("every process ascends", () => {
  const recorded: Arrivals = { process: "times", at: [1, 1, 2], period: 2 };
  const interval = { dist: "gamma", shape: 0.3, scale: 1 } as const;
  const processes: [Arrivals, Profile | null][] = [
    [{ process: "poisson", rate: 100 }, null],
    [{ process: "poisson", rate: 100 }, STEPS],
    [{ process: "periodic", interval: 0.01, jitter: 0.01 }, SINE],
    [{ process: "renewal", interval }, STEPS],
    [MMPP, SINE],
    [ERLANG_MAP, STEPS],
    [recorded, null],
  ];
  for (const [arrivals, profile] of processes) {
    const process = arrivalProcess(arrivals, profile, stream("ascending"));
    let last = 0;
    for (let i = 0; i < 20_000; i++) {
      const t = process.next();
      assert.ok(t >= last && t < Number.POSITIVE_INFINITY, `${arrivals.process}: ${t} after ${last}`);
      last = t;
    }
  }
});

test("Poisson counts in seconds have a Poisson law", () => {
  const process = arrivalProcess({ process: "poisson", rate: 4 }, null, stream("poisson"));
  const seconds = 50_000;
  const counts = new Float64Array(seconds);
  for (let t = process.next(); t < seconds; t = process.next()) counts[Math.floor(t)]++;
  const frequency = new Float64Array(11); // 0, 1, …, 9, more
  for (const count of counts) frequency[Math.min(10, count)]++;
  const law = [Math.exp(-4)];
  for (let k = 1; k < 10; k++) law.push((law[k - 1] * 4) / k);
  law.push(1 - law.reduce((sum, p) => sum + p, 0));
  fits(frequency, (k) => seconds * law[k], "counts");
});

test("`count` Poisson producers are one of as many times the rate", () => {
  const process = arrivalProcess({ process: "poisson", rate: 4 }, null, stream("merged"), 25);
  const last = first(process, 100_000)[99_999];
  insignificant((last * 100 - 100_000) / Math.sqrt(100_000), "time of the 100,000th arrival");
});

test("periodic arrivals come at whole intervals, up to the jitter later", () => {
  const exact = arrivalProcess({ process: "periodic", interval: 0.5, jitter: 0 }, null, stream("exact"));
  assert.deepEqual(first(exact, 3), [0.5, 1, 1.5]);
  const process = arrivalProcess({ process: "periodic", interval: 0.5, jitter: 0.4 }, null, stream("jitter"));
  const lags = first(process, 20_000).map((t, i) => t - 0.5 * (i + 1));
  assert.ok(lags.every((lag) => lag > -1e-9 && lag < 0.4 + 1e-9));
  const mean = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
  insignificant((mean - 0.2) / (0.4 / Math.sqrt(12 * lags.length)), "mean jitter");
});

test("a renewal process begins with a whole interval, and goes on with independent ones", () => {
  const interval = { dist: "erlang", stages: 2, mean: 0.1 } as const;
  const times = first(arrivalProcess({ process: "renewal", interval }, null, stream("renewal")), 50_000);
  const counts = new Float64Array(20);
  const edges = Array.from({ length: 19 }, (_, i) => quantile(interval, (i + 1) / 20));
  times.forEach((t, i) => {
    const length = t - (i === 0 ? 0 : times[i - 1]);
    const cell = edges.findIndex((edge) => length <= edge);
    counts[cell < 0 ? 19 : cell]++;
  });
  fits(counts, () => 2500, "intervals");
  const starts = Array.from({ length: 4000 }, (_, k) =>
    arrivalProcess({ process: "renewal", interval }, null, stream("first", k)).next(),
  );
  const mean = starts.reduce((sum, t) => sum + t, 0) / starts.length;
  insignificant((mean - 0.1) / Math.sqrt(0.005 / starts.length), "first interval");
});

test("Poisson arrivals under a profile are as many in each part of the period as the rate's integral there", () => {
  for (const profile of [STEPS, SINE]) {
    const curve = rateCurve(profile);
    const [rate, periods] = [6, 2000];
    const counts = phaseCounts(arrivalProcess({ process: "poisson", rate }, profile, stream("profile")), periods);
    const expected = (i: number) => rate * periods * (curve.cumulative(i + 1) - curve.cumulative(i));
    counts.forEach((count, i) => {
      if (expected(i) < 1e-9) assert.equal(count, 0);
      else insignificant((count - expected(i)) / Math.sqrt(expected(i)), `${profile.profile}, part ${i}`);
    });
  }
});

test("a renewal process under a profile runs in stretched time: equal intervals end at equal areas", () => {
  const interval = { dist: "constant", value: 0.25 } as const;
  const curve = rateCurve(STEPS);
  const process = arrivalProcess({ process: "renewal", interval }, STEPS, stream("stretched"));
  for (let k = 1; k <= 1000; k++) assert.ok(Math.abs(curve.cumulative(process.next()) - k / 4) < 1e-10);
});

test("an MMPP begins in its stationary distribution and has its exact mean and variance of counts", () => {
  // Heffes & Lucantoni (1986): with switching rates 1 and 3 and a = 4,
  // Var N(t)/E N(t) = 1 + 2·1·3·18²/(a² (2·3 + 20·1)) · (1 − (1 − e^(−at))/(at)).
  const t = 5;
  const dispersion = 1 + ((2 * 3 * 18 ** 2) / (16 * 26)) * (1 - (1 - Math.exp(-4 * t)) / (4 * t));
  const replications = 20_000;
  let [sum, squares, fourth] = [0, 0, 0];
  for (let k = 0; k < replications; k++) {
    const process = arrivalProcess(MMPP, null, stream("mmpp", k));
    let count = 0;
    while (process.next() < t) count++;
    const deviation = (count - 6.5 * t) ** 2;
    sum += count;
    squares += deviation;
    fourth += deviation * deviation;
  }
  const variance = 6.5 * t * dispersion;
  insignificant((sum - replications * 6.5 * t) / Math.sqrt(replications * variance), "mean count");
  const spread = Math.sqrt(fourth / replications - (squares / replications) ** 2);
  insignificant((squares / replications - variance) / (spread / Math.sqrt(replications)), "variance of counts");
});

test("a MAP whose arrivals change the phase has the intervals of its phases", () => {
  const times = first(arrivalProcess(ERLANG_MAP, null, stream("map")), 50_000);
  const counts = new Float64Array(20);
  const edges = Array.from({ length: 19 }, (_, i) => quantile({ dist: "erlang", stages: 2, mean: 1 }, (i + 1) / 20));
  for (let i = 1; i < times.length; i++) {
    const cell = edges.findIndex((edge) => times[i] - times[i - 1] <= edge);
    counts[cell < 0 ? 19 : cell]++;
  }
  fits(counts, () => (times.length - 1) / 20, "intervals of the MAP");
});

test("a profile scales the arrivals of an MMPP, part by part", () => {
  // With equal rates in both states it is Poisson, so counts have a known spread.
  const even: Arrivals = { ...MMPP, rates: [6, 6] };
  for (const profile of [STEPS, SINE]) {
    const curve = rateCurve(profile);
    const counts = phaseCounts(arrivalProcess(even, profile, stream("scaled")), 1000);
    counts.forEach((count, i) => {
      const expected = 6 * 1000 * (curve.cumulative(i + 1) - curve.cumulative(i));
      if (expected < 1e-9) assert.equal(count, 0);
      else insignificant((count - expected) / Math.sqrt(expected), `${profile.profile}, part ${i}`);
    });
  }
});

test("an arrival that the profile suppresses changes no phase, and phases change in real time", () => {
  // A factor that alternates fast between 1 and ¼ halves the second phase's rate to 2 · ⅝; the first keeps its own:
  // mean interval ½ + 1/1.25 = 1.3. If suppressed arrivals changed the phase it would be 1.6.
  const flicker: Profile = { profile: "piecewise", at: [0, 0.001, 0.001], factor: [1, 1, 0.25], repeat: 0.002 };
  const count = 50_000;
  const last = first(arrivalProcess(ERLANG_MAP, flicker, stream("flicker")), count)[count - 1];
  const variance = 0.5 ** 2 + 0.8 ** 2;
  insignificant((last - 1.3 * count) / Math.sqrt(variance * count), "mean interval");
});

test("when the profile has ended nothing more arrives", () => {
  const ends: Profile = { profile: "piecewise", at: [0, 10], factor: [2, 0], repeat: null };
  for (const arrivals of [{ process: "poisson", rate: 5 } as const, MMPP, ERLANG_MAP]) {
    const process = arrivalProcess(arrivals, ends, stream("ended"));
    const times = first(process, 1000);
    assert.equal(times[999], Number.POSITIVE_INFINITY);
    assert.ok(times.every((t) => t <= 10 || t === Number.POSITIVE_INFINITY) && times[0] < 10);
  }
});

test("recorded times come once, or again after the period", () => {
  const at = [0, 0.5, 0.5, 3];
  assert.deepEqual(first(arrivalProcess({ process: "times", at, period: null }, null, stream("")), 6), [
    ...at,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
  const loop = arrivalProcess({ process: "times", at, period: 4 }, null, stream(""));
  assert.deepEqual(first(loop, 9), [0, 0.5, 0.5, 3, 4, 4.5, 4.5, 7, 8]);
});

test("what has no process of its own is refused by name", () => {
  const closed: Arrivals = { process: "closed", population: 3, think: { dist: "exponential", mean: 1 } };
  assert.throws(() => arrivalProcess(closed, null, stream("")), /closed population/);
  const times: Arrivals = { process: "times", at: [1], period: 2 };
  assert.throws(() => arrivalProcess(times, SINE, stream("")), /cannot have a profile/);
  assert.throws(() => arrivalProcess(MMPP, null, stream(""), 2), /2 producers cannot be merged.*mmpp/);
});
