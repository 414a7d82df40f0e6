import type { Overrides } from "../config/overrides.ts";
import { shown } from "../config/show.ts";
import { type Loaded, loadStudy } from "../config/study.ts";
import { Refusal } from "./exit.ts";
import { MOST_SETTINGS, nearName, ProjectFiles } from "./files.ts";
import { readRegularFile } from "./regular-file.ts";

/** Loads the experiment or model in a file. @throws Refusal when it cannot be read at all */
export async function loadFile(file: string, overrides: Overrides = {}): Promise<Loaded> {
  const read = readRegularFile(file, MOST_SETTINGS);
  if ("refused" in read) throw new Refusal(`${shown(file)} cannot be read: ${read.refused}${nearName(file)}.`);
  return loadStudy(read.text, { file, files: new ProjectFiles(file), overrides });
}
