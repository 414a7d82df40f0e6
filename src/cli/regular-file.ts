import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { reasonOf } from "./system-error.ts";

const CHUNK = 1 << 20; // bytes read at once

/**
 * The text of a regular file of at most `most` bytes of UTF-8, or why it is refused: a pipe or a device would never
 * end, so neither is read from.
 */
export function readRegularFile(path: string, most: number): { text: string } | { refused: string } {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // opening a pipe must not wait for its writer
  } catch (failure) {
    return { refused: reasonOf(failure) };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { refused: `it is ${kindOf(stats)}, no regular file` };
    return stats.size > most ? tooLarge(most) : decoded(readAll(file, most), most);
  } catch (failure) {
    return { refused: reasonOf(failure) };
  } finally {
    closeSync(file);
  }
}

/** Reads to the end, whatever size the system reports; null when there is more than `most`. */
function readAll(file: number, most: number): Buffer | null {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readSync(file, chunk);
    total += length;
    if (length === 0) return Buffer.concat(chunks, total);
    if (total > most) return null;
    chunks.push(chunk.subarray(0, length));
  }
}

function decoded(bytes: Buffer | null, most: number): { text: string } | { refused: string } {
  if (bytes === null) return tooLarge(most);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { refused: "it is not text in UTF-8" };
  }
}

function tooLarge(most: number): { refused: string } {
  return { refused: `it has more than ${most / 1e6} MB` };
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}
