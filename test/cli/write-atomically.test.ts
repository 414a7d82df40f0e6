import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "vitest";
import { writeAtomically } from "../../src/cli/write-atomically.ts";
import { CLI } from "./built.ts";
import { scratch } from "./scratch.ts";

test("a file gets its new content, text or bytes", () => {
  const folder = scratch({ "a.json": "old" });
  writeAtomically(join(folder, "a.json"), "new");
  writeAtomically(join(folder, "b.png"), Uint8Array.of(1, 2, 3));
  assert.equal(readFileSync(join(folder, "a.json"), "utf8"), "new");
  assert.deepEqual([...readFileSync(join(folder, "b.png"))], [1, 2, 3]);
  assert.deepEqual(readdirSync(folder), ["a.json", "b.png"]);
});

test("when the file cannot be put in its place, nothing is left behind and the reason is told", () => {
  const folder = scratch();
  mkdirSync(join(folder, "taken/inside"), { recursive: true });
  assert.throws(() => writeAtomically(join(folder, "taken"), "new"), {
    name: "Refusal",
    message: /taken cannot be written: /,
  });
  assert.throws(() => writeAtomically(join(folder, "none/a.json"), "new"), /there is no such file/);
  assert.deepEqual(readdirSync(folder), ["taken"]);
});

/** Starts a process that writes half a gigabyte over a.json, and waits until it has begun. */
async function writing(folder: string) {
  const source = `import { writeAtomically } from ${JSON.stringify(pathToFileURL(join(CLI, "write-atomically.js")))};
    setInterval(() => {}, 1000);
    writeAtomically(${JSON.stringify(join(folder, "a.json"))}, Buffer.alloc(5e8, "x"));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source]);
  while (readdirSync(folder).length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  return child;
}

test("a process that is killed while it writes leaves the former file whole", async () => {
  const folder = scratch({ "a.json": "old" });
  const child = await writing(folder);
  child.kill("SIGKILL");
  await once(child, "close");
  assert.equal(readFileSync(join(folder, "a.json"), "utf8"), "old");
  assert.match(readdirSync(folder)[0], /^\.a\.json\..*\.tmp$/);
});
