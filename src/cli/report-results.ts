import { dirname, join } from "node:path";
import { EXIT, type ExitCode } from "./exit.ts";
import { Interruption } from "./interruption.ts";
import { complain } from "./problems.ts";
import { readResult, resultFile } from "./read-result.ts";
import { writeReport } from "./write-result.ts";

/** Makes reports, charts and CSV again from result files. @param out folder to write to; null = that of each result */
export async function reportResults(
  paths: readonly string[],
  { out, quiet }: { out: string | null; quiet: boolean },
): Promise<ExitCode> {
  const results = paths.map((path) => ({
    result: readResult(resultFile(path)),
    folder: out ?? dirname(resultFile(path)),
  }));
  const interruption = new Interruption(() => complain("\nStopping. Ctrl-C again stops at once."));
  try {
    for (const { result, folder } of results) {
      if (!(await writeReport(result, folder, interruption.signal))) return EXIT.interrupted;
      if (!quiet) process.stdout.write(`Report: ${join(folder, "report.html")}\n`);
    }
    return EXIT.fine;
  } finally {
    interruption.release();
  }
}
