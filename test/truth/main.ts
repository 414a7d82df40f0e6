import { parseArgs } from "node:util";
import { simulatedCases } from "./every-case.ts";
import { casesOverTime, simulateOverTime } from "./over-time.ts";
import type { Score } from "./score.ts";
import { simulate } from "./simulate.ts";
import { summaryOf } from "./summary.ts";

/* Prints every metric of every case beside its exact value: README.md. */

const { values } = parseArgs({
  options: { length: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
});
const effort = { length: Number(values.length ?? 1), seed: Number(values.seed ?? 1) };
if (!(effort.length > 0)) throw new Error(`--length needs a positive number, not ${values.length}`);

await main(values.only ?? "");

async function main(only: string): Promise<void> {
  const scores: Score[][] = [];
  console.log("| case | metric | exact | estimate | low | high | z |\n| --- | --- | --- | --- | --- | --- | --- |");
  for (const one of [...simulatedCases, ...casesOverTime]) {
    if (!one.id.includes(only)) continue;
    const of = "windows" in one ? await simulateOverTime(one, effort) : await simulate(one, effort);
    scores.push(of);
    for (const score of of) console.log(line(score));
  }
  report(
    "One metric for each model",
    scores.map(([first]) => first),
  );
  report("All metrics, those of one run not being independent", scores.flat());
}

function line({ id, variant, metric, exact, value, low, high, z }: Score): string {
  const numbers = [exact, value, low, high].map((x) => x.toPrecision(6));
  return `| ${[variant === "" ? id : `${id} (${variant})`, metric, ...numbers, z.toFixed(2)].join(" | ")} |`;
}

function report(what: string, scores: Score[]): void {
  if (scores.length < 2) return;
  const { n, mean, deviation, largest, misses } = summaryOf(scores);
  console.log(
    `\n${what}: n ${n}, mean z ${mean.toFixed(3)} (at most ${(3 / Math.sqrt(n)).toFixed(3)}), ` +
      `sd ${deviation.toFixed(3)} (1 ± ${(3 / Math.sqrt(2 * n)).toFixed(3)}), largest |z| ${largest.toFixed(2)}, ` +
      `${misses} intervals of 95 % miss.`,
  );
}
