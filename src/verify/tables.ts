import { rounded } from "../report/format.ts";
import { signed, type Table } from "../report/table/cells.ts";
import { shareOf } from "../stats/clopper-pearson.ts";
import { caseOf } from "./cases.ts";
import { counted } from "./coverage.ts";
import type { Comparison } from "./evidence.ts";
import type { Verification } from "./verify.ts";

/** What the exact cases call their quantities. */
const SYMBOLS =
  "In the exact cases W is the mean time in the system, Wq that before service, L and Lq the mean numbers there, U " +
  "utilisation, X throughput, P a probability.";

/** A line for each check in which anything was compared. */
export function checkTable({ checks }: Verification): Table {
  const made = checks.filter(({ outcome }) => outcome !== "nothing compared");
  return {
    head: ["check", "compared", "outcome", "false alarms"],
    rows: made.map(({ title, compared, outcome, falseAlarms }) => [
      title,
      compared.toLocaleString("en-US"),
      outcome,
      falseAlarms === 0 ? "none" : `${Number((100 * falseAlarms).toPrecision(2))}\u00a0%`,
    ]),
    labels: 1,
    notes: [],
  };
}

/** Every simulated value beside its exact one. */
export function comparisonTable(comparisons: readonly Comparison[]): Table {
  return {
    head: ["model", "quantity", "exact", "simulated", "standard errors"],
    rows: comparisons.map(({ model, metric, exact, value, low, high, z }) => {
      const digits = fiveDigitsOf(exact);
      return [
        model,
        metric,
        digits(exact),
        `${digits(value)} (${digits(low)}–${digits(high)})`,
        z === null ? "no scatter" : signed(z),
      ];
    }),
    labels: 2,
    notes: [`Times in s, rates in 1/s, shares from 0 to 1. ${SYMBOLS}`],
  };
}

/** The comparisons that lie farthest apart, the farthest first. */
export function farthestFirst(comparisons: readonly Comparison[]): Comparison[] {
  const far = ({ z }: Comparison) => (z === null ? Number.POSITIVE_INFINITY : Math.abs(z));
  return comparisons.toSorted((a, b) => far(b) - far(a));
}

/** How often intervals cover, by model and quantity. */
export function coverageTable({ coverages }: Verification): Table {
  const percent = (share: number) => (100 * share).toFixed(1);
  return {
    head: ["model", "quantity", "runs", "covered\n[%]"],
    rows: counted(coverages).map((one) => {
      const { value, low, high } = shareOf(one.covered, one.runs);
      const interval = `${percent(value)} (${percent(low)}–${percent(high)})`;
      return [one.model, one.metric, one.runs.toLocaleString("en-US"), interval];
    }),
    labels: 2,
    notes: [
      "In brackets: between what the coverage lies with a probability of 95\u00a0% (Clopper and Pearson).",
      `Models are named as under “The exact cases”. ${SYMBOLS}`,
    ],
  };
}

/** The exact cases that were simulated: what they are, and where their answers come from. */
export function caseTable({ comparisons }: Verification): Table {
  const names = new Set(comparisons.filter(({ from }) => from === "cases").map(({ model }) => model.split(" (")[0]));
  const rows = [...names].map(caseOf).map(({ id, title, source }) => [id, title, source]);
  return { head: ["case", "system", "source of its answers"], rows, labels: 1, notes: [] };
}

/** What was not checked, and why. */
export function skippedTable({ skipped }: Verification): Table {
  return { head: ["not checked", "because"], rows: skipped.map(({ what, why }) => [what, why]), labels: 1, notes: [] };
}

/** Writes numbers to the place of the fifth digit of `x`, so that they can be compared. */
function fiveDigitsOf(x: number): (value: number) => string {
  const power = x === 0 ? -5 : Math.floor(Math.log10(Math.abs(x))) - 4;
  return (value) => rounded(value, power);
}
