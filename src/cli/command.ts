import type { Options } from "yargs";
import type { Arguments } from "./arguments.ts";
import type { ExitCode } from "./exit.ts";

/** A command of the command line. Its module loads nothing heavy before it acts, so that help is quick. */
export interface Command {
  name: string;
  /** How its words are called, in the singular; ".." behind it = there may be several. */
  word: string;
  /** One line. */
  does: string;
  options: Readonly<Record<string, Options>>;
  /** Command line, and what it does. */
  examples: readonly (readonly [line: string, does: string])[];
  act(given: Arguments): Promise<ExitCode>;
}
