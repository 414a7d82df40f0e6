import assert from "node:assert/strict";
import { test } from "vitest";
import { finishCompiling } from "../../src/cli/finish-compiling.ts";

test("waiting for V8 leaves its test language shut, as it was", () => {
  finishCompiling();
  assert.throws(() => new Function("%FinalizeOptimization()"), SyntaxError);
});
