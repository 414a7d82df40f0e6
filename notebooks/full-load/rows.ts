import type { Curve, Result, Row } from "../../src/result.ts";
import type { Metric, Name, Statistic } from "../../src/spec.ts";
import { QUEUE } from "./system.ts";

/** Which row of a result is meant; of the queue and the mean if nothing else is said. */
export interface Wanted {
  metric: Metric;
  statistic?: Statistic;
  where?: Name;
}

/** A row of a result that has a single point. */
export function rowOf({ rows }: Result, { metric, statistic = "mean", where = QUEUE }: Wanted): Row {
  const row = rows.find(
    (one) => one.where === where && one.class === "*" && one.metric === metric && one.statistic === statistic,
  );
  if (row === undefined) throw new Error(`the result has no ${statistic} ${metric} of ${where}`);
  return row;
}

/** The number in the system over time, of a result that has a single point. */
export function courseOf({ curves }: Result): Curve {
  const course = curves.find(({ kind }) => kind === "over-time");
  if (course === undefined) throw new Error("the result has no course of events");
  return course;
}

/** Messages in the measured windows of all these runs. */
export const messagesOf = (results: readonly Result[]): number =>
  results.reduce((sum, { points }) => sum + points.reduce((all, { messages }) => all + messages, 0), 0);
