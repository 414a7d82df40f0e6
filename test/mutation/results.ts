import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const PLACE = new URL("results.json", import.meta.url);

/** A change that no test noticed. */
export interface Survivor {
  line: number;
  kind: string;
  from: string;
  to: string;
  /** "survived", or "not reached" if no test ran through it. */
  fate: string;
  /** How many of the tests that run through it were not run, because the budget was spent. */
  untried?: number;
  /**
   * How far the numbers that tests were answered lay from those of the unchanged program, at most, relative; null where
   * there were more or fewer of them. Left out where nobody has listened yet.
   */
  changes?: number | null;
}

/** What became of the mutants of one file. */
export interface FileResult {
  /** Fingerprint of the source they were made from. */
  source: string;
  mutants: number;
  killed: number;
  /** Found out because tests took ten times as long, or because the process broke down. */
  timeouts: number;
  survivors: Survivor[];
}

export function readResults(): Record<string, FileResult> {
  return existsSync(PLACE) ? JSON.parse(readFileSync(PLACE, "utf8")) : {};
}

/** Adds one file's result to those of others, in alphabetical order. */
export function writeResult(file: string, result: FileResult): void {
  const all = { ...readResults(), [file]: result };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(PLACE, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Changes with the source. */
export function fingerprint(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);
}
