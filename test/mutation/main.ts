import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { writeReport } from "./report.ts";
import { type FileResult, fingerprint, readResults, type Survivor, writeResult } from "./results.ts";

/* Changes one thing at a time in the given files or folders and sees whether a test notices: README.md. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    budget: { type: "string", default: "4" },
    again: { type: "boolean", default: false },
    survivors: { type: "boolean", default: false },
    report: { type: "boolean", default: false },
  },
});

for (const file of positionals.flatMap(filesOf)) {
  const last = readResults()[file];
  const isUnchanged = last?.source === fingerprint(file);
  if (values.survivors ? !isUnchanged : isUnchanged && !values.again) continue;
  const before = performance.now();
  const result = await resultOf(file, values.survivors ? last : undefined);
  writeResult(file, result);
  const { mutants, killed, timeouts, survivors } = result;
  const seconds = Math.round((performance.now() - before) / 1000);
  console.log(`${file}: ${mutants} mutants, ${killed + timeouts} noticed, ${survivors.length} not, ${seconds} s`);
}

if (values.report) writeReport();

function filesOf(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
}

/** One line of a worker. */
interface Line extends Survivor {
  begin?: number;
  of?: number;
  mutant?: number;
}

/**
 * Lets workers try all mutants of a file, a new one wherever the last broke down or hung.
 *
 * @param last an earlier result, whose survivors alone are tried again
 */
async function resultOf(file: string, last?: FileResult): Promise<FileResult> {
  const result: FileResult = { source: fingerprint(file), mutants: 0, killed: 0, timeouts: 0, survivors: [] };
  let next = 0;
  do {
    const lastBegun = await oneWorker(file, next, result);
    if (lastBegun < next) throw new Error(`no worker gets going at mutant ${next} of ${file}`);
    next = lastBegun + 1;
  } while (next < result.mutants);
  if (last === undefined) return result;
  const timeouts = last.timeouts + result.timeouts;
  return { ...result, timeouts, killed: result.mutants - timeouts - result.survivors.length };
}

/** @returns the mutant after which the worker stopped; −1 if it never began */
async function oneWorker(file: string, first: number, result: FileResult): Promise<number> {
  const flags = ["--experimental-vm-modules", "--no-warnings", "--max-old-space-size=1024", "--import", "tsx"];
  const worker = spawn(
    "node",
    [...flags, "test/mutation/worker.ts", file, String(first), values.budget, String(values.survivors)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let [begun, done] = [-1, -1];
  let watch = watchdog(worker, 300);
  for await (const text of createInterface({ input: worker.stdout })) {
    const line = JSON.parse(text) as Line;
    clearTimeout(watch);
    watch = watchdog(worker, 60);
    if (line.begin !== undefined) [begun, result.mutants] = [line.begin, line.of ?? 0];
    if (line.mutant === undefined) continue;
    done = line.mutant;
    const { mutant: _, ...fate } = line;
    if (fate.fate === "killed") result.killed++;
    else if (fate.fate === "timeout") result.timeouts++;
    else result.survivors.push(fate);
  }
  clearTimeout(watch);
  const exitCode = worker.exitCode ?? (await once(worker, "exit"))[0];
  if (exitCode === 1) throw new Error(`the worker itself has failed, at mutant ${begun} of ${file}`);
  if (begun > done) result.timeouts++; // the worker broke down over it
  return begun;
}

/** Ends a worker that says nothing for so long [s]. */
function watchdog(worker: ChildProcess, seconds: number): NodeJS.Timeout {
  return setTimeout(() => worker.kill("SIGKILL"), seconds * 1000);
}
