import * as z from "zod";

/** The kinds of values that settings are made of. Each is described once, for validation, types and editors. */

/** Read as truth values by YAML 1.1, or special somewhere: names that would be trouble. */
const RESERVED = "yes no on off true false null done system constructor prototype".split(" ");
const NAME = new RegExp(String.raw`^(?!(?:${RESERVED.join("|")})$)[\p{L}_][\p{L}\p{N}_-]{0,99}$`, "iu");

/** Whether a name is refused because of its meaning rather than its letters. */
export function isReserved(name: string): boolean {
  return RESERVED.includes(name.toLowerCase());
}

export const name = z
  .string()
  .regex(NAME)
  .meta({ id: "name", description: "begins with a letter; letters, digits, - and _" });

/** Numbers and units are checked when the model is settled, since expressions need the parameters. */
function quantity(id: string, description: string, examples: (string | number)[]) {
  return z.union([z.string(), z.number()], { error: description }).meta({ id, description, examples });
}

export const time = quantity("time", "a time with its unit, such as 20 ms", ["20 ms", "1.5 s", "10 min", "2 * base"]);
export const rate = quantity("rate", "a rate with its unit, such as 80/s", ["80/s", "5000/min", "load * 8 / 60 ms"]);
export const share = quantity("share", "a share, such as 20%", ["20%", 0.2]);
export const number = quantity("number", "a number", [1, 8, "ceil(load * 10)"]);
export const limit = quantity("limit", "a whole number or unlimited", [10, "unlimited"]);
export const anyQuantity = quantity("quantity", "a number, with its unit if it has one", [0.8, "20 ms", "80/s"]);

export const text = z.string({ error: "a text" });
export const flag = z.boolean({ error: "true or false" });

/** A map with these keys and no others. Its complaint about another key lists its own, for a suggestion. */
export function settings<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const keys = Object.keys(shape).join(" ");
  return z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? keys : "a map") });
}

/** A list, or one item without its brackets. */
export function oneOrMore<Item extends z.ZodType>(item: Item, error: string) {
  return z.union([item, z.array(item)], { error });
}

export function mapOf<Value extends z.ZodType>(value: Value, error: string) {
  return z.record(name, value, { error });
}

/** Recorded values in a CSV file with a header, or in a file of one JSON object a line. */
export const recording = {
  file: text.meta({ description: "A .csv file with a header, or a .ndjson file with one JSON object a line" }),
  column: text.optional().meta({ description: "The column or field that holds the values" }),
  unit: text
    .optional()
    .meta({ description: "The unit of the recorded numbers; s unless it is given", examples: ["ms"] }),
};

/** Recorded durations: one column, or the difference of two. */
export const durations = {
  ...recording,
  from: text.optional().meta({ description: "With `to`: the durations are the column `to` minus the column `from`" }),
  to: text.optional(),
};
