import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, test } from "vitest";
import { explain } from "../src/config/problem.ts";
import { loadStudy } from "../src/config/study.ts";
import { LocalObserver } from "../src/experiment/observer.ts";
import { runStudy } from "../src/experiment/run-study.ts";

const ROOT = resolve(import.meta.dirname, "..");
const readme = readFileSync(`${ROOT}/README.md`, "utf8");
const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text);

/** The README's own files stand where their first comment says. */
const named = new Map(
  blocks.flatMap((text) => [...text.matchAll(/^# (\S+\.yaml)\n/g)].map(([, name]) => [name, text])),
);

const files = {
  read(path: string, from: string) {
    const full = resolve(ROOT, dirname(from), path);
    const own = named.get(full.slice(ROOT.length + 1));
    if (own !== undefined) return { path: full, text: own };
    return existsSync(full) ? { path: full, text: readFileSync(full, "utf8") } : { refused: `${path} is missing.` };
  },
};

async function studyOf(text: string, file: string) {
  const loaded = await loadStudy(text, { file: resolve(ROOT, file), files });
  if ("problems" in loaded) assert.fail(loaded.problems.map((problem) => explain(problem)).join("\n"));
  return loaded.study;
}

describe("the README's examples", () => {
  for (const [i, text] of blocks.entries()) {
    const file = [...named].find(([, own]) => own === text)?.[0] ?? `models/example-${i}.yaml`;
    test(`${file} loads and runs`, async () => {
      const study = await studyOf(text, file);
      const short = { ...study, run: { ...study.run, until: { messages: 2000 }, precision: null } };
      const pool = new LocalObserver();
      const made = { version: "0", engine: "queuelab" as const, specHash: "", clock: () => 0 };
      const result = await runStudy(short, { pool, ...made });
      assert.equal(result.points.length, study.points.length);
      assert.ok(result.rows.some((row) => row.metric === "latency" && row.value !== null && row.value > 0));
    });
  }

  test("every command of its table exists", () => {
    const commands = [...readme.matchAll(/^\| `queuelab (\w+)/gm)].map(([, name]) => name);
    const offered = readdirSync(`${ROOT}/src/cli/commands`).map((file) => file.replace(".ts", ""));
    assert.ok(commands.length >= 5);
    for (const command of commands) assert.ok(offered.includes(command), `${command} is not among ${offered}`);
  });

  test("every experiment of its table ships, and every one that ships is in the table", () => {
    const listed = [...readme.matchAll(/^\| `([\w-]+)` \| [^|]*\?/gm)].map(([, name]) => name).sort();
    const shipped = readdirSync(`${ROOT}/experiments`)
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => file.replace(".yaml", ""))
      .sort();
    assert.deepEqual(listed, shipped);
  });
});

describe("what ships", () => {
  const shipped = readdirSync(`${ROOT}/experiments`).filter((file) => file.endsWith(".yaml"));
  for (const file of shipped) {
    test(`experiments/${file} loads, and begins with its question`, async () => {
      const study = await studyOf(readFileSync(`${ROOT}/experiments/${file}`, "utf8"), `experiments/${file}`);
      assert.match(study.question, /\?/);
      assert.ok(study.points.length > 0);
    });
  }
});
