import { pointSummary } from "../experiment/point-summary.ts";
import { runPoints } from "../experiment/run-study.ts";
import { windowRows } from "../experiment/windows.ts";
import { studentQuantile } from "../special/student.ts";
import { isSame, normalScore } from "../stats/departure.ts";
import { type Bench, namedApart, otherSeed, seedOf } from "./bench.ts";
import { exactValue } from "./cases.ts";
import type { Comparison, Evidence } from "./evidence.ts";
import type { OverTime } from "./models/over-time.ts";
import { nameOf } from "./simulated.ts";
import { studyOf } from "./study.ts";

/** What a replication costs beside its messages, about: it is built anew each time. */
const BUILDING = 8000;

/** What a case costs for a length of 1. */
export const overTimeMessages = ({ replications }: OverTime): number => replications * BUILDING;

/** Parts asked for at once: more would take more memory, fewer would wait more often behind the runs of other pieces. */
const AT_ONCE = 5;

/**
 * Runs the replications of a case and holds each window against its exact average. They are kept in memory until they
 * are summarized, so they are run in parts, each of as many as a length of 1 has, with random numbers of its own.
 */
export async function simulateOverTime(of: OverTime, bench: Bench): Promise<Partial<Evidence>> {
  const replications = Math.ceil(Math.min(1, bench.length) * of.replications);
  const parts: Estimate[][] = [];
  while (parts.length < bench.length) {
    const some = Array.from({ length: Math.min(AT_ONCE, Math.ceil(bench.length - parts.length)) }, (_, i) =>
      estimatesOf(of, replications, { ...bench, seed: otherSeed(bench.seed, parts.length + i) }),
    );
    parts.push(...(await Promise.all(some)));
  }
  const comparisons = of.windows.map(({ metric, average }, i): Comparison => {
    const exact = average(exactValue(of.id, metric));
    const pooled = pooledEstimate(parts.map((part) => part[i]));
    return { from: "cases", model: nameOf(of), metric, exact, mean: true, ...besideExact(pooled, exact) };
  });
  return { comparisons };
}

/** A mean, and what its standard error rests on. */
interface Estimate {
  value: number;
  standardError: number;
  degrees: number;
}

/** The mean of each window over so many replications. */
async function estimatesOf(of: OverTime, replications: number, { pool, seed }: Bench): Promise<Estimate[]> {
  const { id, model, windows } = of;
  const name = nameOf(of);
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
  return windows.map(({ from }) => {
    const row = rows.find(
      ({ metric, where, window }) => metric === "numberInSystem" && where === "queues.a" && window?.[0] === from,
    );
    if (row?.value == null || row.high === null) throw new Error("a window has no interval");
    const degrees = replications - 1;
    return { value: row.value, standardError: (row.high - row.value) / studentQuantile(0.975, degrees), degrees };
  });
}

/** All parts as one: they are independent and equally large. */
function pooledEstimate(parts: readonly Estimate[]): Estimate {
  const n = parts.length;
  const sum = (of: (part: Estimate) => number) => parts.reduce((so, part) => so + of(part), 0);
  return {
    value: sum(({ value }) => value) / n,
    standardError: Math.sqrt(sum(({ standardError }) => standardError ** 2)) / n,
    degrees: sum(({ degrees }) => degrees),
  };
}

function besideExact({ value, standardError, degrees }: Estimate, exact: number) {
  const half = standardError * studentQuantile(0.975, degrees);
  const z = isSame(value, exact)
    ? 0
    : standardError === 0
      ? null
      : normalScore((value - exact) / standardError, degrees);
  return { value, low: value - half, high: value + half, z };
}
