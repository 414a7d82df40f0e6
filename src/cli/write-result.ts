import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ChartSpec } from "../report/chart/picture.ts";
import { chartsOf } from "../report/charts.ts";
import { csvLines } from "../report/csv.ts";
import type { Fonts } from "../report/page/embedded-fonts.ts";
import { report, WIDE } from "../report/report.ts";
import type { Result } from "../result.ts";
import { type Drawn, draw } from "./draw.ts";
import { Refusal } from "./exit.ts";
import { readFonts } from "./fonts.ts";
import { makeFolder } from "./make-folder.ts";
import { complain } from "./problems.ts";
import { readResult } from "./read-result.ts";
import { asRead, resultPieces } from "./result-text.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Endings of a chart's files. */
const ENDINGS = ["svg", "png", "vl.json"] as const satisfies (keyof Drawn)[];

/** Charts drawn at once: each takes a process for a moment. */
const AT_ONCE = 4;

/**
 * Writes result.json, from which all else can be made again, and answers the result as a reader of the file sees it.
 * @throws Refusal when it cannot be written
 */
export function writeResult(result: Result, folder: string): Result {
  makeFolder(folder);
  removeFormer(folder);
  writeAtomically(join(folder, "result.json"), resultPieces(result));
  return asRead(result);
}

/**
 * Writes result.csv, the charts and, last, report.html. Answers whether it came to the end before the signal.
 * @throws Refusal when something cannot be written
 */
export async function writeReport(result: Result, folder: string, signal: AbortSignal): Promise<boolean> {
  const fonts = readFonts();
  makeFolder(folder);
  writeAtomically(join(folder, "result.csv"), csvLines(result));
  const drawing = drawAll(chartsOf(result, WIDE).charts, fonts, signal);
  const drawn = await unlessAborted(Promise.all([drawing, report(result, fonts)]), signal);
  if (drawn === null) return false;
  const [charts, page] = drawn;
  for (const [name, chart] of charts) writeChart(join(folder, name), chart);
  writeAtomically(join(folder, "report.html"), page);
  return true;
}

/** The promise's value; null as soon as the signal fires, even if whoever works on it does not listen. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  const aborted = new Promise<null>((resolve) => signal.addEventListener("abort", () => resolve(null), { once: true }));
  return Promise.race([promise, aborted]);
}

/** The charts with their names; only some of them once the signal has fired. */
async function drawAll(charts: readonly ChartSpec[], fonts: Fonts, signal: AbortSignal): Promise<[string, Drawn][]> {
  const all: [string, Drawn][] = [];
  for (let i = 0; i < charts.length && !signal.aborted; i += AT_ONCE) {
    const few = charts.slice(i, i + AT_ONCE);
    const drawn = await Promise.all(few.map((chart) => draw(chart, fonts)));
    all.push(...few.map(({ name }, j): [string, Drawn] => [name, drawn[j]]));
  }
  return all;
}

function writeChart(path: string, drawn: Drawn): void {
  for (const ending of ENDINGS) {
    const content = drawn[ending];
    if (content === null) complain(`${path}.${ending} is missing: the picture cannot be drawn.`);
    else writeAtomically(`${path}.${ending}`, content);
  }
}

/** Removes what was made from a former result: beside the new one it would be taken for part of it. */
function removeFormer(folder: string): void {
  const charts = formerCharts(folder).flatMap(({ name }) => ENDINGS.map((ending) => `${name}.${ending}`));
  for (const name of [...charts, "result.csv", "report.html"]) rmSync(join(folder, name), { force: true });
}

function formerCharts(folder: string): ChartSpec[] {
  try {
    return chartsOf(readResult(join(folder, "result.json")), WIDE).charts;
  } catch (failure) {
    if (failure instanceof Refusal) return []; // there is none, or none whose charts can be told
    throw failure;
  }
}
