import yargs, { type Argv } from "yargs";
import { Arguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { check } from "./commands/check.ts";
import { init } from "./commands/init.ts";
import { report } from "./commands/report.ts";
import { run } from "./commands/run.ts";
import { schema } from "./commands/schema.ts";
import { theory } from "./commands/theory.ts";
import { verify } from "./commands/verify.ts";
import { EXIT, type ExitCode, Refusal } from "./exit.ts";
import { misspelling } from "./spelling.ts";
import { terminalWidth } from "./terminal.ts";
import { version } from "./version.ts";

const COMMANDS: readonly Command[] = [run, theory, check, report, schema, init, verify];

/** Carries out a command line. @throws Refusal when it makes no sense */
export async function commandLine(given: readonly string[]): Promise<ExitCode> {
  const args = withNegativeValues(given[0] === "help" ? [...given.slice(1), "--help"] : given);
  const completing = args.includes("--get-yargs-completions");
  const misspelt = completing ? null : misspelling(args, COMMANDS);
  if (misspelt !== null) throw new Refusal(misspelt);
  let answer: ExitCode = EXIT.fine;
  const parser = base(args.length === 0 ? ["--help"] : args);
  for (const command of COMMANDS) {
    parser.command({
      command: `${command.name} [${command.word}]`,
      describe: command.does,
      builder: (builder) => described(builder, command),
      handler: async (argv) => {
        answer = await command.act(argumentsOf(argv, command));
      },
    });
  }
  parser.completion("completion", "Prints a script that completes commands and options in bash or zsh");
  await parser.parseAsync();
  return answer;
}

/** "--arrival-rate -5/s" as one word, since yargs takes what begins with a minus sign and is no number for an option. */
function withNegativeValues(args: readonly string[]): string[] {
  const words: string[] = [];
  for (const arg of args) {
    const option = words.at(-1) ?? "";
    const joins = /^-[\d.]/.test(arg) && /^--[^=]+$/.test(option);
    if (joins) words[words.length - 1] = `${option}=${arg}`;
    else words.push(arg);
  }
  return words;
}

function argumentsOf(argv: Record<string, unknown>, { word }: Command): Arguments {
  const { _: [, ...rest] = [], ...options } = argv as { _?: unknown[] };
  const first = argv[word.replace("..", "")] ?? [];
  return new Arguments([first, rest].flat().map(String), options);
}

function base(args: readonly string[]): Argv {
  return yargs([...args])
    .scriptName("queuelab")
    .usage("queuelab simulates message systems and checks what it measures against queueing theory.\n\n$0 <command>")
    .example("$0 init first", "writes a model and an experiment to start from")
    .example("$0 run experiments/first.yaml", "runs it, and ends with a table and a report")
    .epilogue("$0 <command> --help says more about a command.")
    .parserConfiguration(PARSING)
    .locale("en")
    .help("help", "Shows this")
    .alias("help", "h")
    .version("version", "Prints the version", version())
    .alias("version", "v")
    .wrap(terminalWidth(process.stdout))
    .exitProcess(false)
    .fail((message, failure) => {
      throw failure ?? new Refusal(message);
    });
}

/** Values stay as they are written: config reads them by the same rules as those of a file. */
const PARSING = {
  "boolean-negation": false,
  "camel-case-expansion": false,
  "dot-notation": false,
  "greedy-arrays": false,
  "parse-numbers": false,
  "parse-positional-numbers": false,
};

function described(builder: Argv, { name, word, options, does, examples }: Command): Argv {
  builder.usage(`$0 ${name} [${word.replace("..", "…")}]\n\n${does}`).options(options);
  for (const [line, means] of examples) builder.example(line, means);
  return builder;
}
