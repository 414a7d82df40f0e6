import { readdirSync, realpathSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Files } from "../config/files.ts";
import { LIMITS } from "../config/limits.ts";
import { shown } from "../config/show.ts";
import { nearest } from "../config/suggest.ts";
import { type ProjectRoot, projectRoot } from "./project-root.ts";
import { readRegularFile } from "./regular-file.ts";
import { systemReason } from "./system-error.ts";

/** Most bytes of one character in UTF-8. */
const WIDEST_CHARACTER = 4;

/** Most bytes of a file of settings: what its characters can take at most. */
export const MOST_SETTINGS = LIMITS.text * WIDEST_CHARACTER;

/** Reads the files that an experiment names: regular files inside its project, symbolic links followed first. */
export class ProjectFiles implements Files {
  private readonly root: ProjectRoot;

  /** @param experiment path of the experiment that names the others */
  constructor(experiment: string) {
    this.root = projectRoot(experiment);
  }

  read(path: string, from: string): { path: string; text: string } | { refused: string } {
    const wanted = resolve(dirname(from), path);
    const real = realPath(wanted);
    if (typeof real !== "string") return real;
    if (!isInside(real, this.root.folder)) return { refused: this.outside(path) };
    const read = readRegularFile(real, isSettings(real) ? MOST_SETTINGS : LIMITS.data);
    if ("refused" in read) return { refused: read.refused + nearName(real) };
    return { path: relative(process.cwd(), wanted), text: read.text };
  }

  private outside(path: string): string {
    const { folder, because } = this.root;
    const how = isAbsolute(path) ? "" : ", once symbolic links are followed,";
    return `it lies${how} outside ${folder}, the folder of this project (${because}); copy the file into it`;
  }
}

/** The path without symbolic links; of a file that is missing, that of the folder it would be in. */
function realPath(path: string): string | { refused: string } {
  try {
    return realpathSync(path);
  } catch (failure) {
    const reason = systemReason(failure);
    if (reason === undefined) throw failure;
    const missing = (failure as { code?: string }).code === "ENOENT" && dirname(path) !== path;
    if (!missing) return { refused: reason };
    const folder = realPath(dirname(path));
    return typeof folder === "string" ? join(folder, basename(path)) : folder;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isSettings(path: string): boolean {
  return [".yaml", ".yml"].includes(extname(path).toLowerCase());
}

/** " (did you mean …?)" when the folder has a file of nearly that name, and none of that name. */
export function nearName(path: string): string {
  try {
    const names = readdirSync(dirname(path));
    const near = names.includes(basename(path)) ? null : nearest(basename(path), names);
    return near === null ? "" : ` (did you mean ${shown(near)}?)`;
  } catch {
    return ""; // a hint is not worth a second complaint
  }
}
