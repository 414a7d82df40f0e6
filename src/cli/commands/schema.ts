import type { Command } from "../command.ts";
import { Refusal } from "../exit.ts";

const SUBJECTS = ["experiment", "model"] as const;

/** queuelab schema */
export const schema: Command = {
  name: "schema",
  word: "kind",
  does: "Prints the JSON Schema of experiments or models, with which editors complete and check.",
  options: { out: { string: true, describe: "File to write it to, instead of standard output" } },
  examples: [
    ["$0 schema experiment --out experiments/schema.json", "and says what to put at the top of a file"],
    ["$0 schema model --out models/schema.json", "the same for models"],
  ],
  async act(given) {
    const [word = "experiment", ...more] = given.words;
    const of = SUBJECTS.find((each) => each === word);
    if (of === undefined || more.length > 0) throw new Refusal(`schema is of one thing: ${SUBJECTS.join(" or ")}.`);
    const { giveSchema } = await import("../give-schema.ts");
    return giveSchema(of, given.text("out") ?? null);
  },
};
