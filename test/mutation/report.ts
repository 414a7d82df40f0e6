import { readdirSync, writeFileSync } from "node:fs";
import { type FileResult, fingerprint, readResults, type Survivor } from "./results.ts";

/* RESULTS.md from results.json. */

/** Writes the table of all files that were tried, and the survivors of each. */
export function writeReport(): void {
  const results = Object.entries(readResults());
  const folders = [...new Set(results.map(([file]) => folderOf(file)))];
  const sections = folders.map((folder) => {
    const files = results.filter(([file]) => folderOf(file) === folder);
    const rows = files.map(([file, result]) => row(file.slice(folder.length + 1), result, fingerprint(file)));
    const missing = readdirSync(folder).filter(
      (name) => name.endsWith(".ts") && !files.some(([file]) => file === `${folder}/${name}`),
    );
    const untried = missing.length === 0 ? [] : [`Not tried yet: ${missing.join(", ")}.`, ""];
    return [
      `## ${folder}`,
      "",
      summary(files.map(([, result]) => result)),
      "",
      ...HEADER,
      ...rows,
      "",
      ...untried,
    ].join("\n");
  });
  const text = [INTRODUCTION, ...sections].join("\n");
  writeFileSync(new URL("RESULTS.md", import.meta.url), text);
}

const INTRODUCTION = `# Results of mutation testing

Written by \`npm run mutation -- --report\` from \`results.json\`, which names every survivor with its line. A file marked *
has changed since. How mutants are made, and why these scores are lower bounds: README.md. "Survived the budget" means that
not all tests that run through a mutant were run on it, for want of time; "not reached", that no test does.

"Of these heard" are those with which tests were answered other numbers, by more than 10⁻⁹, or more or fewer of them, and
found nothing wrong: a tolerance hid it, or the number is of the path. All survivors were read one by one, heard or not, and
what became of them is told in SURVIVORS.md; the tests written then are counted here only once a row has been made again. Of
most rows only the survivors were tried again since they were made (\`--survivors\`).

Survivors that were left change no number that is asked for. They are of these kinds:

- the path but not the end of an iteration: first guesses, growth of brackets, the chord of \`root.ts\`, slopes of Newton's
  steps, the scale a quantile is looked for from; terms below the last digit that end a sum (1e-18, 1e-290), limits that
  guard against loops. Where tests count evaluations (roots, quantiles, mixtures, integrators, busy periods, inversions),
  a path that costs more is noticed, and what is left costs the same;
- tolerances a hundredth larger, one term, step or stride more, and the size of a table;
- the branch of a case that both branches answer alike (t = 0, n = c, a singular equality of doubles), \`<\` for \`<=\` there;
- another order within a heap that keeps the earliest first (\`trace.ts\`), a floor under ordinates that are 0 (\`spectral.ts\`),
  a part of the distance between two laws where all of it falls alike (\`mt-mc-periodic.ts\`);
- a row or a turn of a loop too many, over zeros or beyond the end of an array; a level written out before it must be;
- swapped arguments of what is symmetric: products, sums, convolutions, inner products;
- a factor that all weights have in common and that normalizing takes out; what is multiplied by 0 or is never read, such
  as the rates out of a level with one phase, or of a level −1;
- a way of computing that is chosen for speed or digits where another agrees: Bessel functions upwards or downwards in
  \`legendre-pieces.ts\`, pivots of well-conditioned systems, factors that overflow only for thousands of servers;
- steps of an integrator and the states kept around a law (\`mt-mc.ts\`, \`ode.ts\`), which cost time where they are wrong
  (tests count states times steps, and allow a hundredth more) but leave six digits, or ten, right;
- what the type of machine decides (\`HIGH\` in \`histogram.ts\`), and lines that only rounding can reach;
- checks of arguments that another check behind them repeats in other words.
`;
const HEADER = [
  "| file | mutants | noticed | survived | of these heard | survived the budget | not reached | score |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
];

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}

function counts(results: FileResult[]) {
  const total = (f: (result: FileResult) => number) => results.reduce((sum, result) => sum + f(result), 0);
  const mutants = total((result) => result.mutants);
  const noticed = total((result) => result.killed + result.timeouts);
  const unreached = total((result) => result.survivors.filter(({ fate }) => fate === "not reached").length);
  const score = `${((100 * noticed) / mutants).toFixed(1)} %`;
  const heard = total((result) => result.survivors.filter(isHeard).length);
  const unfinished = total((result) => result.survivors.filter(({ untried }) => (untried ?? 0) > 0).length);
  return {
    mutants,
    noticed,
    unreached,
    unfinished,
    heard,
    survived: mutants - noticed - unreached - unfinished,
    score,
  };
}

/** Numbers closer than this count as the same: formulas that are exact agree with published figures to no more. */
const SAME = 1e-9;

/** Whether tests were answered other numbers, or more or fewer of them. */
function isHeard({ changes }: Survivor): boolean {
  return changes === null || (changes ?? 0) > SAME;
}

function summary(results: FileResult[]): string {
  const { mutants, noticed, score, heard } = counts(results);
  return `${results.length} files, ${mutants} mutants, ${noticed} noticed: ${score}. Of the others ${heard} were heard.`;
}

function row(name: string, result: FileResult, now: string): string {
  const { mutants, noticed, survived, heard, unfinished, unreached, score } = counts([result]);
  const mark = result.source === now ? "" : " *";
  return `| ${name}${mark} | ${mutants} | ${noticed} | ${survived} | ${heard} | ${unfinished} | ${unreached} | ${score} |`;
}
