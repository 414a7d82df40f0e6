import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, test } from "vitest";
import { resultPieces } from "../../src/cli/result-text.ts";
import { sweepResult } from "../report/fixtures.ts";
import { type Ended, QUICK, queuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

/** Files that are malformed, huge or meant to harm: each is answered in words. All are checked in one go. */

const MODEL = "model: {producers: {a: {rate: 1/s}}, consumers: {w: {service: 1 ms}}}\n";

/** Ten anchors, each of which repeats the one before nine times. */
const BOMB = [..."bcdefghijk"].reduce(
  (text, name, i) => `${text}${name}: &${name} [${`*${"abcdefghij"[i]}, `.repeat(9)}]\n`,
  "a: &a [x, x, x, x, x, x, x, x, x]\n",
);

/** What is refused, and how. */
const REFUSED: Record<string, RegExp> = {
  "/dev/zero": /^\/dev\/zero cannot be read: it is a device, no regular file\.$/m,
  "pipe.yaml": /^pipe\.yaml cannot be read: it is a pipe, no regular file\.$/m,
  folder: /^folder cannot be read: it is a folder, no regular file\.$/m,
  "huge.yaml": /^huge\.yaml cannot be read: it has more than 20 MB\.$/m,
  "bytes.yaml": /^bytes\.yaml cannot be read: it is not text in UTF-8\.$/m,
  "bomb.yaml": /^bomb\.yaml:.*\[too-many-values\]$/m,
  "deep.yaml": /^deep\.yaml:.*\[nesting-too-deep\]$/m,
  "sweep.yaml": /^sweep\.yaml:.*\[sweep-too-large\]$/m,
  "plots.yaml": /^plots\.yaml asks for 101 plots; 100 is the most\.$/m,
  "path.yaml": /^path\.yaml:.*\n.*\n.*\n.* outside .*, the folder of this project \(it has package\.json\); copy/m,
  "link.yaml": /^link\.yaml:.*\n.*\n.*\n.*, once symbolic links are followed, outside /m,
};

let ended: Ended = { code: null, stdout: "", stderr: "" };

beforeAll(() => {
  const secret = join(scratch({ "secret.yaml": "password: hunter2\n" }), "secret.yaml");
  const cwd = scratch({
    "package.json": "{}",
    "folder/x": "",
    "huge.yaml": "",
    "bomb.yaml": BOMB,
    "deep.yaml": "[".repeat(100_000),
    "sweep.yaml": `${MODEL}sweep: {consumers.w.replicas: 1..1000000000}\n`,
    "plots.yaml": `${MODEL}plots: [${"latency-tail, ".repeat(101)}]\n`,
    "path.yaml": `model: ${secret}\n`,
    "link.yaml": "model: link-to-it.yaml\n",
    "escape.yaml": 'producers: {"\\e]0;owned\\a": 1}\nconsumers: {"\\x9b31m": 1}\n',
  });
  spawnSync("mkfifo", [join(cwd, "pipe.yaml")]);
  truncateSync(join(cwd, "huge.yaml"), 1e12); // takes no room on the disk
  writeFileSync(join(cwd, "bytes.yaml"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
  symlinkSync(secret, join(cwd, "link-to-it.yaml"));
  ended = queuelab(["check", ...Object.keys(REFUSED), "escape.yaml"], { cwd });
});

for (const [file, said] of Object.entries(REFUSED)) {
  test(`${file} is refused in words`, () => assert.match(ended.stdout, said));
}

test("nothing of it is taken for a bug of ours, and no stack is shown", () => {
  assert.equal(ended.code, 2);
  assert.equal(ended.stderr, "");
  assert.doesNotMatch(ended.stdout, /\n\s+at /);
});

test("what lies outside the project is not repeated", () => assert.doesNotMatch(ended.stdout, /hunter2|password/));

test("a name made of control characters reaches no terminal", () => {
  assert.match(ended.stdout, /^escape\.yaml:1:/m);
  assert.doesNotMatch(ended.stdout, /(?!\n)\p{Cc}/u);
});

test("what cannot be read is not run either, and nothing is written", () => {
  const cwd = scratch(QUICK);
  const { code, stdout, stderr } = queuelab(["run", "experiments/quick.yaml", "/dev/zero"], { cwd });
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /^\/dev\/zero cannot be read: it is a device, no regular file\.\n$/);
  assert.equal(existsSync(join(cwd, "results")), false);
});

const NO_RESULTS: [string, string, RegExp][] = [
  ["deep.json", "[".repeat(1_000_000), /^deep\.json is no result: it is not JSON/],
  ["later.json", '{"version": 2}', /^later\.json is no result: it has format 2, and this queuelab reads format 1\.\n$/],
  [
    "plots.json",
    [...resultPieces({ ...sweepResult(), plots: Array(101).fill({ kind: "x", options: {} }) })].join(""),
    /no result: plots: /,
  ],
];

for (const [file, text, said] of NO_RESULTS) {
  test(`${file} is refused by report`, () => {
    const { code, stdout, stderr } = queuelab(["report", file], { cwd: scratch({ [file]: text }) });
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, said);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });
}
