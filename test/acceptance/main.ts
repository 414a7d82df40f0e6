import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { setEngineFlags } from "../../src/cli/engine-flags.ts";
import { runTrial } from "./run-trial.ts";
import { type Outcome, tablesOf } from "./table.ts";
import { Tally } from "./tally.ts";
import type { Trial } from "./trial.ts";
import { acceptanceTable } from "./trials.ts";
import { verdictOf } from "./verdict.ts";

/* What this does and how to read it: README.md beside it. */

const RESULTS = new URL("./RESULTS.md", import.meta.url);
const QUICK_SEEDS = 40;

const { seeds, only } = readOptions();
setEngineFlags(); // as the command line does
await main();

async function main(): Promise<void> {
  const table = acceptanceTable();
  const outcomes: Outcome[] = [];
  const whole = only === null && seeds === Number.POSITIVE_INFINITY; // anything less is no reason to replace RESULTS.md
  if (whole) say(`${table.length} trials, about half an hour on one core.`);
  for (const [index, trial] of table.entries()) {
    if (only !== null && !trial.name.includes(only)) continue;
    if (!process.stderr.isTTY) say(`${index + 1} of ${table.length}: ${trial.name}`);
    outcomes.push(await outcomeOf(trial, index));
    if (whole) writeFileSync(RESULTS, resultsOf(outcomes, table.length));
  }
  if (outcomes.length === 0) throw new Error(`no trial is called ${only}: ${table.map(({ name }) => name).join("; ")}`);
  console.log(tablesOf(outcomes));
  if (outcomes.some(isFailed)) process.exitCode = 1;
}

/** Seeds of different trials differ, so that their outcomes are independent. */
async function outcomeOf(trial: Trial, index: number): Promise<Outcome> {
  const tallies = trial.looks.map(({ exact }) => new Tally(exact));
  const runs = Math.min(trial.seeds, seeds);
  for (let i = 1; i <= runs; i++) {
    const looks = await runTrial(trial, 1_000_000 * (index + 1) + i);
    for (const [k, judged] of looks.entries()) tallies[k].add(judged);
    progress(`${trial.name}: ${i} of ${runs}`);
  }
  progress("");
  return { trial, tallies };
}

function isFailed({ trial, tallies }: Outcome): boolean {
  return tallies.some((tally, i) => verdictOf(tally, trial.looks[i].criterion) === "fail");
}

function resultsOf(outcomes: Outcome[], trials: number): string {
  const done = outcomes.length < trials ? `, ${outcomes.length} of ${trials} trials` : "";
  const most = Math.max(...outcomes.flatMap(({ tallies }) => tallies.map(({ runs }) => runs)));
  const made = `Made on ${new Date().toISOString().slice(0, 10)} with up to ${most} seeds a trial${done}.`;
  const head = `# Outcome of the acceptance table\n\n${made}\nWhat the columns mean: [README](README.md).`;
  return `${head}\n\n${tablesOf(outcomes)}\n`;
}

function readOptions(): { seeds: number; only: string | null } {
  const options = { quick: { type: "boolean" }, seeds: { type: "string" }, only: { type: "string" } } as const;
  const { values } = parseArgs({ options });
  const seeds = Number(values.seeds ?? (values.quick ? QUICK_SEEDS : Number.POSITIVE_INFINITY));
  if (!(seeds >= 2)) throw new Error(`--seeds needs a number of at least 2, not ${values.seeds}`);
  return { seeds, only: values.only ?? null };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
