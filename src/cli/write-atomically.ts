import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Refusal } from "./exit.ts";
import { slices } from "./slices.ts";
import { reasonOf } from "./system-error.ts";

/** What a file is to hold; text may come in pieces. */
type Content = string | Uint8Array | Iterable<string>;

/** Temporary files that an end of the process would leave behind. */
const unfinished = new Set<string>();

process.on("exit", () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

/**
 * Writes a file whole or not at all: to a temporary name in the same folder, onto the disk, then renamed.
 * Whoever reads `path` sees the former file or the new one, never a part.
 * @throws Refusal when the system does not let it
 */
export function writeAtomically(path: string, content: Content): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  unfinished.add(temporary);
  try {
    writeThrough(temporary, content);
    renameSync(temporary, path);
  } catch (failure) {
    rmSync(temporary, { force: true });
    throw new Refusal(`${path} cannot be written: ${reasonOf(failure)}.`);
  } finally {
    unfinished.delete(temporary);
  }
}

function writeThrough(path: string, content: Content): void {
  const file = openSync(path, "wx");
  try {
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(file, content);
    else for (const slice of slices(content)) writeFileSync(file, slice);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
