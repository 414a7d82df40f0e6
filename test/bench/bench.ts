import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { figuresOf, median, type Rounds, tableOf } from "./figures.ts";
import type { Measurement } from "./measurement.ts";
import { compileC, measureC } from "./systems/c-event-list.ts";
import { WORKLOAD_NAMES, type WorkloadName, workload } from "./workloads.ts";

/* What this measures and how: README.md beside it. */

const { rounds, messages, names, json } = readOptions();
const scratch = mkdtempSync(join(tmpdir(), "queuelab-bench-"));
try {
  const program = compileC(fileURLToPath(new URL("../../../c", import.meta.url)), scratch);
  const measured = names.map((name) => measureRounds(name, program));
  const threads = measureThreads();
  console.log(json ? asJson(measured, threads) : asText(measured, threads, program === null));
} finally {
  rmSync(scratch, { recursive: true });
}

/** All systems in turn, so often. */
function measureRounds(name: WorkloadName, program: string | null): Rounds {
  const measured: Rounds["measured"] = { queuelab: [] };
  if (name !== "W7") measured.simjs = []; // 10,000 stations would take simjs minutes
  if (program !== null) measured["C event list"] = [];
  for (let round = 0; round < rounds; round++) {
    progress(`${name}, round ${round + 1} of ${rounds}`);
    measured.queuelab?.push(inProcess("queuelab", name, messages));
    measured.simjs?.push(inProcess("simjs", name, messages / 4));
    if (program !== null) measured["C event list"]?.push(measureC(program, name, messages));
  }
  return { workload: name, title: workload(name).title, measured };
}

/**
 * How many times as many messages a second two threads finish as one; in longer stretches, since for the first quarter
 * of a second one thread's compiler and collector have the second processor to themselves.
 */
function measureThreads(): number {
  const ratios = Array.from({ length: rounds }, (_, round) => {
    progress(`threads, round ${round + 1} of ${rounds}`);
    const [one, two] = ["one-worker", "two-workers"].map((system) =>
      inProcess<{ perSecond: number }>(system, "W1", 5 * messages),
    );
    return two.perSecond / one.perSecond;
  });
  return median(ratios);
}

function inProcess<Answer = Measurement>(system: string, name: WorkloadName, count: number): Answer {
  const child = fileURLToPath(new URL("./measure.js", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [child, system, name, String(count)], { encoding: "utf8" }));
}

function asJson(measured: Rounds[], threads: number): string {
  const figures = measured.flatMap(figuresOf);
  const made = { node: process.version, processor: cpus()[0].model, rounds, messages };
  return JSON.stringify({ made, figures, twoWorkersOverOne: threads }, null, 2);
}

function asText(measured: Rounds[], threads: number, skippedC: boolean): string {
  return [
    `Processor time a message: median, least – most of ${rounds} rounds; peak memory of the process.`,
    `Node ${process.version}, ${cpus()[0].model}, ${messages} messages a round.`,
    ...(skippedC ? ["The C event list was skipped: there is no C compiler here."] : []),
    "",
    tableOf(measured),
    "",
    `Two threads finish ${threads.toFixed(2)} times as many messages a second as one (by the clock on the wall).`,
  ].join("\n");
}

function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${what}\x1b[K${what === "" ? "" : "\r"}`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      messages: { type: "string", default: "2000000" },
      only: { type: "string", default: WORKLOAD_NAMES.join(",") },
      format: { type: "string", default: "table" },
    },
  });
  const chosen = values.only.split(",");
  const options = {
    rounds: Number(values.rounds),
    messages: Number(values.messages),
    names: WORKLOAD_NAMES.filter((name) => chosen.includes(name)),
    json: values.format === "json",
  };
  if (!(options.rounds >= 1 && options.messages >= 1e4 && options.names.length === chosen.length)) {
    console.error(
      "Usage: npm run bench -- [--rounds 5] [--messages 2000000] [--only W1,W2,W3,W7] [--format table|json]",
    );
    process.exit(2);
  }
  return options;
}
