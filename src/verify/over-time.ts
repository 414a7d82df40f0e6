import { pointSummary } from "../experiment/point-summary.ts";
import { runPoints } from "../experiment/run-study.ts";
import { windowRows } from "../experiment/windows.ts";
import type { Row } from "../result.ts";
import { studentQuantile } from "../special/student.ts";
import { isSame, normalScore } from "../stats/departure.ts";
import { type Bench, namedApart, seedOf } from "./bench.ts";
import { exactValue } from "./cases.ts";
import type { Comparison, Evidence } from "./evidence.ts";
import type { OverTime } from "./models/over-time.ts";
import { nameOf } from "./simulated.ts";
import { studyOf } from "./study.ts";

/** Runs the replications of a case and holds each window against its exact average. */
export async function simulateOverTime(of: OverTime, { pool, length, seed }: Bench): Promise<Partial<Evidence>> {
  const { id, model, windows } = of;
  const name = nameOf(of);
  const replications = Math.ceil(length * of.replications);
  const study = studyOf(id, model, {
    mode: "transient",
    warmup: 0,
    until: { seconds: Math.max(...windows.map(({ to }) => to)) },
    replications,
    windows: windows.map(({ from, to }) => [from, to]),
    seed: seedOf(name, seed),
  });
  const [run] = await runPoints(study, { pool: namedApart(pool, `${name}/${seed}`), clock: () => 0 });
  const rows = windowRows(pointSummary(study, run, 0), study.run);
  const comparisons = windows.map(({ from, metric, average }): Comparison => {
    const row = rows.find(
      (one) => one.metric === "numberInSystem" && one.where === "queues.a" && one.window?.[0] === from,
    );
    const exact = average(exactValue(id, metric));
    return { from: "cases", model: name, metric, exact, mean: true, ...estimated(row, replications, exact) };
  });
  return { comparisons };
}

function estimated(row: Row | undefined, replications: number, exact: number) {
  if (row?.value == null || row.low === null || row.high === null) throw new Error("a window has no interval");
  const { value, low, high } = row;
  const degrees = replications - 1;
  const standardError = (high - value) / studentQuantile(0.975, degrees);
  const z = isSame(value, exact)
    ? 0
    : standardError === 0
      ? null
      : normalScore((value - exact) / standardError, degrees);
  return { value, low, high, z };
}
