import assert from "node:assert/strict";
import { test } from "vitest";
import { check } from "../../src/random/check.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { mean, squaredCv } from "../../src/random/moments.ts";
import { isTime, parameterize, parameterSets } from "../../src/random/parameterize.ts";
import { quantile } from "../../src/random/quantile.ts";

function made(name: string, parameters: Record<string, number>): Distribution {
  const result = parameterize(name, parameters);
  assert.ok(!("refused" in result), JSON.stringify({ name, parameters, result }));
  assert.deepEqual(check(result), []);
  return result;
}

function refused(name: string, parameters: Record<string, number>): string {
  const result = parameterize(name, parameters);
  assert.ok("refused" in result, JSON.stringify({ name, parameters, result }));
  return result.refused;
}

/** Asserts that the distribution has the parameters it was made from. */
function returns(name: string, parameters: Record<string, number>): void {
  const d = made(name, parameters);
  for (const [key, value] of Object.entries(parameters)) {
    const actual = parameterOf(d, key);
    assert.ok(Math.abs(actual / value - 1) < 1e-11, `${name} ${JSON.stringify(parameters)}: ${key} is ${actual}`);
  }
}

function parameterOf(d: Distribution, key: string): number {
  if (key === "mean") return mean(d);
  if (key === "cv") return Math.sqrt(squaredCv(d));
  if (key === "sd") return Math.sqrt(squaredCv(d)) * mean(d);
  if (key === "rate") return 1 / mean(d);
  if (key === "median") return quantile(d, 0.5);
  if (/^p\d/.test(key)) return quantile(d, Number(key.slice(1)) / 100);
  return (d as unknown as Record<string, number>)[key];
}

test("what is measured comes back: mean, cv, percentiles and plain parameters", () => {
  returns("constant", { value: 0.02 });
  returns("exponential", { mean: 0.02 });
  returns("exponential", { rate: 50 });
  returns("erlang", { stages: 4, mean: 0.02 });
  returns("gamma", { shape: 2, scale: 0.1 });
  returns("lognormal", { mu: -4, sigma: 0.5 });
  returns("weibull", { shape: 0.7, scale: 3 });
  returns("weibull", { p50: 0.02, p95: 0.2 });
  returns("lognormal", { median: 0.02, p99: 0.3 });
  returns("lognormal", { "p99.9": 0.3, p10: 0.004 });
  returns("pareto", { min: 0.005, alpha: 2.2 });
  returns("pareto", { mean: 0.02, alpha: 1.5 });
  returns("pareto", { min: 0.005, mean: 0.02 });
  returns("bounded-pareto", { min: 0.001, max: 1, alpha: 1.1 });
  returns("uniform", { min: 0.01, max: 0.03 });
  returns("uniform", { mean: 2, cv: 0.5 });
  returns("triangular", { min: 1, mode: 2, max: 4 });
  returns("truncated-normal", { mu: 3, sigma: 1, min: 1, max: 5 });
  returns("beta", { a: 2, b: 3, min: 0.5, max: 4 });
  returns("beta", { mean: 1, cv: 0.3, min: 0.2, max: 4 });
  returns("beta", { mean: 1, sd: 0.9, min: 0.2, max: 4 });
});

test("mean and cv come back from every law that is fitted to them", () => {
  for (const name of ["gamma", "lognormal", "weibull"]) {
    for (const cv of [0.05, 0.7, 1, 2, 8]) returns(name, { mean: 0.02, cv });
  }
  for (const cv of [1, 1.5, 20, 1e4]) returns("hyperexponential", { mean: 0.02, cv });
  for (const cv of [0.1, 0.3, 0.5, Math.SQRT1_2, 0.9, 1]) returns("hypoexponential", { mean: 0.02, cv });
  for (const cv of [Math.SQRT1_2 + 1e-12, 1, 3]) returns("coxian", { mean: 0.02, cv });
});

