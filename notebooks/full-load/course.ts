import { type Canvas, type ChartSpec, type Layer, NARROW, picture } from "../../src/report/chart/picture.ts";
import { COLOURS, MUTED } from "../../src/report/theme.ts";
import type { Curve } from "../../src/result.ts";
import { axes } from "../laboratory/axes.ts";
import { figure, type Place } from "../laboratory/figure.ts";
import { simulate } from "./calculator.ts";
import { courseOf } from "./rows.ts";
import type { Setting } from "./setting.ts";
import { courseStudy } from "./system.ts";

const SECONDS = 30;
/** A small queue should look small: the axis reaches at least so far [messages]. */
const LEAST_TOP = 20;

/** Half a minute of one run: the number of messages in the system over time. */
export async function courseFigure(setting: Setting, place: Place): Promise<HTMLElement> {
  const study = courseStudy(setting, { seconds: SECONDS, replications: 1 });
  const course = courseOf(await simulate(study, place));
  const caption = "One run, always with the same random numbers: only the sliders change it.";
  return figure(chart(setting, course, place.canvas), caption, place);
}

function chart({ load, consumers }: Setting, { x, y }: Curve, canvas: Canvas): ChartSpec {
  const percent = Math.round(100 * load);
  const highest = Math.max(...y);
  const values = x.map((at, i) => ({ x: at, y: y[i]! }));
  const heading = {
    name: "course",
    title: `Messages in the system during ${SECONDS} seconds, at ${percent} % load`,
    subtitle:
      consumers === 1
        ? "Above the line, messages wait."
        : `Above the line, all ${consumers} consumers are busy and messages wait.`,
    describes: `Number of messages in the system over ${SECONDS} seconds at ${percent} % load: at most ${highest.toPrecision(2)}.`,
  };
  const encoding = axes(
    { title: "time [s]", domain: [0, SECONDS] },
    { title: "messages in the system", domain: [0, Math.max(LEAST_TOP, 2 * consumers, highest * 1.05)] },
  );
  const height = canvas.width < NARROW ? 200 : 240;
  const layer = layers(values, consumers);
  return picture(heading, canvas, { height, layer, encoding, standsOut: { left: 0, right: 8 } });
}

function layers(values: { x: number; y: number }[], consumers: number): Layer[] {
  return [
    { data: { values }, mark: { type: "area", interpolate: "step", color: COLOURS[0], opacity: 0.2 } },
    { data: { values }, mark: { type: "line", interpolate: "step", color: COLOURS[0], strokeWidth: 1.3 } },
    {
      data: { values: [{ y: consumers }] },
      mark: { type: "rule", color: MUTED, strokeWidth: 1 },
      encoding: { x: { value: 0 }, x2: { value: "width" } },
    },
  ];
}
