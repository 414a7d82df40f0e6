import type { Answer } from "./answer.ts";
import { fittedAnswers, limitedAnswers } from "./approximate/fitted.ts";
import { rankedAnswers } from "./approximate/ranked.ts";
import { twoMomentAnswers } from "./approximate/two-moments.ts";
import { failingAssumption } from "./assumptions.ts";
import { exactAnswer } from "./exact/rules.ts";
import { dealtOut } from "./lines.ts";
import type { Station } from "./station.ts";

/** What theory says of a station. */
export interface StationTheory {
  /** The best answer, exact or not; null where there is none. */
  answer: Answer | null;
  /** Other approximations of the same station, where it has no exact answer. */
  others: Answer[];
  /** Why there is no exact answer; "" where there is one. */
  why: string;
}

const APPROXIMATIONS: ((s: Station) => Answer[])[] = [
  fittedAnswers,
  twoMomentAnswers,
  limitedAnswers,
  rankedAnswers,
  (s) => dealtOut(s, (one) => [...fittedAnswers(one), ...twoMomentAnswers(one)]),
];

/** What comes in goes out, where nothing is lost. */
function withThroughput(s: Station, answer: Answer): Answer {
  const open = s.input.kind === "poisson" || s.input.kind === "product form";
  if (!open || answer.all.throughput !== undefined) return answer;
  return { ...answer, all: { ...answer.all, throughput: s.rate } };
}

/** What theory says of a station: exactly if it can, otherwise approximately, and what stands in the way. */
export function stationTheory(s: Station): StationTheory {
  try {
    const exact = exactAnswer(s);
    if (exact !== null) return { answer: withThroughput(s, exact), others: [], why: "" };
    const [answer = null, ...others] = s.twist === null ? APPROXIMATIONS.flatMap((of) => of(s)) : [];
    return { answer, others, why: failingAssumption(s) };
  } catch (error) {
    if (error instanceof RangeError) return { answer: null, others: [], why: error.message };
    throw error;
  }
}
