import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratch } from "./scratch.ts";

/** The product as people run it: compiled, in a process of its own. */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where it is compiled to: beside the packages it needs, so that it finds them. */
const CACHE = join(ROOT, "node_modules", ".cache");

/** Folder of the compiled command line. */
export const CLI = join(built(), "dist", "cli");

/** Compiles the sources as they are, unless that was done before; answers a folder like that of an installed package. */
function built(): string {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).sort();
  const stamps = sources.map((name) => `${name} ${statSync(join(ROOT, "src", name)).mtimeMs}`);
  const hash = createHash("sha256").update(stamps.join("\n")).digest("hex").slice(0, 16);
  const folder = join(CACHE, `queuelab-${hash}`);
  mkdirSync(CACHE, { recursive: true });
  if (existsSync(folder) || !mine(`${folder}.lock`, folder)) return folder;
  build(folder);
  rmSync(`${folder}.lock`, { recursive: true });
  return folder;
}

/** Whether it is on us to build; otherwise another test file does, and has done when this answers. */
function mine(lock: string, folder: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    for (let waited = 0; waited < 600 && !existsSync(folder); waited++) sleep(100);
    return !existsSync(folder);
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** The folder appears whole, by renaming. Types are checked elsewhere: a mistake in them keeps nothing from running. */
function build(folder: string): void {
  const temporary = mkdtempSync(join(CACHE, "building-"));
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const target = ["--outDir", join(temporary, "dist"), "--incremental", "false", "--tsBuildInfoFile", "null"];
  spawnSync(process.execPath, [compiler, "-p", join(ROOT, "tsconfig.build.json"), ...target]);
  cpSync(join(ROOT, "package.json"), join(temporary, "package.json"));
  renameSync(temporary, folder);
}

/** What a finished process left behind. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
  /** Arguments for Node itself. */
  node?: string[];
}

/** Runs the command line to its end, which must come within half a minute. */
export function queuelab(args: string[], { cwd = scratch(), env = {}, node = [] }: Surroundings = {}): Ended {
  const program = [...node, join(CLI, "main.js"), ...args];
  const settings = { cwd, env: { ...clean(), ...env }, encoding: "utf8", timeout: 30_000, maxBuffer: 1e9 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, program, settings);
  return { code: status, stdout, stderr };
}

/** Starts the command line and leaves it running. */
export function startQueuelab(args: string[], cwd: string) {
  return spawn(process.execPath, [join(CLI, "main.js"), ...args], { cwd, env: clean() });
}

/** Our environment without what tells a program to colour or how npm called it. */
function clean(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|FORCE_COLOR|NO_COLOR|QUEUELAB)/.test(name),
  );
  return Object.fromEntries(kept);
}

/** A quick experiment: an M/M/1 queue at two loads. */
export const QUICK = {
  "models/one.yaml": `producers:
  app: {rate: 50/s}
consumers:
  worker: {service: exponential 10 ms}
`,
  "experiments/quick.yaml": `# Is one consumer enough?
model: ../models/one.yaml
sweep: {producers.app.rate: [30/s, 60/s]}
slo: mean(latency) < 1 s
run: {messages: 20000, precision: off, replications: 2}
plots: [mean-latency-vs-rate]
`,
};
