import assert from "node:assert/strict";
import { test } from "vitest";
import { run } from "../../src/cli/commands/run.ts";
import { misspelling } from "../../src/cli/spelling.ts";

test("a negative number is the value of an option and none itself", () => {
  assert.equal(misspelling(["run", "a.yaml", "--seed", "-1", "--workers", "-.5"], [run]), null);
  assert.match(misspelling(["run", "a.yaml", "-s", "1"], [run])!, /^There is no option -s of run\./);
});
