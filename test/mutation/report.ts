import { writeFileSync } from "node:fs";
import { type FileResult, fingerprint, readResults } from "./results.ts";

/* RESULTS.md from results.json. */

/** Writes the table of all files that were tried, and the survivors of each. */
export function writeReport(): void {
  const results = Object.entries(readResults());
  const folders = [...new Set(results.map(([file]) => folderOf(file)))];
  const sections = folders.map((folder) => {
    const files = results.filter(([file]) => folderOf(file) === folder);
    const rows = files.map(([file, result]) => row(file.slice(folder.length + 1), result, fingerprint(file)));
    return [`## ${folder}`, "", summary(files.map(([, result]) => result)), "", ...HEADER, ...rows, ""].join("\n");
  });
  const text = [INTRODUCTION, ...sections].join("\n");
  writeFileSync(new URL("RESULTS.md", import.meta.url), text);
}

const INTRODUCTION = `# Results of mutation testing

Written by \`npm run mutation -- --report\` from \`results.json\`, which names every survivor with its line. A file marked *
has changed since. How mutants are made, and why these scores are lower bounds: README.md.
`;
const HEADER = [
  "| file | mutants | noticed | survived | not reached | score |",
  "| --- | --- | --- | --- | --- | --- |",
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
  return { mutants, noticed, unreached, survived: mutants - noticed - unreached, score };
}

function summary(results: FileResult[]): string {
  const { mutants, noticed, score } = counts(results);
  return `${results.length} files, ${mutants} mutants, ${noticed} noticed: ${score}.`;
}

function row(name: string, result: FileResult, now: string): string {
  const { mutants, noticed, survived, unreached, score } = counts([result]);
  const mark = result.source === now ? "" : " *";
  return `| ${name}${mark} | ${mutants} | ${noticed} | ${survived} | ${unreached} | ${score} |`;
}
