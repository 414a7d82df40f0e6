import { Refusal } from "./exit.ts";

/** Takes `path=values` apart. @throws Refusal when it is not of that form */
export function sweepOf(text: string): [path: string, values: string] {
  const [, path, values] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (path !== undefined && values !== undefined) return [path.trim(), values.trim()];
  throw new Refusal(`--sweep needs a path and its values, as in --sweep "load=0.5..0.9 step 0.1", not ${text}.`);
}
