/** The public face: what a program that embeds queuelab may use. */

export { explain } from "./config/problem.ts";
export { loadStudy } from "./config/study.ts";
export { LocalObserver, type ObserverPool, type Task } from "./experiment/observer.ts";
export { type MadeBy, type Progress, type RunOptions, runStudy } from "./experiment/run-study.ts";
export type { Arrivals, Profile } from "./random/arrivals.ts";
export type { Discrete, Distribution } from "./random/distribution.ts";
export { chartsOf } from "./report/charts.ts";
export { csv } from "./report/csv.ts";
export { report } from "./report/report.ts";
export { summaryTable } from "./report/table.ts";
export type { Agreement, Caveat, Curve, Ledger, Result, Row, Theory, Verdict } from "./result.ts";
export type * from "./spec.ts";
