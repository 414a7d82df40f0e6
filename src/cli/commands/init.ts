import type { Command } from "../command.ts";
import { Refusal } from "../exit.ts";

/** queuelab init */
export const init: Command = {
  name: "init",
  word: "template",
  does: "Writes a model and an experiment to start from; without a template, lists them.",
  options: { out: { string: true, describe: "Folder to write to [default: this one]" } },
  examples: [
    ["$0 init", "lists the templates"],
    ["$0 init workers", "writes models/workers.yaml and experiments/workers.yaml"],
  ],
  async act(given) {
    if (given.words.length > 1) throw new Refusal("init takes one template at a time.");
    const { initialise } = await import("../initialise.ts");
    return initialise(given.words[0] ?? null, given.text("out") ?? ".");
  },
};
