import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { shown } from "../config/show.ts";
import { didYouMean } from "../config/suggest.ts";
import { TEMPLATES, type Template } from "../presets/templates.ts";
import { EXIT, type ExitCode, Refusal } from "./exit.ts";
import { makeFolder } from "./make-folder.ts";
import { terminalWidth, wrapped } from "./terminal.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Writes a model and an experiment to start from into `folder`; without a name, lists what there is. */
export function initialise(name: string | null, folder: string): ExitCode {
  if (name === null) {
    process.stdout.write(`${listing()}\n`);
    return EXIT.fine;
  }
  const files = filesOf(templateNamed(name), folder);
  const existing = files.find(({ path }) => existsSync(path));
  if (existing)
    throw new Refusal(`${existing.path} exists already, and nothing is overwritten. Choose another folder with --out.`);
  for (const { path, text } of files) {
    makeFolder(dirname(path));
    writeAtomically(path, text);
  }
  const experiment = files[1].path;
  process.stdout.write(
    `Written: ${files.map(({ path }) => path).join(" and ")}.\nRun it: queuelab run ${experiment}\n`,
  );
  return EXIT.fine;
}

function listing(): string {
  const width = Math.max(...TEMPLATES.map(({ name }) => name.length));
  const lines = TEMPLATES.map(({ name, summary }) =>
    wrapped(summary, terminalWidth(process.stdout), `  ${name.padEnd(width)}  `),
  );
  return [...lines, "", "queuelab init <template> writes a model and an experiment to start from."].join("\n");
}

function templateNamed(name: string): Template {
  const template = TEMPLATES.find((each) => each.name === name);
  if (template) return template;
  const names = TEMPLATES.map((each) => each.name);
  throw new Refusal(
    `There is no template ${shown(name)}.${didYouMean(name, names) || ` There are ${names.join(", ")}.`}`,
  );
}

function filesOf({ name, model, experiment }: Template, folder: string): { path: string; text: string }[] {
  return [
    { path: join(folder, "models", `${name}.yaml`), text: model },
    { path: join(folder, "experiments", `${name}.yaml`), text: experiment },
  ];
}
