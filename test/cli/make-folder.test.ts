import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { makeFolder } from "../../src/cli/make-folder.ts";
import { scratch } from "./scratch.ts";

test("a folder is made with those it lies in, and is left as it is when it exists", () => {
  const folder = join(scratch({}), "a/b/../c");
  makeFolder(folder);
  makeFolder(folder);
  assert.ok(statSync(folder).isDirectory());
});

test("a folder cannot lie in a file, nor replace one", () => {
  const cwd = scratch({ file: "" });
  for (const folder of ["file", "file/a"]) {
    assert.throws(() => makeFolder(join(cwd, folder)), { message: /^The folder .* cannot be made: / });
  }
});

test.runIf(existsSync("/proc/self"))("where no folder can be made, that is said at once", () => {
  assert.throws(() => makeFolder("/proc/queuelab/results"), { message: /^The folder .* cannot be made: / });
});
