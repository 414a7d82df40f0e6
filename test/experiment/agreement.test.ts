import assert from "node:assert/strict";
import { test } from "vitest";
import { agreementOf, disagreements } from "../../src/experiment/agreement.ts";
import { LocalObserver } from "../../src/experiment/observer.ts";
import { runStudy } from "../../src/experiment/run-study.ts";
import type { Job } from "../../src/model/replication.ts";
import { Replication } from "../../src/model/replication.ts";
import type { Result, Row } from "../../src/result.ts";
import type { Model } from "../../src/spec.ts";
import { studyOf } from "../../src/verify/study.ts";
import { exponential, poisson, single } from "../model/systems.ts";
import { rowOf } from "../report/fixtures.ts";

const MM1 = single(poisson(0.8), exponential(1));
/** A server 3 % slower than it says: what a wrong sampler would be. */
const SLOW = single(poisson(0.8), exponential(1.03));

function resultOf(start: (job: Job) => Replication): Promise<Result> {
  const study = studyOf("M/M/1", MM1, { until: { messages: 50_000 }, seed: 1 });
  const made = { version: "0", engine: "queuelab" as const, specHash: "" };
  return runStudy(study, { pool: new LocalObserver(start), clock: () => 0, ...made });
}

const simulating = (model: Model) => (job: Job) => new Replication({ ...job, model });

const apart = (z: number, changes: Partial<Row> = {}): Row =>
  rowOf({
    metric: "latency",
    statistic: "mean",
    value: 1.2,
    theory: { value: 1, model: "M/M/1", exact: true, source: "", z },
    ...changes,
  });

test("a run says how many values it held against exact theory, and that none is beyond chance", async () => {
  const { agreement, rows, caveats } = await resultOf(simulating(MM1));
  assert.ok(agreement !== undefined && agreement.compared > 10);
  assert.equal(agreement.refuted, 0);
  const withZ = rows.filter(({ theory }) => theory?.z !== undefined);
  assert.equal(new Set(withZ.map(({ value }) => value)).size, agreement.compared); // latency stands at three places
  assert.ok(!caveats.some(({ code }) => code === "disagreement"));
});

test("a service 3 % too slow is found out, in the rows, in the agreement and in words", async () => {
  const { agreement, rows, caveats } = await resultOf(simulating(SLOW));
  assert.ok(agreement!.refuted > 0);
  const refuted = rows.filter(({ theory }) => theory?.refuted);
  assert.equal(new Set(refuted.map(({ value }) => value)).size, agreement!.refuted);
  const [caveat] = caveats.filter(({ code }) => code === "disagreement");
  assert.match(caveat.text, /^Theory and simulation disagree beyond chance: .* where M\/M\/1 gives exactly /);
});

test("only trusted values of exact theory are judged", () => {
  const approximate = apart(9, { theory: { value: 1, model: "heavy traffic", exact: false, source: "" } });
  assert.equal(agreementOf([approximate, rowOf({ metric: "latency", statistic: "mean" })]), null);
});

test("the threshold is that of the largest of all differences at a false alarm in a hundred reports", () => {
  const rows = [
    apart(4),
    apart(-1, { class: "b" }),
    ...Array.from({ length: 98 }, (_, i) => apart(0.5, { point: i + 1 })),
  ];
  const agreement = agreementOf(rows);
  assert.deepEqual([agreement!.compared, agreement!.refuted, agreement!.falseAlarms], [100, 1, 0.01]);
  assert.ok(Math.abs(agreement!.threshold - 3.8906) < 1e-4); // the normal quantile of 1 − 0.00005
});

test("a number that stands at several places is compared once, and flagged at all of them", () => {
  const rows = [apart(9), apart(9, { where: "consumers.a" }), apart(9, { where: "queues.a", metric: "sojournTime" })];
  const agreement = agreementOf(rows);
  assert.deepEqual([agreement!.compared, agreement!.refuted], [1, 1]);
  assert.ok(rows.every(({ theory }) => theory?.refuted));
  assert.doesNotMatch(disagreements(rows)[0].text, /more figure/);
});

test("each point has one caveat, about its largest difference", () => {
  const rows = [apart(7), apart(-9, { where: "queues.a", value: 0.8 }), apart(8, { point: 1 }), apart(1, { point: 2 })];
  agreementOf(rows);
  const caveats = disagreements(rows);
  assert.deepEqual(
    caveats.map(({ point, where }) => [point, where]),
    [
      [0, "queues.a"],
      [1, "system"],
    ],
  );
  assert.match(caveats[0].text, /9\.0 standard errors apart\. So does one more figure of this point\./);
});
