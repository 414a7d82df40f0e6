import { shown } from "../config/show.ts";
import { didYouMean } from "../config/suggest.ts";
import type { Command } from "./command.ts";

/** Options that every command has. */
const EVERYWHERE = ["help", "version"];
const LETTERS = ["-h", "-v"];

/** What is misspelt on a command line, with the nearest right word; null when every name is known. */
export function misspelling(args: readonly string[], commands: readonly Command[]): string | null {
  const name = args.find((arg) => !arg.startsWith("-"));
  const command = commands.find((each) => each.name === name);
  if (name !== undefined && command === undefined && name !== "completion") return unknownCommand(name, commands);
  const known = [...EVERYWHERE, ...Object.keys(command?.options ?? {})];
  for (const option of optionsIn(args)) {
    const plain = option.slice(2).replace(/=.*$/s, "");
    if (option.startsWith("--") ? !known.includes(plain) : !LETTERS.includes(option))
      return unknownOption(option, plain, { name, known });
  }
  return null;
}

/** The arguments that are options: those before a bare "--" that begin with "-", and are no negative number. */
function optionsIn(args: readonly string[]): string[] {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).filter((arg) => /^-[^\d.]/.test(arg));
}

function unknownCommand(name: string, commands: readonly Command[]): string {
  if (/\.(ya?ml|json)$/i.test(name)) {
    const verb = /json$/i.test(name) ? "report" : "run";
    return `${shown(name)} is no command. Did you mean queuelab ${verb} ${shown(name)}?`;
  }
  const names = commands.map((command) => command.name);
  const command = name.trim() === "" ? "without a name" : shown(name);
  return `There is no command ${command}.${didYouMean(name, names) || ` There are ${names.join(", ")}.`}`;
}

function unknownOption(
  option: string,
  plain: string,
  { name, known }: { name: string | undefined; known: string[] },
): string {
  const of = name === undefined ? "" : ` of ${name}`;
  const advice =
    didYouMean(plain, known).replace(/mean (.*)\?$/, "mean --$1?") || ` queuelab ${name ?? ""} --help lists them.`;
  return `There is no option ${shown(option.replace(/=.*$/s, ""))}${of}.${advice}`;
}
