import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The experiment that comes with the project. */
const FIRST = fileURLToPath(new URL("../../experiments/first.yaml", import.meta.url));

/**
 * The command line as meant: `npm start` of this project with nothing behind it runs the first experiment, and paths
 * are relative to the folder in which npm was called, not to the one npm went to.
 */
export function startOf(args: string[], environment: NodeJS.ProcessEnv = process.env): string[] {
  const { npm_lifecycle_event: script, npm_package_name: of, INIT_CWD: calledIn } = environment;
  if (script !== "start" || of !== "queuelab") return args;
  if (calledIn !== undefined) process.chdir(calledIn);
  return args.length === 0 ? ["run", relative(process.cwd(), FIRST)] : args;
}
