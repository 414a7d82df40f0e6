import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import type { Verification } from "../../src/verify/verify.ts";
import { queuelab, startQueuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

const cwd = scratch();
const MODEL = "PS-MM1"; // on no other engine and not counted for coverage, so quick

test("verify says that all checks passed, writes what it found, and ends with the path of the report", () => {
  const { code, stdout } = queuelab(["verify", MODEL], { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /^queuelab verify, quick, seed 1\n\n {2}• All \d checks passed: /);
  assert.match(stdout, /Simulation against exact answers +\d+ +passed/);
  assert.match(stdout, /\nReport: results\/verify\/verify\.html\n$/);
  assert.match(readFileSync(join(cwd, "results/verify/verify.html"), "utf8"), /All \d checks passed/);
});

test("the same seed gives the same bytes on one thread as on two, and another seed others", () => {
  const found = (...options: string[]) =>
    queuelab(["verify", MODEL, "--format", "json", "--quiet", ...options], { cwd }).stdout;
  const one = found("--workers", "1", "--out", "one");
  assert.equal(one, readFileSync(join(cwd, "one/verify.json"), "utf8"));
  assert.equal(found("--workers", "2", "--out", "two"), one);
  const other = JSON.parse(found("--seed", "2", "--out", "other")) as Verification;
  assert.notEqual(other.comparisons[0].value, (JSON.parse(one) as Verification).comparisons[0].value);
});

test("a model that does not exist is refused", () => {
  const { code, stderr } = queuelab(["verify", "M/M/17"], { cwd, env: {} });
  assert.equal(code, 2);
  assert.match(stderr, /No model is called M\/M\/17\./);
});

test("after Ctrl-C what was finished is judged and written, and the exit code is 130", async () => {
  const child = startQueuelab(["verify", "--out", "cut", "--format", "json"], cwd);
  for await (const chunk of child.stderr.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    if (/verify: [1-9]\d* of \d+ pieces/.test(chunk)) break;
  }
  child.kill("SIGINT");
  child.stdout.resume();
  child.stderr.resume();
  const [code] = (await once(child, "close")) as [number | null];
  assert.equal(code, 130);
  const { missing, checks } = JSON.parse(readFileSync(join(cwd, "cut/verify.json"), "utf8")) as Verification;
  assert.ok(missing > 0 && checks.some(({ outcome }) => outcome === "passed"));
  assert.ok(existsSync(join(cwd, "cut/verify.html")));
});
