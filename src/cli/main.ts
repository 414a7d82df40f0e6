#!/usr/bin/env node
import { commandLine } from "./command-line.ts";
import { setEngineFlags } from "./engine-flags.ts";
import { EXIT, exitCodeOf, failed, Refusal } from "./exit.ts";
import { startOf } from "./start.ts";
import { reasonOf } from "./system-error.ts";

process.on("uncaughtException", (failure) => process.exit(failed(failure)));
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (failure: NodeJS.ErrnoException) => {
    if (failure.code === "EPIPE") return; // whoever reads our output has heard enough; files are still written
    throw new Refusal(`The output cannot be written: ${reasonOf(failure)}.`);
  });
}

setEngineFlags();
process.exitCode = await exitCodeOf(() => commandLine(startOf(process.argv.slice(2))));
if (process.exitCode === EXIT.interrupted) process.stdout.write("", () => process.exit()); // what is still drawn is not waited for
