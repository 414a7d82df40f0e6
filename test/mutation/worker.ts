import { readdirSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Coverage } from "./coverage.ts";
import { Modules, outcomeOf, reachableFrom, scriptOf, type Test } from "./modules.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { difference, Numbers } from "./numbers.ts";
import { Original } from "./original.ts";
import { readResults } from "./results.ts";

/* Tries the mutants of one file from a given one on, in one process, and writes a line of JSON for each to the standard
   output: { begin } before it is tried, so that the parent knows which one was fatal, and then its fate. */

const [file, firstMutant, budget, survivorsOnly] = process.argv.slice(2);
const source = resolve(file);
const { code, map } = await scriptOf(source);
const mutants = mutantsOf(code);

/** One test of the unchanged program: where it is, how long it takes [ms], which mutants it runs through. */
interface Known {
  file: string;
  name: string;
  milliseconds: number;
  reaches: boolean[];
}

/** Random questions to all models at once: they would notice more, but would be run for every mutant. */
const OMNIBUS = ["fuzz.test.ts"];

const original = new Original(source, code);

setFlagsFromString("--no-opt"); // optimized code does not count how often it runs
const known = await baseline();
setFlagsFromString("--opt");
const survivors = new Set(readResults()[file]?.survivors.map(nameOf));
for (let i = Number(firstMutant); i < mutants.length; i++) {
  say({ begin: i, of: mutants.length });
  const wasNoticed = survivorsOnly === "true" && !survivors.has(nameOf(aboutOf(mutants[i])));
  say({ mutant: i, ...(wasNoticed ? { fate: "killed" } : await fate(mutants[i], i)) });
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Test files that import the source. */
async function relatedTests(): Promise<string[]> {
  const folders = ["test/special", "test/stats", "test/queueing"];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => resolve(folder, name)),
  );
  const related: string[] = [];
  for (const one of files) if ((await reachableFrom(one)).has(source)) related.push(one);
  const isOmnibus = (file: string) => OMNIBUS.includes(basename(file));
  return related.some((file) => !isOmnibus(file)) ? related.filter((file) => !isOmnibus(file)) : related;
}

async function baseline(): Promise<Known[]> {
  const all: Known[] = [];
  const files = await relatedTests();
  const coverage = new Coverage(); // before anything is loaded: what is compiled already is not counted by blocks
  const modules = new Modules("", "");
  const perFile: [string, Test[]][] = [];
  for (const one of files) perFile.push([one, await modules.testsOf(one, 60_000)]);
  const offsets = mutants.map(({ start }) => start);
  coverage.reached(source, []);
  for (const [one, tests] of perFile) {
    for (const test of tests) {
      const before = performance.now();
      const outcome = outcomeOf(test, 120_000);
      const milliseconds = performance.now() - before;
      if (outcome !== "passed") throw new Error(`without any change, "${test.name}" has ${outcome}`);
      all.push({ file: one, name: test.name, milliseconds, reaches: coverage.reached(source, offsets) });
    }
  }
  coverage.stop();
  return all;
}

/** What happens to a mutant: who found it out, or how much was tried in vain. */
async function fate(mutant: Mutant, i: number) {
  const { start, end, text, atTop } = mutant;
  const about = aboutOf(mutant);
  const reaching = known.filter((test) => atTop || test.reaches[i]);
  if (reaching.length === 0) return { ...about, fate: "not reached" };
  const numbers = new Numbers();
  const modules = new Modules(source, code.slice(0, start) + text + code.slice(end), numbers);
  const loaded = new Map<string, Test[]>();
  let spent = 0;
  let left = 0;
  let changes = 0;
  for (const { file, name, milliseconds } of inOrder(reaching)) {
    if (spent > Number(budget) * 1000) {
      left++;
      continue;
    }
    const before = performance.now();
    try {
      if (!loaded.has(file)) loaded.set(file, await modules.testsOf(file, 10_000));
    } catch (error) {
      return { ...about, fate: "killed", by: `loading ${basename(file)}: ${(error as Error).message}` };
    }
    const test = loaded.get(file)?.find((one) => one.name === name);
    numbers.take();
    const outcome = test === undefined ? "failed" : outcomeOf(test, 1000 + 10 * milliseconds);
    if (outcome !== "passed") return { ...about, fate: outcome === "failed" ? "killed" : "timeout", by: name };
    spent += performance.now() - before;
    changes = Math.max(changes, difference(await original.answers(file, name), numbers.take()));
  }
  return { ...about, fate: "survived", tests: reaching.length - left, untried: left, changes };
}

/** A mutant as people read it. */
function aboutOf({ start, end, text, kind }: Mutant) {
  const line = new SourceMap(map as never).findEntry(...placeOf(start)) as { originalLine?: number };
  return { line: (line.originalLine ?? -1) + 1, kind, from: code.slice(start, end), to: text };
}

/** The same for all mutants of a line that read alike. */
function nameOf({ line, kind, from, to }: ReturnType<typeof aboutOf>): string {
  return [line, kind, from, to].join(" ");
}

/** Tests of the file's own name first, then the fastest. */
function inOrder(tests: Known[]): Known[] {
  const own = basename(source).replace(".ts", ".test.ts");
  const rank = (test: Known) => (basename(test.file) === own ? 0 : 1e6) + test.milliseconds;
  return tests.toSorted((a, b) => rank(a) - rank(b));
}

/** Line and column of an offset, counted from 0. */
function placeOf(offset: number): [number, number] {
  const before = code.slice(0, offset);
  return [before.split("\n").length - 1, offset - before.lastIndexOf("\n") - 1];
}
