import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, ftruncateSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { resultText } from "../../src/cli/result-text.ts";
import { sweepResult } from "../report/fixtures.ts";
import { QUICK, queuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

/** Files that are malformed, huge or meant to harm: each is answered in words, and nothing is written. */
function refused(args: string[], cwd: string): string {
  const { code, stdout, stderr } = queuelab(args, { cwd });
  assert.deepEqual([code, stdout], [2, ""]);
  assert.doesNotMatch(stderr, /\n\s+at /, "a stack trace");
  assert.equal(existsSync(join(cwd, "results")), false);
  return stderr;
}

const run = (cwd: string, file = "x.yaml"): string => refused(["run", file], cwd);

test("a device, a pipe and a folder are not read", () => {
  const cwd = scratch();
  spawnSync("mkfifo", [join(cwd, "pipe.yaml")]);
  assert.match(run(cwd, "/dev/zero"), /^\/dev\/zero cannot be read: it is a device, no regular file\.\n$/);
  assert.match(run(cwd, "pipe.yaml"), /it is a pipe/);
  assert.match(run(cwd, "."), /it is a folder/);
});

test("a file larger than any configuration is not even looked at", () => {
  const cwd = scratch({ "x.yaml": "" });
  const file = openSync(join(cwd, "x.yaml"), "r+");
  ftruncateSync(file, 1e12); // takes no room on the disk
  closeSync(file);
  assert.match(run(cwd), /it has more than 20 MB/);
});

test("bytes that are no text are named so", () => {
  const cwd = scratch();
  writeFileSync(join(cwd, "x.yaml"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
  assert.match(run(cwd), /it is not text in UTF-8/);
});

test("anchors that multiply, brackets without end and sweeps without end are refused", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (let i = 0; i < 12; i++) {
    const [from, to] = ["abcdefghijklm"[i], "bcdefghijklmn"[i]];
    bomb.push(`${to}: &${to} [${`*${from}, `.repeat(8)}*${from}]`);
  }
  assert.match(run(scratch({ "x.yaml": bomb.join("\n") })), /\[too-many-values\]/);
  assert.match(run(scratch({ "x.yaml": "[".repeat(100_000) })), /\[nesting-too-deep\]/);
  const sweep = scratch({
    ...QUICK,
    "x.yaml": "model: models/one.yaml\nsweep: {consumers.worker.replicas: 1..1000000000}\n",
  });
  assert.match(run(sweep), /\[sweep-too-large\]/);
});

test("more plots than anyone looks at are refused, in an experiment as in a result", () => {
  const cwd = scratch({
    "x.yaml": `model: {producers: {a: {rate: 1/s}}, consumers: {w: {service: 1 ms}}}\nplots: [${"latency-tail, ".repeat(101)}]\n`,
    "result.json": resultText({ ...sweepResult(), plots: Array(101).fill({ kind: "latency-tail", options: {} }) }),
  });
  assert.match(run(cwd), /^x\.yaml asks for 101 plots; 100 is the most\.\n$/);
  assert.match(refused(["report", "result.json"], cwd), /^result\.json is no result: plots: /);
});

test("a model outside the project is not read, neither by its path nor through a symbolic link", () => {
  const secret = scratch({ "secret.yaml": "password: hunter2\n" });
  const cwd = scratch({
    "package.json": "{}",
    "experiments/path.yaml": `model: ${join(secret, "secret.yaml")}\n`,
    "experiments/link.yaml": "model: link-to-it.yaml\n",
  });
  symlinkSync(join(secret, "secret.yaml"), join(cwd, "experiments/link-to-it.yaml"));
  for (const file of ["experiments/path.yaml", "experiments/link.yaml"]) {
    const said = run(cwd, file);
    assert.match(said, /outside .*, the folder of this project \(it has package\.json\)/);
    assert.doesNotMatch(said, /hunter2|password/);
  }
});

test("a name made of control characters reaches no terminal", () => {
  const said = run(scratch({ "x.yaml": 'producers: {"\\e]0;owned\\a": 1}\nconsumers: {"\\x9b31m": 1}\n' }));
  assert.doesNotMatch(said, /(?!\n)\p{Cc}/u);
});

test("what is no result is refused by report in words", () => {
  const cwd = scratch({ "deep.json": "[".repeat(1_000_000), "other.json": '{"version": 2}', "list.json": "[1, 2]" });
  const report = (file: string) => refused(["report", file], cwd);
  assert.match(report("deep.json"), /^deep\.json is no result: it is not JSON/);
  assert.match(
    report("other.json"),
    /^other\.json is no result: it has format 2, and this queuelab reads format 1\.\n$/,
  );
  assert.match(report("list.json"), /^list\.json is no result/);
  assert.match(report("/dev/zero"), /it is a device/);
});
