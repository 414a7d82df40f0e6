import type { Overrides } from "../config/overrides.ts";
import { shown } from "../config/show.ts";
import { type Loaded, loadStudy } from "../config/study.ts";
import { Refusal } from "./exit.ts";
import { MOST_SETTINGS, nearName, ProjectFiles } from "./files.ts";
import { readRegularFile } from "./regular-file.ts";
import { MOST_PLOTS } from "./result-schema.ts";

/** Loads the experiment or model in a file. @throws Refusal when it cannot be read at all */
export async function loadFile(file: string, overrides: Overrides = {}): Promise<Loaded> {
  const read = readRegularFile(file, MOST_SETTINGS);
  if ("refused" in read)
    throw new Refusal(
      `${file === "" ? "A file without a name" : shown(file)} cannot be read: ${read.refused}${nearName(file)}.`,
    );
  const loaded = await loadStudy(read.text, { file, files: new ProjectFiles(file), overrides });
  if ("study" in loaded && loaded.study.plots.length > MOST_PLOTS) {
    throw new Refusal(`${shown(file)} asks for ${loaded.study.plots.length} plots; ${MOST_PLOTS} is the most.`);
  }
  return loaded;
}
