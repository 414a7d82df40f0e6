import file from "./cases.json" with { type: "json" };

/** A system whose answers are known without simulating it. */
export interface Case {
  id: string;
  title: string;
  /** Where the answers come from. */
  source: string;
  metrics: { metric: string; value: number; kind: string }[];
}

const cases: Case[] = file.cases;

/** Names of all cases. */
export const caseIds: string[] = cases.map(({ id }) => id);

/** @throws Error when there is none of that name */
export function caseOf(id: string): Case {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`cases.json has no ${id}`);
  return found;
}

/** The exact value of a metric of a case. */
export function exactValue(id: string, metric: string): number {
  const found = caseOf(id).metrics.find((one) => one.metric === metric);
  if (found === undefined) throw new Error(`cases.json has no ${metric} of ${id}`);
  if (!found.kind.startsWith("exact")) throw new Error(`${metric} of ${id} is not exact: ${found.kind}`);
  return found.value;
}
