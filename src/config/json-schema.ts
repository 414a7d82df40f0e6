import * as z from "zod";
import { experiment } from "./experiment-schema.ts";
import { model } from "./model-schema.ts";

/** The JSON Schema of model files or experiment files, for editors: what to complete, and what a key means. */
export function jsonSchema(of: "model" | "experiment"): Record<string, unknown> {
  const schema = z.toJSONSchema(of === "model" ? model : experiment, { io: "input" });
  return { ...schema, title: `queuelab ${of}` };
}
