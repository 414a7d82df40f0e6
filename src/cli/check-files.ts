import { shown } from "../config/show.ts";
import type { Loaded } from "../config/study.ts";
import type { Study } from "../spec.ts";
import { EXIT, type ExitCode, Refusal } from "./exit.ts";
import { loadFile } from "./load.ts";
import { problemsText, warningsText } from "./problems.ts";
import { resolvedText } from "./resolved-text.ts";
import { type Style, safe, styleFor } from "./terminal.ts";

/** Says on standard output what is wrong with files, and, if asked, what each setting of the others is. */
export async function checkFiles(files: readonly string[], { resolved }: { resolved: boolean }): Promise<ExitCode> {
  const style = styleFor(process.stdout);
  let code: ExitCode = EXIT.fine;
  for (const [i, file] of files.entries()) {
    const loaded = await loadedOrRefused(file);
    if (loaded instanceof Refusal || "problems" in loaded) code = EXIT.refused;
    if (i > 0) process.stdout.write("\n");
    process.stdout.write(`${verdictOn(file, loaded, { style, resolved })}\n`);
  }
  return code;
}

/** One file that cannot be read does not keep the others from being checked. */
async function loadedOrRefused(file: string): Promise<Loaded | Refusal> {
  try {
    return await loadFile(file);
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}

function verdictOn(
  file: string,
  loaded: Loaded | Refusal,
  { style, resolved }: { style: Style; resolved: boolean },
): string {
  if (loaded instanceof Refusal) return loaded.message;
  if ("problems" in loaded) return problemsText(loaded.problems, style);
  const fine = `${style("green", "fine")}  ${safe(shown(file))}  ${contentOf(loaded.study)}`;
  const settings = resolved ? resolvedText(loaded.resolved()) : "";
  return [warningsText(loaded.warnings, style), fine, settings].filter((text) => text !== "").join("\n\n");
}

/** "9 points, each 4 times" */
function contentOf({ points, run }: Study): string {
  return `${points.length} point${points.length === 1 ? "" : "s"}, each run ${run.replications} time${run.replications === 1 ? "" : "s"}`;
}
