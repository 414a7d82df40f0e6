import { GROUP } from "../model/observation.ts";
import type { Caveat, Row } from "../result.ts";
import type { Run } from "../spec.ts";
import type { PointSummary } from "./point-summary.ts";
import { partOf, windowsOf } from "./windows.ts";

/** What a reader must know before believing the numbers of a point, which are its `rows`, in words. */
export function caveatsOf(summary: PointSummary, rows: Row[], run: Run): Caveat[] {
  const { point } = summary;
  const caveat = (where: string, code: string, text: string): Caveat => ({ point, where, code, text });
  return [
    ...summary.settled.unstable.map(({ where, text }) => caveat(where, "unstable", text)),
    ...endingOf(summary, run).map((text) => caveat("system", "precision", text)),
    ...offTheGrid(summary, run).map((text) => caveat("system", "window-not-kept", text)),
    ...cutOf(summary).map((text) => caveat("system", "stopped", text)),
    ...stopsOf(summary).map((text) => caveat("system", "stopped", text)),
    ...unkept(rows).map((text) => caveat("system", "not-kept", text)),
    ...(summary.course ?? summary.predictions).gaps.map(({ where, why }) =>
      caveat(where, "no-theory", `No theory for ${where}: ${why}.`),
    ),
  ];
}

function endingOf({ run: { ended, observations } }: PointSummary, { mode }: Run): string[] {
  if (ended.how !== "budget") return [];
  const needed = ended.predicted.toLocaleString("en-US", { maximumSignificantDigits: 2 });
  const remark = ended.of === "seconds" ? " A result cut by time cannot be reproduced exactly." : "";
  if (mode === "steady") {
    const limit = ended.of === "messages" ? "message" : "time";
    const enough = Number.isFinite(ended.predicted)
      ? `about ${needed} messages would be needed`
      : "no number of messages is enough for a mean that hangs on services too rare for any run";
    return [`The ${limit} budget ended before the precision that was asked for; ${enough}.${remark}`];
  }
  const done = observations.length;
  const wanted = ended.predicted > done ? `about ${needed} would be needed` : "the last check alone had passed";
  return [
    `${LIMIT[ended.of]} after ${done} replications, before the precision that was asked for; ${wanted}.${remark}`,
  ];
}

const LIMIT = {
  messages: "The message budget ended",
  seconds: "The time budget ended",
  replications: "No more could be kept",
};

/** Models of many thousand parts are recorded in fewer steps of time than windows may ask for. */
function offTheGrid({ settled: { sample }, run: { ended } }: PointSummary, run: Run): string[] {
  if (run.mode === "steady" || ended.how === "multiplied") return [];
  const lost = windowsOf(sample, run).filter((window) => partOf(sample, window) === null);
  if (lost.length === 0) return [];
  const { batches } = sample.observations[0];
  const step = batches.slice(0, GROUP).reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    `${lost.length} of the windows cannot be given: they do not begin and end with the steps of ${Number(step.toPrecision(4))} s ` +
      "in which this run was recorded. Choose windows that do.",
  ];
}

function cutOf({ run: { ended, observations } }: PointSummary): string[] {
  if (ended.how !== "multiplied") return [];
  const inside = observations.map((one) => one.inside.reduce((sum, { copies }) => sum + copies, 0));
  const after = Number(observations[0].until.toPrecision(3)).toLocaleString("en-US");
  return [
    `Stopped after ${after} s, with up to ${Math.max(...inside).toLocaleString("en-US")} copies inside: messages multiply ` +
      "faster than they leave, so that no memory would be enough. Its numbers describe this beginning only.",
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

function unkept(rows: Row[]): string[] {
  const missing = rows.filter((row) => row.quality.includes("not-kept"));
  if (missing.length === 0) return [];
  const places = new Set(missing.map((row) => `${row.metric} at ${row.where}`));
  const [first] = places;
  return [
    `Percentiles of ${places.size} quantities were not kept, since the model is large (such as ${first}); ` +
      "name those you need under watch: in the experiment.",
  ];
}
