import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The folder within which a configuration may name files, and why that one. */
export interface ProjectRoot {
  folder: string;
  /** Such as "it has package.json". */
  because: string;
}

/**
 * The nearest folder above `file` that looks like a project; without one, the file's own folder. Neither the root of
 * the file system nor the home folder is ever a project: too much that is private lies below them.
 */
export function projectRoot(file: string): ProjectRoot {
  const own = realpathSync(dirname(file));
  const tooWide = new Set([existing(homedir()), dirname(homedir())]);
  for (let folder = own; folder !== dirname(folder); folder = dirname(folder)) {
    const mark = markOf(folder);
    if (mark !== null && !tooWide.has(folder)) return { folder, because: `it has ${mark}` };
  }
  return { folder: own, because: `no folder above it has ${MARKS.map((names) => names.join(" and ")).join(", or ")}` };
}

const MARKS = [["package.json"], [".git"], ["models", "experiments"]];

function markOf(folder: string): string | null {
  const mark = MARKS.find((names) => names.every((name) => existsSync(join(folder, name))));
  return mark === undefined ? null : mark.join(" and ");
}

function existing(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}
