import { join } from "node:path";
import { shown } from "../config/show.ts";
import { refusal } from "../reference/refusal.ts";
import { verdictSentences } from "../report/prose/verdict-sentences.ts";
import { list } from "../report/words.ts";
import type { Result } from "../result.ts";
import type { Study } from "../spec.ts";
import { commandWords } from "./command-words.ts";
import { spareMemory } from "./engine-flags.ts";
import { EXIT, type ExitCode, Refusal } from "./exit.ts";
import { Interruption } from "./interruption.ts";
import { loadFile } from "./load.ts";
import { expectFolder } from "./make-folder.ts";
import { printResult } from "./print-result.ts";
import { complain, errorStyle, problemsText, warningsText } from "./problems.ts";
import { showDoing } from "./progress.ts";
import { runOnThreads } from "./run-on-threads.ts";
import type { RunSettings } from "./run-settings.ts";
import { safe } from "./terminal.ts";
import { writeReport, writeResult } from "./write-result.ts";

/** Runs experiments one after the other, if nothing is wrong with any of them. */
export async function runExperiments(files: readonly string[], settings: RunSettings): Promise<ExitCode> {
  spareMemory();
  const studies = await loadAll(files, settings);
  if (studies === null) return EXIT.refused;
  let code: ExitCode = EXIT.fine;
  for (const [i, study] of studies.entries()) {
    const answer = await runOne(study, { ...settings, command: commandWords(files[i]!, settings.overrides) });
    if (answer === EXIT.interrupted) return leave(studies.slice(i + 1));
    if (answer !== EXIT.fine) code = answer;
  }
  return code;
}

/** Stops before these. */
function leave(studies: readonly Study[]): ExitCode {
  const names = studies.map(({ name }) => name);
  if (names.length > 0) complain(`Not begun: ${list(names)}.`);
  return EXIT.interrupted;
}

/** All studies; null, with every problem told, if there is one. */
async function loadAll(files: readonly string[], { overrides, quiet, engine }: RunSettings): Promise<Study[] | null> {
  const studies: Study[] = [];
  const texts: string[] = [];
  for (const file of files) {
    const loaded = await loadFile(file, overrides);
    if ("problems" in loaded) texts.push(problemsText(loaded.problems, errorStyle));
    else {
      studies.push(loaded.study);
      if (!quiet) texts.push(warningsText(loaded.warnings, errorStyle));
    }
  }
  complain(texts.filter((text) => text !== "").join("\n\n"));
  if (studies.length < files.length) return null;
  refuseEqualNames(studies);
  if (engine === "simjs") for (const study of studies) refuseForSimJs(study);
  return studies;
}

function refuseEqualNames(studies: readonly Study[]): void {
  const names = studies.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return;
  throw new Refusal(
    `Two of these experiments are called ${shown(twice)}, and their results would overwrite each other.`,
  );
}

function refuseForSimJs({ name, points }: Study): void {
  for (const { model } of points) {
    const why = refusal(model);
    if (why !== null) throw new Refusal(`${shown(name)} cannot be run with --engine simjs: ${why}`);
  }
}

async function runOne(study: Study, settings: RunSettings & { command: string[] }): Promise<ExitCode> {
  expectFolder(join(settings.out, study.name));
  const interruption = new Interruption(() => complain(`\n${STOPPING}`));
  try {
    const result = await runOnThreads(study, settings, interruption.signal);
    if (result.points.length > 0) return await deliver(result, settings, interruption.signal);
    complain(`No point of ${study.name} was finished, so nothing is written.`);
    return EXIT.interrupted;
  } finally {
    interruption.release();
  }
}

const STOPPING = "Stopping: what is finished is kept. Ctrl-C again stops at once.";

/** Writes and prints a result. What is left of an interrupted run is still delivered. */
async function deliver(result: Result, settings: RunSettings, signal: AbortSignal): Promise<ExitCode> {
  const cut = signal.aborted;
  const folder = join(settings.out, result.name);
  const written = writeResult(result, folder);
  const drawn = await drawAll(written, folder, { quiet: settings.quiet, signal: cut ? NEVER : signal });
  if (settings.format !== null) printResult(written, settings.format);
  sayWhere(folder, drawn, settings);
  if (cut || !drawn) return EXIT.interrupted;
  if (!written.verdicts.some(({ outcome }) => outcome === "missed")) return EXIT.fine;
  if (settings.quiet) complain(safe(verdictSentences(written).join("\n"))); // or nobody could tell why the exit code is 1
  return EXIT.missed;
}

const NEVER = new AbortController().signal;

interface Drawing {
  quiet: boolean;
  signal: AbortSignal;
}

/** Answers whether it came to its end. */
async function drawAll(result: Result, folder: string, { quiet, signal }: Drawing): Promise<boolean> {
  const doing = quiet ? null : showDoing("Drawing charts and report …", process.stderr);
  try {
    return await writeReport(result, folder, signal);
  } finally {
    doing?.stop();
  }
}

function sayWhere(folder: string, drawn: boolean, { format, quiet }: RunSettings): void {
  const result = join(folder, "result.json");
  const missing = `The numbers are in ${result}, but the report is not made. queuelab report ${result} makes it.`;
  const where = drawn ? `Report: ${join(folder, "report.html")}` : missing;
  if (format === "table") process.stdout.write(`\n${where}\n`);
  else if (!quiet) complain(where);
}
