import { mkdirSync } from "node:fs";
import { Refusal } from "./exit.ts";
import { reasonOf } from "./system-error.ts";

/** Makes a folder and those it lies in, if they are missing. @throws Refusal when the system does not let it */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (failure) {
    throw new Refusal(`The folder ${folder} cannot be made: ${reasonOf(failure)}.`);
  }
}
