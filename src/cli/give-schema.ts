import { basename } from "node:path";
import { jsonSchema } from "../config/json-schema.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { complain } from "./problems.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Gives the JSON Schema of experiments or models, and says on standard error how editors find it. */
export function giveSchema(of: "experiment" | "model", out: string | null): ExitCode {
  const text = `${JSON.stringify(jsonSchema(of), null, 2)}\n`;
  if (out === null) process.stdout.write(text);
  else writeAtomically(out, text);
  const name = out === null ? `${of}.schema.json` : basename(out);
  const where = out === null ? `Write it to a file such as ${name} beside your ${of}s. ` : "";
  complain(
    `${where}Editors complete and check a file in the same folder that begins with the line\n\n${schemaLine(name)}\n`,
  );
  return EXIT.fine;
}

/** What the YAML language server, which most editors use, looks for. */
function schemaLine(path: string): string {
  return `# yaml-language-server: $schema=${path}`;
}
