import type { Distribution } from "./distribution.ts";
import { reachable } from "./markov.ts";

/** What is wrong with a distribution, in sentences that name the offending values; empty when nothing is. */
export function check(d: Distribution): string[] {
  switch (d.dist) {
    case "hyperexponential":
      return [
        ...checkTotal(
          "probabilities of the branches",
          d.branches.map((branch) => branch.probability),
        ),
        ...d.branches.flatMap((branch) => positive("mean of a branch", branch.mean)),
      ];
    case "hypoexponential":
      return d.means.length === 0
        ? ["There must be at least one stage."]
        : d.means.flatMap((mean) => positive("mean of a stage", mean));
    case "coxian":
      return checkCoxian(d.means, d.onward);
    case "phase-type":
      return checkPhaseType(d.initial, d.generator);
    case "empirical":
      return checkValues(d.values);
    case "mixture":
      return [
        ...checkTotal(
          "weights of a mixture",
          d.of.map((part) => part.weight),
        ),
        ...d.of.flatMap((part) => check(part.law)),
      ];
    case "shifted":
      return [...notNegative("shift", d.by), ...check(d.law)];
    case "scaled":
      return [...positive("factor of a scaled law", d.by), ...check(d.law)];
    default:
      return checkNumbers(d);
  }
}

type Plain = Exclude<
  Distribution,
  {
    dist:
      | "hyperexponential"
      | "hypoexponential"
      | "coxian"
      | "phase-type"
      | "empirical"
      | "mixture"
      | "shifted"
      | "scaled";
  }
>;

function checkNumbers(d: Plain): string[] {
  switch (d.dist) {
    case "constant":
      return notNegative("value", d.value);
    case "exponential":
      return positive("mean", d.mean);
    case "erlang":
      return [
        ...positive("mean", d.mean),
        ...(isCount(d.stages) ? [] : [`The number of stages must be a whole number ≥ 1, not ${d.stages}.`]),
      ];
    case "gamma":
    case "weibull":
      return [...positive("shape", d.shape), ...positive("scale", d.scale)];
    case "lognormal":
      return [
        ...(Number.isFinite(d.mu) ? [] : [`mu must be a finite number, not ${d.mu}.`]),
        ...positive("sigma", d.sigma),
      ];
    case "pareto":
      return [...positive("min", d.min), ...positive("alpha", d.alpha)];
    case "bounded-pareto":
      return [...positive("min", d.min), ...positive("alpha", d.alpha), ...ascending(d.min, d.max)];
    case "uniform":
      return [...notNegative("min", d.min), ...ascending(d.min, d.max)];
    case "triangular":
      return [...notNegative("min", d.min), ...ascending(d.min, d.max), ...within("mode", d.mode, d)];
    case "beta":
      return [...positive("a", d.a), ...positive("b", d.b), ...notNegative("min", d.min), ...ascending(d.min, d.max)];
    case "truncated-normal":
      return checkTruncatedNormal(d);
  }
}

function checkTruncatedNormal({ mu, sigma, min, max }: Distribution & { dist: "truncated-normal" }): string[] {
  const faults = [...positive("sigma", sigma), ...notNegative("min", min)];
  if (!Number.isFinite(mu)) faults.push(`mu must be a finite number, not ${mu}.`);
  if (!(max > min)) faults.push(`max must be above min ${min}, not ${max}.`);
  return faults;
}

function checkCoxian(means: number[], onward: number[]): string[] {
  const faults = means.flatMap((mean) => positive("mean of a stage", mean));
  if (means.length === 0 || onward.length !== means.length - 1) {
    faults.push(
      `${means.length} stages need ${Math.max(0, means.length - 1)} probabilities of going on, not ${onward.length}.`,
    );
  }
  for (const p of onward)
    if (!(p >= 0 && p <= 1)) faults.push(`A probability of going on must lie between 0 and 1, not at ${p}.`);
  return faults;
}

function checkPhaseType(initial: number[], generator: number[][]): string[] {
  const n = generator.length;
  if (initial.length !== n || generator.some((row) => row.length !== n)) {
    return [`The generator must be a square of ${initial.length} rows, one for each initial probability.`];
  }
  const faults = checkTotal("initial probabilities", initial);
  generator.forEach((row, i) => {
    const out = row.reduce((sum, rate, j) => (i === j ? sum : sum + rate), 0);
    if (row.some((rate, j) => j !== i && !(rate >= 0 && Number.isFinite(rate)))) {
      faults.push(`Row ${i + 1} of the generator has a negative rate outside the diagonal: ${row.join(", ")}.`);
    } else if (!(row[i] < 0 && out <= -row[i] * (1 + 1e-9))) {
      faults.push(
        `Row ${i + 1} of the generator must sum to at most 0 with a negative diagonal, but is ${row.join(", ")}.`,
      );
    }
  });
  return faults.length > 0 ? faults : checkAbsorption(initial, generator);
}

/** From every phase that can be entered there must be a way out, or X would be infinite. */
function checkAbsorption(initial: number[], generator: number[][]): string[] {
  const leaves = (phase: number) =>
    generator[phase].reduce((sum, rate) => sum + rate, 0) < 1e-9 * generator[phase][phase];
  const entered = new Set(initial.flatMap((p, phase) => (p > 0 ? [...reachable(generator, phase)] : [])));
  const stuck = [...entered].filter((phase) => ![...reachable(generator, phase)].some(leaves));
  return stuck.map((phase) => `From phase ${phase + 1} there is no way out: its time would never end.`);
}

function checkValues(values: number[]): string[] {
  if (values.length === 0) return ["There must be at least one recorded value."];
  const bad = values.findIndex((value) => !(value >= 0 && Number.isFinite(value)));
  if (bad >= 0) return [`Recorded values must be finite and ≥ 0, but number ${bad + 1} is ${values[bad]}.`];
  const back = values.findIndex((value, i) => i > 0 && value < values[i - 1]);
  return back < 0 ? [] : [`Recorded values must be sorted, but ${values[back]} follows ${values[back - 1]}.`];
}

/** Probabilities that must be there, none negative, and sum to 1. */
function checkTotal(what: string, probabilities: number[]): string[] {
  const bad = probabilities.find((p) => !(p >= 0));
  if (bad !== undefined) return [`The ${what} cannot be negative, and one is ${bad}.`];
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  return Math.abs(total - 1) <= 1e-9
    ? []
    : [`The ${what} must sum to 100 %, not to ${Number((100 * total).toPrecision(12))} %.`];
}

function positive(what: string, value: number): string[] {
  return value > 0 && Number.isFinite(value) ? [] : [`The ${what} must be a number above 0, not ${value}.`];
}

function notNegative(what: string, value: number): string[] {
  return value >= 0 && Number.isFinite(value) ? [] : [`The ${what} must be a number ≥ 0, not ${value}.`];
}

function ascending(min: number, max: number): string[] {
  return max > min && Number.isFinite(max) ? [] : [`max must be above min ${min}, not ${max}.`];
}

function within(what: string, value: number, { min, max }: { min: number; max: number }): string[] {
  return value >= min && value <= max ? [] : [`The ${what} ${value} must lie between min ${min} and max ${max}.`];
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 1;
}
