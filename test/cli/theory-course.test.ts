import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { mmc } from "../../src/queueing/mmc.ts";
import { exactValue } from "../../src/verify/cases.ts";
import { queuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

/* queuelab theory of models whose rate of arrivals varies with time. */

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function modelOf(profile: string, worker: string, rate = "10/s"): string {
  const producer = `  app: {rate: ${rate}, profile: ${profile}}`;
  return scratch({ "model.yaml": `producers:\n${producer}\nconsumers:\n  worker: ${worker}\n` });
}

function json(cwd: string) {
  const { code, stdout } = queuelab(["theory", "model.yaml", "--format", "json"], { cwd });
  assert.equal(code, 0);
  return JSON.parse(stdout).points[0].queues[0];
}

const SWING = "{sine: {period: 24 s, amplitude: 0.5, peak: 6 s}}";

test("the course over a period agrees with the exact case of M_t/M/∞, and its averages with Little's law", () => {
  const { model, exact, course, figures } = json(modelOf(SWING, "{replicas: 200, service: exponential 1 s}"));
  assert.deepEqual([model, exact, course.from, course.span], ["M_t/M/200", true, "long ago", 24]);
  for (const hour of [0, 3, 6, 7, 12, 18]) {
    const moment = course.moments[20 * hour];
    assert.equal(moment.time, hour);
    const known = exactValue("MT-MINF-SIN", `m(${hour})_exp`);
    assert.ok(Math.abs(moment.numberInSystem / known - 1) < 1e-6, `${hour}: ${moment.numberInSystem}`);
  }
  const mean = (metric: string) => figures.find((one: { metric: string }) => one.metric === metric).value;
  for (const [metric, value] of Object.entries({
    numberInSystem: 10,
    sojournTime: 1,
    throughput: 10,
    utilization: 0.05,
  })) {
    assert.ok(Math.abs(mean(metric) / value - 1) < 1e-6, metric);
  }
});

test("constant service of servers for everybody agrees with the exact case of M_t/D/∞", () => {
  const { model, course } = json(modelOf(SWING, "{replicas: 200, service: constant 1 s}"));
  assert.match(model, /^M_t\/G\/∞/);
  for (const hour of [6, 12]) {
    const known = exactValue("MT-MINF-SIN", `m(${hour})_det`);
    assert.ok(Math.abs(course.moments[20 * hour].numberInSystem / known - 1) < 1e-6);
  }
});

test("a profile that never changes gives M/M/c, waits of those who come included", () => {
  const { course } = json(modelOf("{0 s: 0.5, 10 s: 0.5, repeat: 20 s}", "{replicas: 3, service: exponential 400 ms}"));
  const known = mmc(5, 2.5, 3);
  for (const moment of [course.moments[0], course.moments[333]]) {
    assert.ok(Math.abs(moment.numberInSystem / known.numberInSystem - 1) < 1e-6);
    assert.ok(Math.abs(moment.waitingTime / known.waitingTime - 1) < 1e-6);
    assert.ok(Math.abs(moment.utilization - 2 / 3) < 1e-6);
  }
});

test("theory shows a table of a dozen times, the peak, and from which state", () => {
  const cwd = modelOf("{0 s: 0.5, 60 s: 3, 120 s: 0.5}", "{replicas: 2, service: exponential 100 ms}");
  const { code, stdout } = queuelab(["theory", "model.yaml"], { cwd });
  assert.equal(code, 0);
  const text = plain(stdout);
  assert.match(
    text,
    /^queues\.queue: Poisson arrivals between 5\/s and 30\/s, exponential service of 100 ms, 2 servers\n/,
  );
  assert.match(text, /\n {2}M_t\/M\/2, exact\. Kolmogorov/);
  assert.match(text, /From empty, over 120 s|From empty, over 2 min/);
  const rows = text
    .split("\n")
    .filter((line) => /^ +\d[\d.]* +[\d.]+ +[\d.]+ +[<\d.]+ +[\d.]+ +[\d.]+ [mµ]?s$/.test(line));
  assert.equal(rows.length, 13);
  assert.match(text, /Peak: \d+(\.\d)? in the system after .*; who comes then waits \d/);
});

test("a period in which more comes than can be served has no course, and what would be stable is said", () => {
  const { stdout, code } = queuelab(["theory", "model.yaml"], { cwd: modelOf(SWING, "{service: exponential 1 s}") });
  assert.equal(code, 0);
  assert.match(
    plain(stdout).replaceAll(/\n {2}(?=\S)/g, " "),
    /No theory: No steady state: ρ = λ\/\(cμ\) = 10\/\(1 × 1\)/,
  );
});

test("--format csv has a line for each time and mean, --plot draws the course", () => {
  const cwd = modelOf(SWING, "{replicas: 20, service: exponential 1 s}");
  const { stdout } = queuelab(["theory", "model.yaml", "--format", "csv"], { cwd });
  const [head, ...lines] = stdout.trim().split("\n");
  assert.equal(head, "where,time,class,metric,statistic,value,unit,model,exact,source");
  const timed = lines.filter((line) => /^queues\.queue,\d/.test(line));
  assert.equal(timed.length, 481 * 6);
  assert.ok(timed.some((line) => /^queues\.queue,6,\*,numberInSystem,mean,1[456]\.\d+,1,M_t\/M\/20,true,/.test(line)));
  assert.equal(queuelab(["theory", "model.yaml", "--plot", "--out", "charts"], { cwd }).code, 0);
  for (const metric of ["numberinsystem", "waitingtime"]) {
    assert.ok(existsSync(join(cwd, "charts", `model.yaml-queues.queue-${metric}-over-time.svg`)), metric);
  }
});
