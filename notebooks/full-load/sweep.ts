import type { Canvas, ChartSpec } from "../../src/report/chart/picture.ts";
import type { Result } from "../../src/result.ts";
import type { Scale } from "../laboratory/axes.ts";
import { figure, type Place } from "../laboratory/figure.ts";
import { type Dot, type Point, theoryAndRuns } from "../laboratory/theory-and-runs.ts";
import { exactAt, simulate } from "./calculator.ts";
import { messagesOf, rowOf } from "./rows.ts";
import type { Setting } from "./setting.ts";
import { steadyStudy } from "./system.ts";
import { inServices } from "./words.ts";

const MS = 1e3;

/** Mean waiting time along one of the sliders, the other two being where they are. */
export interface Sweep {
  name: string;
  title: string;
  /** What theory is drawn, such as "M/M/1". */
  model: string;
  x: Scale;
  /** Where theory is drawn and where it is simulated, on the axis x. */
  curve: readonly number[];
  simulated: readonly number[];
  /** The setting at a place on the axis. */
  at: (x: number) => Setting;
  /** Where the slider stands on the axis, and that in words. */
  here: { x: number; text: string };
}

/** Theory at once, then one simulated run after the other. */
export async function* sweepFigure(sweep: Sweep, place: Place): AsyncGenerator<HTMLElement> {
  const { curve, simulated, at, here } = sweep;
  const { waitingTime: now } = await exactAt(at(here.x), place);
  const theory: Point[] = [];
  for (const x of curve) theory.push({ x, y: MS * (await exactAt(at(x), place)).waitingTime });
  const results: Result[] = [];
  const draw = () => {
    const dots = results.map((result, i) => dotAt(simulated[i]!, result));
    return figure(chart(sweep, { theory, dots, now }, place.canvas), progress(results, simulated.length), place);
  };
  yield await draw();
  for (const x of simulated) {
    results.push(await simulate(steadyStudy(at(x), messagesAt(at(x))), place));
    yield await draw();
  }
}

/** Near full load neighbouring messages wait alike, so many more of them are needed to know as much. */
function messagesAt({ load }: Setting): number {
  if (load <= 0.8) return 100_000;
  return load <= 0.9 ? 300_000 : 1_000_000;
}

function dotAt(x: number, result: Result): Dot {
  const { value, low, high, quality } = rowOf(result, { metric: "waitingTime" });
  if (value === null) throw new Error(`the run at ${x} has no mean waiting time`);
  return { x, y: MS * value, low: MS * (low ?? value), high: MS * (high ?? value), trusted: quality.length === 0 };
}

function progress(results: readonly Result[], all: number): string {
  if (results.length === 0) return "Simulating …";
  const so = results.length < all ? `, ${results.length} of ${all} runs so far` : "";
  return `Simulated in this page just now: ${messagesOf(results).toLocaleString("en-US")} messages${so}.`;
}

interface Shown {
  theory: Point[];
  dots: Dot[];
  /** Mean waiting time where the sliders stand [s]. */
  now: number;
}

function chart(sweep: Sweep, { theory, dots, now }: Shown, canvas: Canvas): ChartSpec {
  const { name, title, model, x, here } = sweep;
  const most = Math.max(MS * now, ...[...theory, ...dots].map(({ y }) => y));
  const doubts = dots.some(({ trusted }) => !trusted) ? " Hollow: not reliable." : "";
  const wait = inServices(now);
  const heading = {
    name,
    title,
    subtitle: `Dashed: ${model}, exact. Dots: simulated, with 95 % intervals. Ring: where the sliders stand.${doubts}`,
    describes: `${title}, ${model}. ${here.text}: ${wait}. The largest value drawn is ${most.toPrecision(3)} ms.`,
  };
  const y: Scale = { title: "mean waiting time [ms]", domain: [0, 1.06 * most] };
  const place = { x: here.x, y: MS * now, text: `${here.text}: ${wait}` };
  return theoryAndRuns(heading, { theory, dots, here: place, x, y }, canvas);
}
