import type { Share } from "../../src/stats/clopper-pearson.ts";
import type { Tally } from "./tally.ts";
import type { Criterion } from "./trial.ts";

/** "open": outside of what is accepted, but by no more than so few seeds may show by chance. */
export type Verdict = "pass" | "fail" | "open";

export function verdictOf(tally: Tally, { coverage, flagged, bias }: Criterion): Verdict {
  const alternatives: Verdict[] = [];
  if (flagged !== undefined) alternatives.push(within(tally.flags, [flagged, 1]));
  if (coverage !== undefined && tally.intervals > 1) {
    alternatives.push(worst(within(tally.coverage, coverage), bias === undefined ? "pass" : unbiased(tally, bias)));
  }
  return best(alternatives);
}

function within({ value, low, high }: Share, [from, to]: [number, number]): Verdict {
  if (value >= from && value <= to) return "pass";
  return high < from || low > to ? "fail" : "open";
}

function unbiased({ bias: { value, standardError } }: Tally, most: number): Verdict {
  if (Math.abs(value) <= most) return "pass";
  return Math.abs(value) - 2 * standardError > most ? "fail" : "open";
}

const WORST_FIRST: Verdict[] = ["fail", "open", "pass"];

function worst(...verdicts: Verdict[]): Verdict {
  return WORST_FIRST.find((one) => verdicts.includes(one))!;
}

function best(verdicts: Verdict[]): Verdict {
  return WORST_FIRST.toReversed().find((one) => verdicts.includes(one)) ?? "fail";
}
