import assert from "node:assert/strict";
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "vitest";
import { ProjectFiles } from "../../src/cli/files.ts";
import { projectRoot } from "../../src/cli/project-root.ts";
import { readRegularFile } from "../../src/cli/regular-file.ts";
import { scratch } from "./scratch.ts";

const PROJECT = {
  "package.json": "{}",
  "data/times.csv": "seconds\n1\n",
  "experiments/deep/a.yaml": "model: ../../models/one.yaml\n",
  "models/one.yaml": "producers: {}\n",
};

const refusalOf = (answer: ReturnType<ProjectFiles["read"]>): string => ("refused" in answer ? answer.refused : "read");

test("a file is found relative to the one that names it, and is called by its path from here", () => {
  const folder = scratch(PROJECT);
  const experiment = join(folder, "experiments/deep/a.yaml");
  const answer = new ProjectFiles(experiment).read("../../models/one.yaml", experiment);
  assert.ok("text" in answer);
  assert.equal(answer.text, "producers: {}\n");
  assert.equal(realpathSync(answer.path), realpathSync(join(folder, "models/one.yaml")));
});

test("what is named from a command line is found from here", () => {
  const files = new ProjectFiles(join(process.cwd(), "package.json"));
  assert.ok("text" in files.read("package.json", "command line"));
});

test("a symbolic link is followed inside the project and not out of it", () => {
  const folder = scratch(PROJECT);
  const outside = scratch({ "secret.csv": "1\n" });
  const experiment = join(folder, "experiments/deep/a.yaml");
  symlinkSync(join(folder, "data/times.csv"), join(folder, "inside.csv"));
  symlinkSync(outside, join(folder, "folder-outside"));
  const files = new ProjectFiles(experiment);
  assert.ok("text" in files.read("../../inside.csv", experiment));
  const said = refusalOf(files.read("../../folder-outside/secret.csv", experiment));
  assert.match(said, /^it lies, once symbolic links are followed, outside .* \(it has package\.json\)/);
  const missing = refusalOf(files.read("../../folder-outside/no-such.csv", experiment));
  assert.equal(missing, said); // whether it exists is nobody's business either
});

test("a path that climbs out of the project is refused, whether or not there is such a file", () => {
  const folder = scratch(PROJECT);
  const experiment = join(folder, "experiments/deep/a.yaml");
  const files = new ProjectFiles(experiment);
  for (const path of ["../../../x.csv", "/etc/passwd", `../../../../../../../../../../etc/passwd`]) {
    assert.match(refusalOf(files.read(path, experiment)), /outside/, path);
  }
  mkdirSync(`${folder}-twin`);
  writeFileSync(`${folder}-twin/x.csv`, "1\n");
  assert.match(refusalOf(files.read(`${folder}-twin/x.csv`, experiment)), /outside/, "a name that only begins alike");
});

test("a missing file is told with the nearest name in its folder", () => {
  const folder = scratch(PROJECT);
  const experiment = join(folder, "experiments/deep/a.yaml");
  const said = refusalOf(new ProjectFiles(experiment).read("../../models/onee.yaml", experiment));
  assert.equal(said, "there is no such file (did you mean one.yaml?)");
});

test("settings are held to a smaller size than data", () => {
  const folder = scratch({ ...PROJECT, "data/large.csv": "1\n".repeat(11e6), "models/large.yaml": "#\n".repeat(11e6) });
  const experiment = join(folder, "experiments/deep/a.yaml");
  const files = new ProjectFiles(experiment);
  assert.ok("text" in files.read("../../data/large.csv", experiment));
  assert.equal(refusalOf(files.read("../../models/large.yaml", experiment)), "it has more than 20 MB");
});

test("the project is the nearest folder with package.json, .git, or both models and experiments", () => {
  const folder = scratch({
    "a/models/m.yaml": "",
    "a/experiments/e.yaml": "",
    "b/c/.git/HEAD": "",
    "b/c/d/e/x.yaml": "",
    "b/package.json": "",
  });
  const rootOf = (path: string): string => projectRoot(join(folder, path)).folder.slice(realpathSync(folder).length);
  assert.equal(rootOf("a/experiments/e.yaml"), "/a");
  assert.equal(rootOf("b/c/d/e/x.yaml"), "/b/c");
  assert.equal(rootOf("b/x.yaml"), "/b");
});

test("without such a folder the project is the file's own folder", () => {
  const folder = scratch({ "models/only.yaml": "" });
  assert.deepEqual(projectRoot(join(folder, "models/only.yaml")), {
    folder: realpathSync(join(folder, "models")),
    because: "no folder above it has package.json, or .git, or models and experiments",
  });
});

test("neither the home folder nor one above it is a project, whatever lies in it", () => {
  const folder = scratch({ "home/me/.git/HEAD": "", "home/me/x/a.yaml": "", "home/package.json": "" });
  const before = process.env.HOME;
  process.env.HOME = join(folder, "home/me");
  try {
    assert.equal(homedir(), join(folder, "home/me"));
    assert.equal(projectRoot(join(folder, "home/me/x/a.yaml")).folder, realpathSync(join(folder, "home/me/x")));
  } finally {
    if (before === undefined) delete process.env.HOME;
    else process.env.HOME = before;
  }
});

test("a file is read to exactly the size that is allowed", () => {
  const path = join(scratch({ "a.txt": "12345" }), "a.txt");
  assert.deepEqual(readRegularFile(path, 5), { text: "12345" });
  assert.deepEqual(readRegularFile(path, 4), { refused: "it has more than 0.000004 MB" });
});

test("a file whose size the system does not tell is held to the limit as well", {
  skip: process.platform !== "linux",
}, () => {
  assert.ok("text" in readRegularFile("/proc/self/maps", 1e6));
  assert.deepEqual(readRegularFile("/proc/self/maps", 100), { refused: "it has more than 0.0001 MB" });
});

test("a mark of byte order is no part of the text, and halves of characters are refused", () => {
  const folder = scratch({ "bom.yaml": "\ufeffa: 1" });
  assert.deepEqual(readRegularFile(join(folder, "bom.yaml"), 100), { text: "a: 1" });
  writeFileSync(join(folder, "half.yaml"), Buffer.from("é").subarray(0, 1));
  assert.deepEqual(readRegularFile(join(folder, "half.yaml"), 100), { refused: "it is not text in UTF-8" });
  rmSync(dirname(join(folder, "half.yaml")), { recursive: true });
});
