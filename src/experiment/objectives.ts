import type { Row, Verdict } from "../result.ts";
import type { Objective, Study } from "../spec.ts";

/** Judges each objective at each point by the whole interval: undecided while the bound lies inside it. */
export function verdictsOf(study: Study, rows: Row[]): Verdict[] {
  return study.objectives.flatMap((objective) =>
    rows.filter((row) => isMeant(row, objective)).map((row) => verdictOf(objective, row)),
  );
}

function isMeant(row: Row, { where, metric, statistic }: Objective): boolean {
  const place = row.where === where && row.class === "*" && row.versus === null && row.window === null;
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
