import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, test } from "vitest";
import type { Result } from "../../src/result.ts";
import { type Ended, QUICK, queuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

const FILE = "experiments/quick.yaml";
const read = (...path: string[]): string => readFileSync(join(...path), "utf8");

let cwd = "";
let ran: Ended = { code: null, stdout: "", stderr: "" };

beforeAll(() => {
  cwd = scratch(QUICK);
  ran = queuelab(["run", FILE], { cwd, env: { TERM: "xterm-256color" } });
});

test("run prints the answer and a line for each point, and ends with the path of the report", () => {
  assert.equal(ran.code, 0);
  assert.match(ran.stdout, /^Is one consumer enough\?\n\n {2}• The objective mean\(latency\) < 1 s is met/);
  assert.match(ran.stdout, /\n {2}30\/s .*\n {2}60\/s .*\n/);
  assert.match(ran.stdout, /\nReport: results\/quick\/report\.html\n$/);
});

test("nothing is coloured in a pipe", () => assert.ok(!`${ran.stdout}${ran.stderr}`.includes("\u001b")));

test("run writes result, rows, report and each chart in three forms, and leaves nothing else behind", () => {
  const names = readdirSync(join(cwd, "results/quick"));
  const charts = names.filter((name) => name.endsWith(".svg")).map((name) => name.slice(0, -4));
  const forms = charts.flatMap((name) => [".svg", ".png", ".vl.json"].map((ending) => name + ending));
  assert.equal(charts.length, 1);
  assert.deepEqual(names, ["result.json", "result.csv", "report.html", ...forms].sort());
});

test("--format json prints what is in the file, the same to the last byte on one thread as on two", () => {
  const { code, stdout, stderr } = queuelab(["run", FILE, "--format", "json", "--workers", "1", "--out", "again"], {
    cwd,
  });
  assert.equal(code, 0);
  assert.equal(stdout, read(cwd, "again/quick/result.json"));
  assert.equal(stdout, read(cwd, "results/quick/result.json"));
  assert.match(stderr, /^Report: again\/quick\/report\.html\n$/m);
});

test("--quiet --format csv prints the rows alone; a missed objective makes the exit code 1, and is said", () => {
  const strict = scratch({ ...QUICK, [FILE]: QUICK[FILE].replace("< 1 s", "< 5 ms") });
  const { code, stdout, stderr } = queuelab(["run", FILE, "--quiet", "--format", "csv"], { cwd: strict });
  assert.equal(code, 1);
  assert.equal(stderr, "The objective mean(latency) < 5 ms is missed at all 2 points.\n");
  assert.match(stdout, /^point,scenario,/);
  assert.equal(stdout, read(strict, "results/quick/result.csv"));
});

test("the command line wins over the file, and warnings go to standard error", () => {
  const model = `parameters: {spare: 1}\n${QUICK["models/one.yaml"]}`;
  const warned = scratch({ ...QUICK, "models/one.yaml": model });
  const options = ["--seed", "7", "--replications", "3", "--sweep", "producers.app.rate=20/s,40/s,70/s"];
  const { code, stdout, stderr } = queuelab(["run", FILE, ...options], { cwd: warned });
  assert.equal(code, 0);
  assert.match(stderr, /^warning: models\/one\.yaml:1:\d+ .*\[parameter-unused\]/);
  assert.doesNotMatch(stdout, /spare/);
  const { made, points } = JSON.parse(read(warned, "results/quick/result.json")) as Result;
  const before = JSON.parse(read(cwd, "results/quick/result.json")) as Result;
  assert.deepEqual([made.seed, made.replications], [7, 3]);
  assert.deepEqual(
    points.map(({ at }) => at["producers.app.rate"]),
    ["20/s", "40/s", "70/s"],
  );
  assert.match(made.spec, /^[0-9a-f]{64}$/);
  assert.notEqual(made.spec, before.made.spec);
});

test("the report's command gives the same result to the last byte", () => {
  const options = [
    "--seed",
    "7",
    "--replications",
    "3",
    "--precision",
    "20%",
    "--sweep",
    "producers.app.rate=20/s,70/s",
  ];
  assert.equal(queuelab(["run", FILE, "--quiet", "--out", "told", ...options], { cwd }).code, 0);
  const [, line = ""] = /<code>(queuelab run [^<]+)<\/code>/.exec(read(cwd, "told/quick/report.html")) ?? [];
  const [, , ...words] = line.split(" ");
  assert.equal(queuelab(["run", ...words, "--quiet"], { cwd: join(cwd, "experiments") }).code, 0);
  assert.equal(read(cwd, "experiments/results/quick/result.json"), read(cwd, "told/quick/result.json"));
});

test("report makes again, byte for byte, what run made from the same result", () => {
  const folder = join(cwd, "results/quick");
  const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
  for (const [name] of before) if (name !== "result.json") rmSync(join(folder, name));
  const { code, stdout } = queuelab(["report", "results/quick"], { cwd });
  assert.deepEqual([code, stdout], [0, "Report: results/quick/report.html\n"]);
  assert.deepEqual(
    readdirSync(folder),
    before.map(([name]) => name),
  );
  for (const [name, bytes] of before) assert.ok(readFileSync(join(folder, name)).equals(bytes), name);
});

test("with a problem in one experiment, all problems are told and none of them runs", () => {
  const bad = "model: ../models/one.yaml\nswep: {load: [1]}\n";
  const folder = scratch({ ...QUICK, "experiments/bad.yaml": bad });
  const { code, stdout, stderr } = queuelab(["run", FILE, "experiments/bad.yaml"], { cwd: folder });
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(
    stderr,
    /experiments\/bad\.yaml:2:1 .*\n2 \| swep: \{load: \[1\]\}\n {2}\| \^{4}\n.*Did you mean sweep\?/,
  );
  assert.equal(existsSync(join(folder, "results")), false);
});

test("a mistake on the command line is shown like one in a file", () => {
  const { code, stderr } = queuelab(["run", FILE, "--seed", "often"], { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /^command line:1:8 {2}run\.seed .*\n1 \| --seed often\n {2}\| {8}\^{5}\n/);
});

test("the other engine measures the same to within its rounding, and says who it was", () => {
  const { code, stdout } = queuelab(["run", FILE, "--engine", "simjs", "--format", "json", "--out", "simjs"], { cwd });
  assert.equal(code, 0);
  const [ours, theirs] = [JSON.parse(read(cwd, "results/quick/result.json")), JSON.parse(stdout)] as [Result, Result];
  assert.deepEqual([ours.made.engine, theirs.made.engine], ["queuelab", "simjs"]);
  assert.equal(theirs.rows.length, ours.rows.length);
  for (const [i, { value, metric, statistic }] of theirs.rows.entries()) {
    const expected = ours.rows[i].value;
    const near = value === expected || Math.abs(value! - expected!) <= 1e-6 * Math.abs(expected!);
    assert.ok(near, `${statistic} ${metric}: ${value}, and ours is ${expected}`);
  }
});

test("what the other engine cannot run is refused before anything runs", () => {
  const model = `${QUICK["models/one.yaml"]}queues: {q: {order: lifo}}\n`;
  const folder = scratch({ ...QUICK, "models/one.yaml": model });
  const { code, stdout, stderr } = queuelab(["run", FILE, "--engine", "simjs"], { cwd: folder });
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /^quick cannot be run with --engine simjs: .*queues\.q has the order lifo\.\n$/);
});

test("two experiments of one name are refused, since one result would overwrite the other", () => {
  const other = QUICK[FILE].replace("../", "../../");
  const folder = scratch({ ...QUICK, "experiments/again/quick.yaml": other });
  const { code, stderr } = queuelab(["run", FILE, "experiments/again/quick.yaml"], { cwd: folder });
  assert.equal(code, 2);
  assert.match(stderr, /called quick/);
});

test("a folder that cannot be made is told before anything runs", () => {
  const folder = scratch({ ...QUICK, results: "a file in the way" });
  const { code, stdout, stderr } = queuelab(["run", FILE], { cwd: folder });
  assert.deepEqual([code, stdout], [2, ""]);
  assert.equal(stderr, "The folder results/quick cannot be made: results is no folder.\n");
});
