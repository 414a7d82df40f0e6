import type { Caveat, Row } from "../result.ts";
import type { PointSummary } from "./point-summary.ts";

/** What a reader must know before believing the numbers of a point, in words. */
export function caveatsOf(summary: PointSummary, rows: Row[]): Caveat[] {
  const { point } = summary;
  const caveat = (where: string, code: string, text: string): Caveat => ({ point, where, code, text });
  return [
    ...summary.settled.unstable.map(({ where, text }) => caveat(where, "unstable", text)),
    ...endingOf(summary).map((text) => caveat("system", "precision", text)),
    ...stopsOf(summary).map((text) => caveat("system", "stopped", text)),
    ...unkept(summary, rows).map((text) => caveat("system", "not-kept", text)),
    ...summary.predictions.gaps.map(({ where, why }) => caveat(where, "no-theory", `No theory for ${where}: ${why}.`)),
  ];
}

function endingOf({ run }: PointSummary): string[] {
  const { ended } = run;
  if (ended.how !== "budget") return [];
  const needed = ended.predicted.toLocaleString("en-US", { maximumSignificantDigits: 2 });
  const limit = ended.of === "messages" ? "message" : "time";
  const remark = ended.of === "seconds" ? " A result cut by time cannot be reproduced exactly." : "";
  return [
    `The ${limit} budget ended before the precision that was asked for; about ${needed} messages would be needed.${remark}`,
  ];
}

function stopsOf({ run }: PointSummary): string[] {
  const deadlocks = run.observations.filter((observation) => observation.stopped === "deadlock");
  if (deadlocks.length === 0) return [];
  const places = [...new Set(deadlocks.flatMap((one) => one.inside.map((place) => place.where)))]
    .slice(0, 5)
    .join(", ");
  return [
    `Deadlock in ${deadlocks.length} of ${run.observations.length} replications: everything waits for room that ` +
      `something else must free (${places}). Averages include the standstill.`,
  ];
}

function unkept({ point }: PointSummary, rows: Row[]): string[] {
  const missing = rows.filter((row) => row.point === point && row.quality.includes("not-kept"));
  if (missing.length === 0) return [];
  const places = new Set(missing.map((row) => `${row.metric} at ${row.where}`));
  const [first] = places;
  return [
    `Percentiles of ${places.size} quantities were not kept, since the model is large (such as ${first}); ` +
      "name those you need under watch: in the experiment.",
  ];
}
