import { LocalObserver, type ObserverPool } from "../../src/experiment/observer.ts";
import { runStudy } from "../../src/experiment/run-study.ts";
import type { Result, Row } from "../../src/result.ts";
import type { Model, PrecisionTarget, Run, Study } from "../../src/spec.ts";
import { studyOf } from "../../src/verify/study.ts";
import { exponential, poisson, single } from "../model/systems.ts";

export const MM1 = single(poisson(0.8), exponential(1));

export type Changes = Partial<Omit<Study, "run">> & { run?: Partial<Run>; pool?: ObserverPool };

/** A run of one M/M/1 queue from empty, of 60 s unless said otherwise. */
export function transient(changes: Changes = {}, model: Model = MM1): Promise<Result> {
  const { run, pool = new LocalObserver(), ...study } = changes;
  const base = studyOf("start", model, {
    mode: "transient",
    warmup: 0,
    until: { seconds: 60 },
    replications: 20,
    seed: 1,
    ...run,
  });
  const made = { version: "0", engine: "queuelab" as const, specHash: "" };
  return runStudy({ ...base, ...study }, { pool, clock: () => 0, ...made });
}

export const within = (share: number): PrecisionTarget[] => [
  { where: "*", metric: "latency", statistic: "mean", within: share },
];

export function windowed(result: Result, metric: Row["metric"], where: string, statistic = "mean"): Row[] {
  return result.rows.filter(
    (row) => row.where === where && row.metric === metric && row.class === "*" && row.statistic === statistic,
  );
}
