import type { Overrides } from "../../config/overrides.ts";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { Refusal } from "../exit.ts";
import type { RunSettings } from "../run-settings.ts";
import { sweepOf } from "../sweep-argument.ts";

const FORMATS = ["table", "json", "csv"] as const;
const ENGINES = ["queuelab", "simjs"] as const;

/** Most threads: more than any machine has cores would only cost memory. */
const MOST_WORKERS = 1024;

/** queuelab run */
export const run: Command = {
  name: "run",
  word: "experiment..",
  does: "Runs experiments; writes results, charts and a report.",
  options: {
    out: { string: true, describe: "Folder for the results of all experiments [default: results]" },
    sweep: { array: true, string: true, describe: "path=values: sweep over a parameter or path; may be repeated" },
    seed: { string: true, describe: "Seed of the random numbers" },
    replications: { string: true, describe: "Independent repetitions of each point" },
    precision: { string: true, describe: "How narrow intervals must be, relative to the value; or off" },
    workers: { string: true, describe: "Threads to run on [default: one for each core]" },
    engine: { string: true, describe: `Who simulates: ${ENGINES.join(" or ")}, an independent engine` },
    format: { string: true, describe: `What to print: ${FORMATS.join(", ")}` },
    quiet: { boolean: true, describe: "Say nothing but what is wrong and what --format asks for" },
  },
  examples: [
    ["$0 run experiments/first.yaml", "runs an experiment"],
    ['$0 run first.yaml --sweep "load=0.5..0.9 step 0.1"', "with other loads"],
    ["$0 run first.yaml --precision 1% --workers 8", "longer, on eight threads"],
    ["$0 run first.yaml --format csv > first.csv", "prints the rows of the result"],
  ],
  async act(given) {
    const settings = settingsOf(given);
    const files = given.words;
    if (files.length === 0) throw new Refusal("run needs an experiment, as in queuelab run experiments/first.yaml.");
    if (settings.format === "csv" && files.length > 1) throw new Refusal(SEVERAL_CSV);
    const { runExperiments } = await import("../run-experiments.ts");
    return runExperiments(files, settings);
  },
};

const SEVERAL_CSV = "--format csv takes one experiment, since each has columns of its own. Run them one by one.";

function settingsOf(given: Arguments): RunSettings {
  const quiet = given.flag("quiet");
  return {
    out: given.text("out") ?? "results",
    overrides: overridesOf(given),
    workers: given.count("workers", MOST_WORKERS) ?? null,
    engine: given.choice("engine", ENGINES) ?? "queuelab",
    format: given.choice("format", FORMATS) ?? (quiet ? null : "table"),
    quiet,
  };
}

/** Settings of the experiment itself: config reads them, and finds what is wrong with them. */
function overridesOf(given: Arguments): Overrides {
  const overrides: Overrides = {};
  for (const name of ["seed", "replications", "precision"] as const) {
    const text = given.text(name);
    if (text !== undefined) overrides[name] = text;
  }
  const sweep = given.texts("sweep").map(sweepOf);
  return sweep.length === 0 ? overrides : { ...overrides, sweep: Object.fromEntries(sweep) };
}
