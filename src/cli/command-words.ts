import { basename } from "node:path";
import type { Overrides } from "../config/overrides.ts";

/**
 * What `queuelab run` was told, as words of a command line beside the experiment: its file, and the options that say
 * something else than the file does. The seed and the engine are left out, since a result names them in any case.
 */
export function commandWords(file: string, { replications, precision, sweep = {} }: Overrides): string[] {
  const name = basename(file);
  const options = Object.entries({ replications, precision }).flatMap(([option, text]) =>
    text === undefined ? [] : [`--${option}`, text],
  );
  const sweeps = Object.entries(sweep).flatMap(([path, values]) => ["--sweep", `${path}=${values}`]);
  return [name.startsWith("-") ? `./${name}` : name, ...options, ...sweeps];
}
