import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "./exit.ts";
import { reasonOf } from "./system-error.ts";

/** Makes a folder and those it lies in, if they are missing. @throws Refusal when the system does not let it */
export function makeFolder(folder: string): void {
  try {
    makeWithin(nearestExisting(folder), folder);
  } catch (failure) {
    throw new Refusal(cannotBeMade(folder, reasonOf(failure)));
  }
}

/** One folder after the other: Node's own way never comes back from a place like /proc, where there can be none. */
function makeWithin(existing: string, folder: string): void {
  if (folder === existing && statSync(folder).isDirectory()) return;
  if (folder !== existing && dirname(folder) !== existing) makeWithin(existing, dirname(folder));
  try {
    mkdirSync(folder);
  } catch (failure) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw failure; // made by someone else meanwhile
  }
}

/**
 * Finds out before hours of work whether a folder could be made and written to, without making it.
 * @throws Refusal when it could not
 */
export function expectFolder(folder: string): void {
  const existing = nearestExisting(folder);
  try {
    accessSync(existing, constants.W_OK);
  } catch (failure) {
    throw new Refusal(cannotBeMade(folder, reasonOf(failure)));
  }
  if (!statSync(existing).isDirectory()) throw new Refusal(cannotBeMade(folder, `${existing} is no folder`));
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

function cannotBeMade(folder: string, reason: string): string {
  return `The folder ${folder} cannot be made: ${reason}.`;
}
