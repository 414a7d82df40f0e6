import type { Arrivals } from "./arrivals.ts";
import { phaseGenerator } from "./arrive/map.ts";
import { check } from "./check.ts";
import type { Distribution } from "./distribution.ts";
import { isIrreducible } from "./markov.ts";
import { mean } from "./moments.ts";

/** What is wrong with a way of arriving, in sentences that name the offending values; empty when nothing is. */
export function checkArrivals(a: Arrivals): string[] {
  switch (a.process) {
    case "poisson":
      return positive("rate", a.rate, "/s");
    case "periodic":
      return checkPeriodic(a.interval, a.jitter);
    case "renewal":
      return checkInterval(a.interval);
    case "mmpp":
      return checkMmpp(a);
    case "map":
      return checkMap(a.d0, a.d1);
    case "times":
      return checkTimes(a.at, a.period);
    case "closed":
      return [
        ...(Number.isSafeInteger(a.population) && a.population >= 1
          ? []
          : [`A population must be a whole number ≥ 1, not ${a.population}.`]),
        ...check(a.think),
      ];
  }
}

function checkPeriodic(interval: number, jitter: number): string[] {
  const faults = positive("interval", interval, " s");
  if (!(jitter >= 0 && jitter <= interval)) {
    faults.push(
      `The jitter must lie between 0 and the interval ${interval} s, or arrivals would overtake, not at ${jitter} s.`,
    );
  }
  return faults;
}

function checkInterval(interval: Distribution): string[] {
  const faults = check(interval);
  if (faults.length > 0 || mean(interval) > 0) return faults;
  return ["Every interval is 0 s: arrivals would come without end at one moment."];
}

function checkMmpp({ states, rates, generator }: Arrivals & { process: "mmpp" }): string[] {
  const n = states.length;
  if (n === 0 || rates.length !== n || !isSquare(generator, n)) {
    return [`${n} states need ${n} rates and a generator of ${n} rows and columns.`];
  }
  const faults = rates.flatMap((rate, i) =>
    rate >= 0 && Number.isFinite(rate) ? [] : [`The rate in state ${states[i]} must be ≥ 0, not ${rate}/s.`],
  );
  if (rates.every((rate) => rate === 0)) faults.push("In every state the rate is 0: nothing would ever arrive.");
  return [...faults, ...checkGenerator(generator, "the generator", states)];
}

function checkMap(d0: number[][], d1: number[][]): string[] {
  const n = d0.length;
  if (n === 0 || !isSquare(d0, n) || !isSquare(d1, n)) return ["d0 and d1 must be squares of the same size."];
  const faults: string[] = [];
  if (d1.some((row) => row.some((rate) => !(rate >= 0 && Number.isFinite(rate))))) {
    faults.push("The rates in d1 must be ≥ 0.");
  } else if (d1.every((row) => row.every((rate) => rate === 0))) {
    faults.push("d1 is 0 everywhere: nothing would ever arrive.");
  }
  if (d0.some((row, i) => row.some((rate, j) => i !== j && !(rate >= 0)))) {
    faults.push("The rates in d0 outside the diagonal must be ≥ 0.");
  }
  if (faults.length > 0) return faults;
  const names = d0.map((_, i) => String(i + 1));
  return checkGenerator(phaseGenerator({ d0, d1 }), "d0 + d1", names);
}

/** Rates ≥ 0 outside the diagonal, rows that sum to 0, and a way from every state to every other. */
function checkGenerator(generator: number[][], what: string, states: string[]): string[] {
  const faults: string[] = [];
  generator.forEach((row, i) => {
    const scale = row.reduce((sum, rate) => sum + Math.abs(rate), 0);
    const total = row.reduce((sum, rate) => sum + rate, 0);
    if (row.some((rate, j) => j !== i && !(rate >= 0 && Number.isFinite(rate)))) {
      faults.push(
        `The row of ${what} for state ${states[i]} has a negative rate outside the diagonal: ${row.join(", ")}.`,
      );
    } else if (!(Math.abs(total) <= 1e-9 * scale)) {
      faults.push(
        `The row of ${what} for state ${states[i]} must sum to 0, not to ${Number(total.toPrecision(6))}: ${row.join(", ")}.`,
      );
    }
  });
  if (faults.length === 0 && !isIrreducible(generator)) {
    faults.push(`Not every state can be reached from every other (${states.join(", ")}), so there is no long run.`);
  }
  return faults;
}

function checkTimes(at: number[], period: number | null): string[] {
  if (at.length === 0) return ["There must be at least one recorded time."];
  const bad = at.findIndex((time) => !(time >= 0 && Number.isFinite(time)));
  if (bad >= 0) return [`Recorded times must be finite and ≥ 0, but number ${bad + 1} is ${at[bad]} s.`];
  const back = at.findIndex((time, i) => i > 0 && time < at[i - 1]);
  if (back >= 0) return [`Recorded times must ascend, but ${at[back]} s follows ${at[back - 1]} s.`];
  const last = at[at.length - 1];
  if (period === null || (period > 0 && period >= last - at[0] && Number.isFinite(period))) return [];
  return [
    `Times from ${at[0]} s to ${last} s cannot start over after ${period} s; after ${last - at[0]} s or later they can.`,
  ];
}

function isSquare(matrix: number[][], n: number): boolean {
  return matrix.length === n && matrix.every((row) => row.length === n);
}

function positive(what: string, value: number, unit: string): string[] {
  return value > 0 && Number.isFinite(value) ? [] : [`The ${what} must be above 0, not ${value}${unit}.`];
}
