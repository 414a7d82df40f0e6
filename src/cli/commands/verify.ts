import type { Command } from "../command.ts";

const FORMATS = ["table", "json"] as const;

/** Most threads: more than any machine has cores would only cost memory. */
const MOST_WORKERS = 1024;
const LARGEST_SEED = 999_999_999;

/** queuelab verify */
export const verify: Command = {
  name: "verify",
  word: "model..",
  does: "Proves the program on this machine: simulation against theory, engine against engine, identities, coverage.",
  options: {
    thorough: {
      boolean: true,
      describe: "Runs a thousand times as long, one to two hours on two cores, and sees errors a thirtieth as large",
    },
    seed: { string: true, describe: "Seed of the random numbers [default: 1]" },
    workers: { string: true, describe: "Threads to run on [default: one for each core]" },
    format: { string: true, describe: `What to print: ${FORMATS.join(", ")}` },
    out: { string: true, describe: "Folder for verify.json and verify.html [default: results/verify]" },
    quiet: { boolean: true, describe: "Say nothing but what is wrong and what --format asks for" },
  },
  examples: [
    ["$0 verify", "checks everything in less than a minute"],
    ["$0 verify MG1 priorities", "only models whose name contains one of these"],
    ["$0 verify --thorough --seed 7", "over night, with other random numbers; Ctrl-C keeps what is finished"],
  ],
  async act(given) {
    const quiet = given.flag("quiet");
    const { runVerify } = await import("../run-verify.ts");
    return runVerify({
      only: given.words,
      thorough: given.flag("thorough"),
      seed: given.count("seed", LARGEST_SEED) ?? 1,
      workers: given.count("workers", MOST_WORKERS) ?? null,
      format: given.choice("format", FORMATS) ?? (quiet ? null : "table"),
      out: given.text("out") ?? "results/verify",
      quiet,
    });
  },
};
