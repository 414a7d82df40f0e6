import { statSync } from "node:fs";
import { join } from "node:path";
import { shown } from "../config/show.ts";
import { RESULT_VERSION, type Result } from "../result.ts";
import { Refusal } from "./exit.ts";
import { nearName } from "./files.ts";
import { readRegularFile } from "./regular-file.ts";
import { resultSchema } from "./result-schema.ts";

/** Most bytes of a result file: some hundred thousand rows. */
const MOST = 64e6;

/** The file that is meant: a results folder means the result inside. */
export function resultFile(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, "result.json") : path;
}

/** Reads a result file. @throws Refusal when it is none */
export function readResult(path: string): Result {
  const read = readRegularFile(path, MOST);
  if ("refused" in read) throw new Refusal(`${shown(path)} cannot be read: ${read.refused}${nearName(path)}.`);
  const value = parsed(read.text, path);
  const { success, data, error } = resultSchema.safeParse(value);
  if (success) return data;
  const [{ message, path: at }] = error.issues;
  throw new Refusal(`${shown(path)} is no result: ${versionNote(value) ?? `${placeText(at)}${message}`}.`);
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new Refusal(`${shown(path)} is no result: it is not JSON (${shown((failure as Error).message)}).`);
  }
}

/** Said instead of the first difference, since another version differs in many places. */
function versionNote(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("version" in value)) return null;
  const { version } = value;
  if (typeof version !== "number" || version === RESULT_VERSION) return null;
  return `it has format ${version}, and this queuelab reads format ${RESULT_VERSION}`;
}

function placeText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "it " : `${shown(path.map(String).join("."))}: `;
}