test("mean and any percentile come back, above the mean and below it", () => {
  for (const name of ["lognormal", "gamma", "weibull", "pareto"]) {
    for (const p99 of [0.021, 0.05, 0.09, 0.15]) returns(name, { mean: 0.02, p99 });
    for (const p95 of [0.022, 0.045]) returns(name, { mean: 0.02, p95 });
    for (const p50 of [0.019, 0.01]) returns(name, { mean: 0.02, p50 });
    for (const p75 of [0.014, 0.0201]) returns(name, { mean: 0.02, p75 });
    returns(name, { mean: 0.02, p10: 0.012 });
  }
});

test("of two lognormal laws with the same mean and p99 the one with the smaller sigma is taken", () => {
  // σ² − 2zσ + 2 ln(p99/mean) = 0, by hand: z = 2.3263478740408408, ratio 4.5.
  const law = made("lognormal", { mean: 0.02, p99: 0.09 }) as Distribution & { dist: "lognormal" };
  const z = 2.3263478740408408;
  const root = Math.sqrt(z * z - 2 * Math.log(4.5));
  assert.ok(Math.abs(law.sigma - (z - root)) < 1e-14);
  assert.ok(law.sigma < z + root);
});

test("the highest p99 over the mean is named when it is exceeded: e^(z²/2) = 14.97 for the lognormal law", () => {
  assert.equal(
    refused("lognormal", { mean: 0.02, p99: 0.5 }),
    "p99/mean is 25, but no lognormal law exceeds 14.97: with mean 20 ms a p99 up to 299.4 ms is possible.",
  );
  made("lognormal", { mean: 0.02, p99: 0.2993 });
  assert.match(refused("pareto", { mean: 0.02, p99: 0.5 }), /no pareto law exceeds 7\.988/); // e^(E − 1)/E, E = ln 100
  assert.match(refused("lognormal", { mean: 1, p10: 1.1 }), /exceeds 1:/);
});

test("a percentile that leaves no spread, or an absurd one, is refused", () => {
  assert.match(refused("gamma", { mean: 0.02, p99: 0.02 }), /that is a constant/);
  assert.match(refused("lognormal", { mean: 0.02, p99: 0.02 + 1e-7 }), /that is a constant/);
  assert.match(refused("lognormal", { mean: 0.02, p99: 0.015 }), /p99 15 ms lies so far below the mean 20 ms/);
});

test("each impossible combination is refused with the offending value and what is possible", () => {
  assert.match(refused("hyperexponential", { mean: 1, cv: 0.9 }), /at least 1, not 0\.9/);
  assert.match(refused("hypoexponential", { mean: 1, cv: 1.1 }), /at most 1, not 1\.1/);
  assert.match(
    refused("hypoexponential", { mean: 1, cv: 0.05 }),
    /0\.05 would take 400 exponential stages.*0\.1 is possible/,
  );
  assert.match(refused("coxian", { mean: 1, cv: 0.6 }), /cv 0\.6; from 0\.7072 on/);
  assert.match(refused("uniform", { mean: 1, cv: 0.6 }), /cv 0\.6.*up to 0\.577/);
  assert.match(refused("uniform", { min: 2, max: 1 }), /max 1 s must be above min 2 s/);
  assert.match(refused("triangular", { min: 1, mode: 5, max: 4 }), /mode 5 s must lie between min 1 s and max 4 s/);
  assert.match(refused("pareto", { mean: 1, alpha: 0.9 }), /alpha 0\.9 has no finite mean/);
  assert.match(refused("pareto", { mean: 1, min: 2 }), /mean 1 s must be above min 2 s/);
  assert.match(refused("beta", { mean: 1, sd: 2, min: 0, max: 4 }), /below 1\.732 s, not for 2 s/);
  assert.match(refused("beta", { mean: 5, cv: 1, min: 0, max: 4 }), /mean 5 s must lie between min 0 s and max 4 s/);
  assert.match(refused("lognormal", { median: 0.02, p99: 0.01 }), /p99 10 ms must be above median 20 ms/);
  assert.match(refused("weibull", { p50: 0.02, p95: 0.02 }), /p95 20 ms must be above p50 20 ms/);
  assert.match(refused("weibull", { mean: 1, cv: 1e6 }), /not 1000000/);
  assert.match(refused("truncated-normal", { mean: 1, sd: 1, max: -1 }), /max must be above 0, not -1/);
});

