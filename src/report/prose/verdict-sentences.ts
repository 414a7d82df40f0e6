import type { Result, Verdict } from "../../result.ts";
import { estimate } from "../format.ts";
import { grouped } from "../grouped.ts";
import { pointLabels } from "../points.ts";
import { counted, list } from "../words.ts";

/** Most points that a sentence names. */
const MOST_NAMED = 5;

/** For each objective, where it is met, missed or undecided, with the numbers. */
export function verdictSentences(result: Result): string[] {
  const labels = pointLabels(result);
  return [...grouped(result.verdicts, ({ objective }) => objective)].map(([objective, verdicts]) => {
    const outcomes = (["met", "missed", "undecided"] as const).map((outcome) =>
      verdicts.filter((verdict) => verdict.outcome === outcome),
    );
    const whole = outcomes.find((some) => some.length === verdicts.length);
    if (whole) return `The objective ${objective} is ${everywhere(result, whole)}.`;
    const parts = outcomes
      .filter((some) => some.length > 0)
      .map((some) => `${some[0]!.outcome} at ${places(result, some, labels)}`);
    return `The objective ${objective} is ${parts.join("; ")}.`;
  });
}

function everywhere(result: Result, verdicts: readonly Verdict[]): string {
  const outcome = verdicts[0]!.outcome;
  if (verdicts.length > 1) return `${outcome} at all ${counted(verdicts.length, "point")}`;
  const number = numberOf(result, verdicts[0]!);
  return number === "" ? outcome : `${outcome} with ${number}`;
}

function places(result: Result, verdicts: readonly Verdict[], labels: readonly string[]): string {
  const named = verdicts.slice(0, MOST_NAMED).map((verdict) => {
    const number = numberOf(result, verdict);
    return labels[verdict.point]! + (number === "" ? "" : ` with ${number}`);
  });
  const more = verdicts.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${counted(more, "more point")}` : list(named);
}

/** The number a verdict was given on. Its unit is that of the row it comes from; without one it is not shown. */
function numberOf(result: Result, { point, value, low, high }: Verdict): string {
  const row = result.rows.find(
    (row) => value !== null && row.point === point && row.value === value && row.low === low && row.high === high,
  );
  return row ? estimate(row) : "";
}
