import type { Overrides } from "../config/overrides.ts";
import type { Format } from "./print-result.ts";

/** How experiments are to be run, besides what they say themselves. */
export interface RunSettings {
  /** Folder in which each experiment gets a folder of its own. */
  out: string;
  overrides: Overrides;
  /** null = one for each core. */
  workers: number | null;
  engine: "queuelab" | "simjs";
  /** null = print nothing. */
  format: Format | null;
  quiet: boolean;
}
