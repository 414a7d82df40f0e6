import { type Share, shareOf } from "../../src/stats/clopper-pearson.ts";
import type { Tally } from "./tally.ts";
import type { Criterion, Look, Trial } from "./trial.ts";
import { verdictOf } from "./verdict.ts";

/** A trial and what became of each of its looks. */
export interface Outcome {
  trial: Trial;
  tallies: Tally[];
}

const HEAD = ["value", "asked", "seeds", "coverage % (95 %)", "below/above", "half-width %", "bias %", "flagged %"];
HEAD.push("verdict");

/** The outcomes in Markdown: a table for each trial, with one line for each look. */
export const tablesOf = (outcomes: Outcome[]): string => outcomes.map(tableOf).join("\n\n");

function tableOf({ trial, tallies }: Outcome): string {
  const lines = trial.looks.map((look, i) => line(look, tallies[i]));
  const table = [HEAD, HEAD.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
  return [`## ${trial.title}`, "", ...table].join("\n");
}

function line(look: Look, tally: Tally): string[] {
  const some = tally.intervals > 1;
  return [
    nameOf(look),
    askedOf(look.criterion),
    String(tally.runs),
    some ? withInterval(tally.coverage) : "no interval",
    some ? `${tally.below}/${tally.above}` : "",
    some ? (100 * tally.halfWidth).toFixed(1) : "",
    some ? biasOf(tally) : "",
    flagsOf(tally),
    verdictOf(tally, look.criterion),
  ];
}

function nameOf({ where, class: cls, metric, statistic }: Look): string {
  return `${metric} ${statistic}${cls === "*" ? "" : ` of ${cls}`} at ${where}`;
}

function askedOf({ coverage, flagged, bias }: Criterion): string {
  const asked: string[] = [];
  if (coverage !== undefined)
    asked.push(coverage[1] === 1 ? `≥ ${percent(coverage[0])}` : coverage.map(percent).join("–"));
  if (bias !== undefined) asked.push(`bias ≤ ${percent(bias)}`);
  if (flagged !== undefined) asked.push(`${asked.length > 0 ? "or " : ""}flagged ≥ ${percent(flagged)}`);
  return asked.join(", ");
}

function withInterval({ value, low, high }: Share): string {
  return `${(100 * value).toFixed(1)} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
}

function biasOf({ bias: { value, standardError } }: Tally): string {
  return `${(100 * value).toFixed(2)} ± ${(200 * standardError).toFixed(2)}`;
}

function flagsOf({ reasons, runs, flags }: Tally): string {
  const shares = reasons.map(([code, times]) => [code, (100 * shareOf(times, runs).value).toFixed(0)]);
  const each = shares.filter(([, share]) => share !== "0").map((codeAndShare) => codeAndShare.join(" ")); // others are rare
  return each.length === 0
    ? `${(100 * flags.value).toFixed(0)}`
    : `${(100 * flags.value).toFixed(0)} (${each.join(", ")})`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}`;
}
