import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "vitest";
import { TEMPLATES } from "../../src/presets/templates.ts";
import { QUICK, queuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

/** A module that notes which modules Node loads. */
const NOTING = `import { appendFileSync } from "node:fs";
import { register } from "node:module";
const hooks = \`import { appendFileSync } from "node:fs";
export async function load(url, context, next) { appendFileSync(process.env.LOADED, url + "\\\\n"); return next(url, context); }\`;
register("data:text/javascript," + encodeURIComponent(hooks), import.meta.url);
`;

/** The packages, and our own parts, that a command line loads. */
function loadedBy(args: string[]): { packages: string[]; parts: string[] } {
  const cwd = scratch({ "noting.mjs": NOTING, loaded: "" });
  const noting = pathToFileURL(join(cwd, "noting.mjs")).href;
  queuelab(args, { cwd, env: { LOADED: join(cwd, "loaded") }, node: ["--import", noting] });
  const urls = readFileSync(join(cwd, "loaded"), "utf8").split("\n");
  const found = (pattern: RegExp) => [...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].sort();
  return { packages: found(/.*\/node_modules\/(?!\.cache)((?:@[^/]+\/)?[^/]+)\//), parts: found(/\/dist\/([^/]+)\//) };
}

test("help and version load the parser of the command line and none of the machinery", () => {
  const light = ["cliui", "escalade", "get-caller-file", "string-width", "y18n", "yargs", "yargs-parser"];
  for (const args of [["--help"], ["run", "--help"]]) {
    const { packages, parts } = loadedBy(args);
    assert.ok(packages.includes("yargs"), "the noting works");
    const heavy = packages.filter(
      (name) => !light.includes(name) && !/^(ansi-|strip-ansi|emoji-regex|get-east-asian|wrap-ansi)/.test(name),
    );
    assert.deepEqual(heavy, [], args.join(" "));
    assert.deepEqual(
      parts.filter((part) => !["cli", "config"].includes(part)),
      [],
      args.join(" "),
    );
  }
});

test("checking loads no engine and no charts", () => {
  const cwd = scratch(QUICK);
  const { packages, parts } = loadedBy(["check", join(cwd, "experiments/quick.yaml")]);
  assert.ok(packages.includes("yaml"));
  assert.deepEqual(
    packages.filter((name) => /^(vega|simjs|@resvg|cli-progress)/.test(name)),
    [],
  );
  assert.deepEqual(
    parts.filter((part) => ["engine", "model", "experiment", "report"].includes(part)),
    [],
  );
});

test("every command has help with an example", () => {
  for (const command of ["run", "check", "report", "schema", "init"]) {
    const { code, stdout } = queuelab([command, "--help"]);
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`^queuelab ${command}`));
    assert.match(stdout, new RegExp(`Examples:\\n +queuelab ${command}`));
  }
});

test("--version prints the version of the package", () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  assert.deepEqual(queuelab(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
});

test("a file that is misspelt is found among its neighbours", () => {
  const { code, stderr } = queuelab(["run", "experiments/quikc.yaml"], { cwd: scratch(QUICK) });
  assert.equal(code, 2);
  assert.match(
    stderr,
    /experiments\/quikc\.yaml cannot be read: there is no such file \(did you mean quick\.yaml\?\)\.\n$/,
  );
});

test("check tells every problem on standard output, goes on to the next file, and exits with 2", () => {
  const cwd = scratch({
    ...QUICK,
    "a.yaml": "model: models/one.yaml\nsweeep: 1\nrnu: 2\n",
    "b.yaml": "model: models/two.yaml\n",
  });
  const { code, stdout, stderr } = queuelab(["check", "a.yaml", "none.yaml", "b.yaml", "experiments/quick.yaml"], {
    cwd,
  });
  assert.equal(code, 2);
  assert.equal(stderr, "");
  for (const said of [
    /sweeep/,
    /Did you mean run\?/,
    /none\.yaml cannot be read/,
    /models\/two\.yaml cannot be read/,
    /fine {2}experiments\/quick\.yaml/,
  ])
    assert.match(stdout, said);
});

test("check --resolved says what every setting is and where it comes from", () => {
  const { code, stdout } = queuelab(["check", "experiments/quick.yaml", "--resolved"], { cwd: scratch(QUICK) });
  assert.equal(code, 0);
  assert.match(stdout, /consumers\.worker\.replicas +1 {2}\(default\)/);
  assert.match(stdout, /consumers\.worker\.service +exponential 10 ms {2}\(models\/one\.yaml:4\)/);
});

test("check takes a model by itself", () => {
  const { code, stdout } = queuelab(["check", "models/one.yaml"], { cwd: scratch(QUICK) });
  assert.equal(code, 0);
  assert.match(stdout, /^fine {2}models\/one\.yaml/);
});

test("schema prints JSON alone on standard output, and the line for editors on standard error", () => {
  const { code, stdout, stderr } = queuelab(["schema", "model"]);
  assert.equal(code, 0);
  assert.equal((JSON.parse(stdout) as { title: string }).title, "queuelab model");
  assert.match(stderr, /\n# yaml-language-server: \$schema=model\.schema\.json\n/);
});

test("schema --out writes the file that the line for editors names", () => {
  const cwd = scratch();
  const { stderr } = queuelab(["schema", "experiment", "--out", "schema.json"], { cwd });
  assert.match(stderr, /\$schema=schema\.json\n/);
  assert.equal(
    (JSON.parse(readFileSync(join(cwd, "schema.json"), "utf8")) as { title: string }).title,
    "queuelab experiment",
  );
});

test("what init lists it writes, and check finds it fine", () => {
  const listing = queuelab(["init"]).stdout;
  for (const { name, summary } of TEMPLATES)
    assert.ok(listing.includes(`  ${name} `) && listing.includes(summary), name);
  const cwd = scratch();
  const { code, stdout } = queuelab(["init", "priority"], { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /\nRun it: queuelab run experiments\/priority\.yaml\n$/);
  assert.equal(queuelab(["check", "experiments/priority.yaml", "models/priority.yaml"], { cwd }).code, 0);
});

test("init overwrites nothing", () => {
  const cwd = scratch({ "models/first.yaml": "mine" });
  const { code, stderr } = queuelab(["init", "first"], { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /^models\/first\.yaml exists already/);
  assert.equal(readFileSync(join(cwd, "models/first.yaml"), "utf8"), "mine");
  assert.equal(existsSync(join(cwd, "experiments/first.yaml")), false);
});

test("a value that begins with a minus sign is a value, whatever its unit", () => {
  const { code, stderr } = queuelab(["theory", "M/M/3", "--arrival-rate", "-5/s", "--service", "30ms"]);
  assert.equal(code, 2);
  assert.match(stderr, /-5\/s/);
  assert.doesNotMatch(stderr, /needs a value/);
});

test("completion prints a script, and the script is answered with commands and options", () => {
  assert.match(queuelab(["completion"], { env: { SHELL: "/bin/bash" } }).stdout, /complete .* queuelab\n/);
  assert.match(queuelab(["completion"], { env: { SHELL: "/bin/zsh" } }).stdout, /compdef .* queuelab\n/);
  const answers = (...words: string[]): string[] => {
    const { stdout } = queuelab(["--get-yargs-completions", "queuelab", ...words], { env: { SHELL: "/bin/bash" } });
    return stdout.split("\n");
  };
  const commands = answers("");
  for (const name of ["run", "check", "report", "schema", "init"]) assert.ok(commands.includes(name), name);
  assert.ok(answers("run", "--re").includes("--replications"));
});

test("a bug of ours is exit code 70 and a request to report it, with the stack only for those who ask", () => {
  const breaking = "data:text/javascript,process.stdout.write = () => { throw new TypeError('broken on purpose') }";
  const failing = (env: Record<string, string>) => queuelab(["init"], { env, node: ["--import", breaking] });
  const { code, stdout, stderr } = failing({});
  assert.equal(code, 70);
  assert.equal(stdout, "");
  assert.match(stderr, /^queuelab made a mistake of its own and stops: broken on purpose\nPlease report it/);
  assert.doesNotMatch(stderr, /\n {4}at /);
  assert.match(failing({ QUEUELAB_DEBUG: "1" }).stderr, /\n {4}at /);
});
