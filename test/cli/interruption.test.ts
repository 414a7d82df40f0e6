import assert from "node:assert/strict";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { resultPieces } from "../../src/cli/result-text.ts";
import type { Result } from "../../src/result.ts";
import { sweepResult } from "../report/fixtures.ts";
import { QUICK, startQueuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

/** More points than anyone waits for, each of them quick. */
const MANY = {
  ...QUICK,
  "experiments/many.yaml": `model: ../models/one.yaml
sweep: {consumers.worker.replicas: 1..3000}
run: {messages: 60000, precision: off, replications: 2}
plots: [mean-latency-vs-replicas]
`,
};

/** The same, with so many plots that even a few points take long to draw. */
const DRAWN = {
  ...MANY,
  "experiments/many.yaml": MANY["experiments/many.yaml"].replace(
    /plots: .*/,
    `plots: [${"latency-tail, ".repeat(100)}]`,
  ),
};

/** One point that would take hours. */
const LONG = {
  ...QUICK,
  "experiments/long.yaml": `model: ../models/one.yaml
run: {messages: 1000000000, precision: off, replications: 2, budget: {messages: 1000000000000}}
`,
};

/** Waits until what the process says on standard error matches; answers all that it said. */
async function says(child: ChildProcessWithoutNullStreams, what: RegExp): Promise<string> {
  let text = "";
  for await (const chunk of child.stderr.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    text += chunk;
    if (what.test(text)) return text;
  }
  throw new Error(`It never said ${what}, but: ${text}`);
}

async function ended(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => (said.stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk) => (said.stderr += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

test("after Ctrl-C what was finished is written, what is missing is said, and the exit code is 130", async () => {
  const cwd = scratch(MANY);
  const child = startQueuelab(["run", "experiments/many.yaml", "--format", "json", "--workers", "1"], cwd);
  await says(child, /many: [1-9]\d* of 3000 points/);
  child.kill("SIGINT");
  const { code, stdout, stderr } = await ended(child);
  assert.equal(code, 130);
  assert.match(stderr, /Stopping: what is finished is kept/);
  const result = JSON.parse(stdout) as Result;
  assert.ok(result.points.length > 0);
  assert.equal(result.made.missing, 3000 - result.points.length);
  assert.equal(stdout, readFileSync(join(cwd, "results/many/result.json"), "utf8"));
  assert.match(
    readFileSync(join(cwd, "results/many/report.html"), "utf8"),
    /interrupted: [\d,]+ points .* are missing/,
  );
});

test("a request to terminate is heard like Ctrl-C; when nothing was finished, nothing is written", async () => {
  const cwd = scratch(LONG);
  const files = ["experiments/long.yaml", "experiments/quick.yaml"];
  const child = startQueuelab(["run", ...files, "--workers", "1"], cwd);
  await says(child, /long: 0 of 1 points/);
  child.kill("SIGTERM");
  const { code, stdout, stderr } = await ended(child);
  assert.deepEqual([code, stdout], [130, ""]);
  assert.match(stderr, /No point of long was finished, so nothing is written\.\nNot begun: quick\.\n$/);
  assert.equal(existsSync(join(cwd, "results")), false);
});

test("a second Ctrl-C stops at once and leaves no part of a file", async () => {
  const cwd = scratch(DRAWN);
  const child = startQueuelab(["run", "experiments/many.yaml", "--workers", "1"], cwd);
  await says(child, /many: [1-9]\d* of 3000 points/);
  child.kill("SIGINT");
  await says(child, /Stopping/);
  child.kill("SIGINT");
  const { code } = await ended(child);
  assert.equal(code, 130);
  const folder = join(cwd, "results/many");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  assert.ok(!names.includes("report.html"), "drawing takes longer than a signal");
  assert.ok(names.every((name) => !name.endsWith(".tmp")));
  if (names.includes("result.json")) JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
});

test("drawing that takes long is stopped by Ctrl-C, and no report is half written", async () => {
  const plots = Array.from({ length: 100 }, () => ({ kind: "latency-tail", options: {} }));
  const cwd = scratch({ "result.json": [...resultPieces({ ...sweepResult(), plots })].join("") });
  const child = startQueuelab(["report", "result.json"], cwd);
  while (!existsSync(join(cwd, "result.csv"))) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill("SIGINT");
  assert.equal((await ended(child)).code, 130);
  assert.deepEqual(readdirSync(cwd), ["result.csv", "result.json"]);
});

test("a reader that has heard enough is no failure", async () => {
  const child = startQueuelab(["schema", "experiment"], scratch());
  child.stdout.destroy();
  const { code, stderr } = await ended(child);
  assert.equal(code, 0);
  assert.match(stderr, /yaml-language-server/);
});
