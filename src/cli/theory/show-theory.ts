import { loadArithmetic } from "../../config/arithmetic.ts";
import { hasArithmetic } from "../../config/expression.ts";
import { stationTheory } from "../../theory/station-theory.ts";
import { EXIT, type ExitCode, Refusal } from "../exit.ts";
import { styleFor, terminalWidth } from "../terminal.ts";
import { answerText } from "./answer-text.ts";
import { type AnsweredPoint, answered } from "./answered.ts";
import { csvText, jsonText } from "./data.ts";
import { drawTheory } from "./draw-theory.ts";
import { describedQueue } from "./kendall.ts";
import { isFile, modelPoints } from "./models.ts";
import { overloadText } from "./overload.ts";
import type { Settings } from "./setting-names.ts";
import { combinations } from "./sweep.ts";
import { sweepText } from "./sweep-text.ts";

/** What is asked of theory, and how it is to be shown. */
export interface Asked {
  settings: Settings;
  sweeps: readonly string[];
  format: "table" | "json" | "csv";
  /** Folder for charts; null = none. */
  plot: string | null;
}

/** queuelab theory: prints what theory knows of a notation or a model. */
export async function showTheory(model: string, asked: Asked): Promise<ExitCode> {
  const points = isFile(model) ? await ofFile(model, asked) : await ofNotation(model, asked);
  process.stdout.write(textOf(points, asked));
  if (asked.plot !== null) await drawTheory(points, { name: model, folder: asked.plot });
  return EXIT.fine;
}

async function ofFile(file: string, { settings, sweeps }: Asked): Promise<AnsweredPoint[]> {
  const [option] = [...Object.keys(settings.texts), ...(settings.classes.length > 0 ? ["class"] : [])];
  if (option === undefined) return modelPoints(file, sweeps);
  throw new Refusal(`--${option} is for a queue in Kendall's notation. Change the model with --sweep, or in ${file}.`);
}

async function ofNotation(notation: string, { settings, sweeps }: Asked): Promise<AnsweredPoint[]> {
  const all = combinations(sweeps);
  const texts = [...Object.values(settings.texts), ...all.flatMap((one) => Object.values(one)), ...settings.classes];
  if (texts.some((text) => hasArithmetic(text))) await loadArithmetic();
  return all.map((at): AnsweredPoint => {
    const { station, words } = describedQueue(notation, { ...settings, texts: { ...settings.texts, ...at } });
    const overload = overloadText(station);
    if (overload !== null && sweeps.length === 0) throw new Refusal(overload);
    const theory = overload === null ? stationTheory(station) : { answer: null, others: [], why: overload };
    return { at, queues: [answered({ where: notation.trim(), words, station }, theory)] };
  });
}

function textOf(points: readonly AnsweredPoint[], { format, sweeps }: Asked): string {
  if (format === "json") return jsonText(points);
  if (format === "csv") return csvText(points);
  const { stdout } = process;
  const setting = { width: terminalWidth(stdout), style: styleFor(stdout) };
  if (sweeps.length > 0 || points.length > 1) return `${sweepText(points, setting)}\n`;
  return `${points[0].queues.map((one) => answerText(one, setting)).join("\n\n")}\n`;
}
