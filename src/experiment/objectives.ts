import type { Row, Verdict } from "../result.ts";
import type { Objective, Study } from "../spec.ts";

/** Judges each objective at each point by the whole interval: undecided while the bound lies inside it. */
export function verdictsOf(study: Study, rows: Row[]): Verdict[] {
  return study.objectives.flatMap((objective) => {
    const meant = rows.filter((row) => isMeant(row, objective));
    if (study.run.mode === "steady") return meant.map((row) => verdictOf(objective, row));
    return study.points.flatMap((_, point) =>
      overWindows(
        objective,
        meant.filter((row) => row.point === point),
      ),
    );
  });
}

/** Met where every window meets it in which anything was seen. */
function overWindows(objective: Objective, rows: Row[]): Verdict[] {
  const seen = rows.filter(({ quality }) => !quality.includes("nothing-observed"));
  const verdicts = (seen.length > 0 ? seen : rows).map((row) => ({
    ...verdictOf(objective, row),
    window: row.window!,
  }));
  const worst = (["missed", "undecided", "met"] as const)
    .map((outcome) => verdicts.filter((verdict) => verdict.outcome === outcome))
    .find(({ length }) => length > 0);
  return worst === undefined ? [] : [worst.reduce((a, b) => (distance(objective, b) < distance(objective, a) ? b : a))];
}

/** How far inside its objective the nearer end of a verdict's interval lies; negative outside. */
function distance({ is, than }: Objective, { value, low, high }: Verdict): number {
  if (is === "<" || is === "<=") return than - (high ?? value ?? than);
  return is === "==" ? -Math.abs((value ?? than) - than) : (low ?? value ?? than) - than;
}

function isMeant(row: Row, { where, metric, statistic }: Objective): boolean {
  const place = row.where === where && row.class === "*" && row.versus === null;
  return place && row.metric === metric && row.statistic === statistic;
}

function verdictOf(objective: Objective, row: Row): Verdict {
  const { point, value, low, high } = row;
  const sure = row.quality.every((code) => code === "unstable");
  const outcome = value === null || low === null || high === null || !sure ? "undecided" : judge(objective, low, high);
  return { point, objective: objective.text, outcome, value, low, high };
}

function judge({ is, than }: Objective, low: number, high: number): Verdict["outcome"] {
  const holds = (x: number) => {
    switch (is) {
      case "<":
        return x < than;
      case "<=":
        return x <= than;
      case "==":
        return x === than;
      case ">=":
        return x >= than;
      case ">":
        return x > than;
    }
  };
  if (is === "==") return low > than || high < than ? "missed" : low === high ? "met" : "undecided";
  return holds(low) && holds(high) ? "met" : holds(low) || holds(high) ? "undecided" : "missed";
}
