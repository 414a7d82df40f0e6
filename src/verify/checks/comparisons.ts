import { counted } from "../../report/words.ts";
import { gammaQ } from "../../special/incomplete-gamma.ts";
import { normalQuantile } from "../../special/normal.ts";
import { beyondChance, chance } from "../../stats/holm.ts";
import type { Comparison } from "../evidence.ts";
import { spokesmen, summaryOf } from "../summary.ts";
import type { Check } from "./check.ts";
import { POWER, POWER_QUANTILE, visibleLean, visibleScatter } from "./power.ts";

/** Probabilities of a false alarm: any single value of the cases, all of them to one side, too much scatter; the grid. */
export const FALSE_ALARMS = { cases: 0.003, bias: 0.001, scatter: 0.001, grid: 0.002 };

/** Simulated values beside the exact ones of cases.json: one by one, and whether they err to one side or too far. */
export function casesCheck(comparisons: readonly Comparison[]): Check {
  const single = judged(comparisons, FALSE_ALARMS.cases);
  const { findings: together, text } = allTogether(spokesmen(comparisons));
  const findings = [...single.findings, ...together];
  return {
    name: "cases",
    title: "Simulation against exact answers",
    compared: comparisons.length,
    outcome: comparisons.length === 0 ? "nothing compared" : findings.length === 0 ? "passed" : "failed",
    falseAlarms: FALSE_ALARMS.cases + FALSE_ALARMS.bias + FALSE_ALARMS.scatter,
    text: [single.text, text].filter((part) => part !== "").join(" "),
    findings,
  };
}

/** Simulated values beside those of our own formulas. */
export function gridCheck(comparisons: readonly Comparison[]): Check {
  const { findings, text } = judged(comparisons, FALSE_ALARMS.grid);
  return {
    name: "grid",
    title: "Simulation against our formulas, over a grid of loads",
    compared: comparisons.length,
    outcome: comparisons.length === 0 ? "nothing compared" : findings.length === 0 ? "passed" : "failed",
    falseAlarms: FALSE_ALARMS.grid,
    text,
    findings,
  };
}

/** |z| that the largest of n standard normal variables exceeds with this probability at most; of none as of one. */
export function threshold(n: number, rate: number): number {
  return -normalQuantile(rate / Math.max(1, n) / 2);
}

/** The comparison that lies farthest apart; null when there is none. */
export function farthest(comparisons: readonly Comparison[]): Comparison | null {
  return comparisons.reduce<Comparison | null>((a, b) => (a === null || far(b) > far(a) ? b : a), null);
}

const far = ({ z }: Comparison): number => (z === null ? Number.POSITIVE_INFINITY : Math.abs(z));

function judged(comparisons: readonly Comparison[], rate: number): Pick<Check, "findings" | "text"> {
  const worst = farthest(comparisons);
  if (worst === null) return { findings: [], text: "Nothing was compared." };
  const certain = comparisons.filter(({ z }) => z === null);
  const measured = comparisons.filter(({ z }) => z !== null);
  const flags = beyondChance(
    measured.map(({ z }) => z!),
    rate,
  );
  const limit = threshold(measured.length, rate);
  const models = new Set(comparisons.map(({ model }) => model)).size;
  return {
    findings: [...certain, ...measured.filter((_, i) => flags[i])].map(finding),
    text:
      `${counted(comparisons.length, "value")} of ${counted(models, "model")}; the farthest from its exact value is ` +
      `${worst.metric} of ${worst.model}, ${distance(worst)}, where chance alone reaches ${limit.toFixed(1)}. One that ` +
      `is ${(limit + POWER_QUANTILE).toFixed(1)} away would be found with a probability of ${POWER}.`,
  };
}

function finding(one: Comparison): string {
  const [value, exact] = [one.value, one.exact].map((x) => String(Number(x.toPrecision(6))));
  return `${one.metric} of ${one.model} is ${value} where it should be ${exact}: ${distance(one)}.`;
}

function distance({ z }: Comparison): string {
  return z === null ? "different without any scatter" : `${Math.abs(z).toFixed(1)} standard errors away`;
}

/** Fewer models say nothing about all of them. */
const FEWEST = 10;

/** Whether the errors of independent models are centred on 0 and scatter no wider than the intervals say. */
function allTogether(comparisons: readonly Comparison[]): Pick<Check, "findings" | "text"> {
  const { n, mean, deviation } = summaryOf(comparisons);
  if (n < FEWEST) return { findings: [], text: "" };
  const centre = mean
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")
    .replace("-", "−");
  const spread = deviation.toFixed(2);
  const biased = chance(mean * Math.sqrt(n)) < FALSE_ALARMS.bias;
  const scattered = gammaQ((n - 1) / 2, ((n - 1) * deviation ** 2) / 2) < FALSE_ALARMS.scatter;
  return {
    findings: [
      ...(biased ? [`The errors of ${n} models lean to one side: ${centre} standard errors on average.`] : []),
      ...(scattered ? [`The errors of ${n} models scatter ${spread} times as widely as the intervals say.`] : []),
    ],
    text: `One value of each model taken, the ${n} errors lie around ${centre} standard errors and scatter by ${spread} (0 and 1 if all is right). With a probability of ${POWER} a centre of ±\u202f${visibleLean(n).toFixed(2)} would be found, and a scatter of ${visibleScatter(n).toFixed(2)}.`,
  };
}
