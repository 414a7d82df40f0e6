import { readFileSync } from "node:fs";

interface Case {
  id: string;
  metrics: { metric: string; value: number; kind: string }[];
}

const cases: Case[] = JSON.parse(readFileSync(new URL("./cases.json", import.meta.url), "utf8")).cases;

/** Names of all cases. */
export const caseIds: string[] = cases.map(({ id }) => id);

/** The exact value of a metric of a case. */
export function exactValue(id: string, metric: string): number {
  const found = cases.find((one) => one.id === id)?.metrics.find((one) => one.metric === metric);
  if (found === undefined) throw new Error(`cases.json has no ${metric} of ${id}`);
  if (!found.kind.startsWith("exact")) throw new Error(`${metric} of ${id} is not exact: ${found.kind}`);
  return found.value;
}
