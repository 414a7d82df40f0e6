import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, test, vi } from "vitest";
import { commandLine } from "../src/cli/command-line.ts";
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

/** Runs a command and catches what it prints. */
async function printed(command: () => Promise<number>): Promise<{ code: number; text: string }> {
  const texts: string[] = [];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => texts.push(String(text)) > 0);
  const err = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  try {
    return { code: await command(), text: texts.join("") };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
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

  const lines = [...readme.matchAll(/^queuelab theory (.+)$/gm)].map(([, line]) => line);
  test.each(lines)("queuelab theory %s", async (line) => {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    const out = mkdtempSync(join(tmpdir(), "queuelab-"));
    const { code, text } = await printed(() => commandLine(["theory", ...words, "--out", out]));
    assert.equal(code, 0);
    assert.match(text, /exact/);
  });

  test("theory is shown on several lines", () => assert.ok(lines.length >= 5));

  test("what it shows of theory is what theory prints", async () => {
    const [, shown] = /```text\n(M\/G\/3[\s\S]*?)```/.exec(readme)!;
    const service = "lognormal mean 30ms p99 120ms";
    const { text } = await printed(() =>
      commandLine(["theory", "M/G/3", "--arrival-rate", "80/s", "--service", service]),
    );
    assert.ok(text.replaceAll("\u00a0", " ").startsWith(shown), text);
  });

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
