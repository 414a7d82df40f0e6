import { availableParallelism } from "node:os";
import { join } from "node:path";
import { QUICK, THOROUGH } from "../verify/effort.ts";
import { verificationPage } from "../verify/page.ts";
import { type Standing as Progress, type Verification, verify } from "../verify/verify.ts";
import { EXIT, type ExitCode, Refusal } from "./exit.ts";
import { readFonts } from "./fonts.ts";
import { Interruption } from "./interruption.ts";
import { expectFolder, makeFolder } from "./make-folder.ts";
import { complain } from "./problems.ts";
import { type Standing, showProgress } from "./progress.ts";
import { styleFor, terminalWidth } from "./terminal.ts";
import { timeToGo } from "./time-to-go.ts";
import { verificationText } from "./verification-text.ts";
import { version } from "./version.ts";
import { WorkerPool } from "./worker-pool.ts";
import { writeAtomically } from "./write-atomically.ts";

export interface VerifySettings {
  /** Parts of names; empty = all models. */
  only: readonly string[];
  thorough: boolean;
  seed: number;
  /** null = one for each core. */
  workers: number | null;
  /** null = print nothing. */
  format: "table" | "json" | null;
  out: string;
  quiet: boolean;
}

/** Verifies, writes what was found, prints it. */
export async function runVerify(settings: VerifySettings): Promise<ExitCode> {
  expectFolder(settings.out);
  const interruption = new Interruption(() =>
    complain("\nStopping: what is finished is kept. Ctrl-C again stops at once."),
  );
  try {
    const found = await onThreads(settings, interruption.signal);
    if (found.checks.every(({ outcome }) => outcome === "nothing compared")) return nothing(settings, found);
    await deliver(found, settings);
    if (found.missing > 0) return EXIT.interrupted;
    return found.checks.some(({ outcome }) => outcome === "failed") ? EXIT.missed : EXIT.fine;
  } finally {
    interruption.release();
  }
}

function nothing({ only }: VerifySettings, { missing }: Verification): ExitCode {
  if (missing === 0) throw new Refusal(`No model is called ${only.join(" or ")}. verify without a name checks all.`);
  complain("Nothing was finished, so nothing is written.");
  return EXIT.interrupted;
}

async function onThreads(settings: VerifySettings, signal: AbortSignal): Promise<Verification> {
  const threads = settings.workers ?? availableParallelism();
  const pool = new WorkerPool(threads);
  const reference = new WorkerPool(threads, "simjs");
  let standing: Standing = { points: 0, of: 1, doing: "", unit: "pieces" };
  const keep = keeper(settings.out);
  const began = performance.now();
  const progress = settings.quiet ? null : showProgress("verify", () => standing, process.stderr);
  signal.addEventListener("abort", () => progress?.stop(), { once: true });
  try {
    return await verify({
      pool,
      reference,
      effort: settings.thorough ? THOROUGH : QUICK,
      seed: settings.seed,
      only: settings.only,
      version: version(),
      signal,
      onProgress: (now) => {
        standing = standingOf(now, (performance.now() - began) / 1000);
        keep(now);
      },
    });
  } finally {
    progress?.stop();
    await Promise.all([pool.close(), reference.close()]);
  }
}

function standingOf({ done, of, share, doing }: Progress, seconds: number): Standing {
  const said = [timeToGo(seconds, share), doing].filter((part) => part !== "");
  return { points: done, of, doing: said.join(", "), unit: "pieces" };
}

/** How often what was found so far is written, so that a night's work outlives a machine that stops [ms]. */
const KEPT_EVERY = 60_000;

function keeper(out: string): (now: Progress) => void {
  let last = performance.now();
  return ({ found }) => {
    if (performance.now() - last < KEPT_EVERY) return;
    last = performance.now();
    writeFound(found(), out);
  };
}

/** @returns what was written */
function writeFound(found: Verification, out: string): string {
  makeFolder(out);
  const text = `${JSON.stringify(found, null, 1)}\n`;
  writeAtomically(join(out, "verify.json"), text);
  return text;
}

async function deliver(found: Verification, { out, format, quiet }: VerifySettings): Promise<void> {
  const text = writeFound(found, out);
  writeAtomically(join(out, "verify.html"), await verificationPage(found, readFonts()));
  const { stdout } = process;
  if (format === "json") stdout.write(text);
  if (format === "table")
    stdout.write(verificationText(found, { width: terminalWidth(stdout), style: styleFor(stdout) }));
  const where = `Report: ${join(out, "verify.html")}`;
  if (format === "table") stdout.write(`\n${where}\n`);
  else if (!quiet) complain(where);
}