test("a value that is wrong by itself is refused by its key", () => {
  assert.equal(refused("exponential", { mean: 0 }), "mean must be above 0, not 0.");
  assert.equal(refused("gamma", { mean: 1, cv: -2 }), "cv must be above 0, not -2.");
  assert.equal(refused("erlang", { stages: 2.5, mean: 1 }), "stages must be a whole number, not 2.5.");
  assert.equal(refused("uniform", { min: -1, max: 1 }), "min must not be negative, and is -1.");
  assert.equal(refused("pareto", { min: 0, alpha: 2 }), "min must be above 0, not 0.");
  assert.equal(refused("exponential", { mean: Number.NaN }), "mean must be a finite number, not NaN.");
  assert.equal(
    refused("lognormal", { mu: Number.POSITIVE_INFINITY, sigma: 1 }),
    "mu must be a finite number, not Infinity.",
  );
  made("truncated-normal", { mean: -3, sd: 1 });
  made("uniform", { min: 0, max: 1 });
});

test("parameters that do not belong together are answered with those that do", () => {
  assert.equal(
    refused("lognormal", { mean: 1, shape: 2 }),
    "lognormal takes mean and cv, or mean and p99, or median and p99, or mu and sigma (any percentiles); " +
      "it was given mean and shape.",
  );
  assert.equal(refused("exponential", {}), "exponential takes mean, or rate; it was given nothing.");
  assert.match(refused("lognormal", { median: 1, p50: 1 }), /it was given median and p50/);
  assert.match(refused("lognormal", { mean: 1, p100: 1 }), /it was given mean and p100/);
  assert.match(refused("gamma", { mean: 1, cv: 1, p99: 2 }), /it was given mean, cv and p99/);
  assert.match(refused("lorentz", { mean: 1 }), /no distribution named lorentz; there are constant, exponential/);
  assert.match(refused("toString", {}), /no distribution named toString/);
});

test("every documented set of parameters is accepted", () => {
  const typical: Record<string, number> = {
    a: 2,
    b: 3,
    min: 0.5,
    mode: 1,
    max: 4,
    alpha: 2.5,
    stages: 3,
    sd: 0.3,
    rate: 2,
  };
  Object.assign(typical, {
    mean: 1,
    cv: 0.4,
    shape: 2,
    scale: 1,
    mu: 1,
    sigma: 0.5,
    value: 1,
    p50: 1,
    median: 1,
    p95: 1.7,
    p99: 2,
  });
  for (const [name, sets] of Object.entries(parameterSets)) {
    for (const keys of sets) {
      const cv = name === "hyperexponential" || name === "coxian" ? 2 : 0.4;
      made(name, Object.fromEntries(keys.map((key) => [key, key === "cv" ? cv : typical[key]])));
    }
  }
});

test("the bounds of a truncated normal law are 0 and none unless given", () => {
  assert.deepEqual(made("truncated-normal", { mean: 3, sd: 1 }), {
    dist: "truncated-normal",
    mu: 3,
    sigma: 1,
    min: 0,
    max: Number.POSITIVE_INFINITY,
  });
});

test("times carry units, numbers do not, and mu and sigma depend on the law", () => {
  for (const key of ["mean", "sd", "min", "max", "mode", "value", "scale", "median", "p99", "p99.9"]) {
    assert.ok(isTime("lognormal", key), key);
  }
  for (const key of ["cv", "alpha", "shape", "stages", "a", "b", "rate", "mu", "sigma"]) {
    assert.ok(!isTime("lognormal", key), key);
  }
  assert.ok(isTime("truncated-normal", "mu") && isTime("truncated-normal", "sigma"));
});
