import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "vitest";
import { startOf } from "../../src/cli/start.ts";
import { scratch } from "./scratch.ts";

const FIRST = resolve(import.meta.dirname, "../../experiments/first.yaml");

/** What `startOf` answers under npm, and the folder it went to; comes back. */
function underNpm(args: string[], environment: NodeJS.ProcessEnv): { args: string[]; in: string } {
  const before = process.cwd();
  const folder = realpathSync(scratch());
  process.chdir(folder);
  try {
    return {
      args: startOf(args, environment).map((arg) => (arg.endsWith(".yaml") ? resolve(arg) : arg)),
      in: process.cwd(),
    };
  } finally {
    process.chdir(before);
  }
}

test("npm start with nothing behind it runs the first experiment, from where npm was called", () => {
  const calledIn = realpathSync(scratch());
  const npm = { npm_lifecycle_event: "start", npm_package_name: "queuelab", INIT_CWD: calledIn };
  assert.deepEqual(underNpm([], npm), { args: ["run", FIRST], in: calledIn });
  assert.deepEqual(underNpm(["check"], npm), { args: ["check"], in: calledIn });
});

test("elsewhere, and in the start script of another project, arguments are taken as they are", () => {
  for (const environment of [{}, { npm_lifecycle_event: "start", npm_package_name: "shop", INIT_CWD: "/" }]) {
    assert.deepEqual(underNpm([], environment).args, []);
    assert.notEqual(underNpm([], environment).in, "/");
  }
});
