import { lineChart } from "../../src/report/chart/line-chart.ts";
import type { Line } from "../../src/report/chart/lines.ts";
import type { Canvas, ChartSpec } from "../../src/report/chart/picture.ts";
import type { Curve } from "../../src/result.ts";
import { figure, type Place } from "../laboratory/figure.ts";
import { exactAt, simulate } from "./calculator.ts";
import { grownTo } from "./growth.ts";
import { courseOf } from "./rows.ts";
import type { Setting } from "./setting.ts";
import { courseStudy } from "./system.ts";

const SECONDS = 30;
const REPLICATIONS = 12;
const LOADS = [0.9, 1, 1.1];

/** At full load and beyond: the number in the system from an empty start, averaged over several runs. */
export async function overloadFigure(setting: Setting, place: Place): Promise<HTMLElement> {
  const courses = LOADS.map(async (load): Promise<Course> => {
    const study = courseStudy({ ...setting, load }, { seconds: SECONDS, replications: REPLICATIONS });
    return { load, curve: courseOf(await simulate(study, place)) };
  });
  const [settled, ...found] = await Promise.all([exactAt({ ...setting, load: LOADS[0]! }, place), ...courses]);
  const chart = draw(setting, found, settled.numberInSystem, place.canvas);
  const caption = `Averages over ${REPLICATIONS} runs at each load, simulated in this page. The load slider does not matter here.`;
  return figure(chart, caption, place);
}

interface Course {
  load: number;
  curve: Curve;
}

function draw(setting: Setting, courses: Course[], settled: number, canvas: Canvas): ChartSpec {
  const lines = courses.map(({ load, curve }) =>
    lineOf(load, curve, (t) => (load < 1 ? settled : grownTo({ ...setting, load }, t))),
  );
  const most = Math.max(...lines.flatMap(({ samples }) => samples.map(({ high }) => high ?? 0)));
  const x = { title: "time [s]", log: false, domain: [0, SECONDS] as [number, number], ticks: null };
  const y = { title: "messages in the system", log: false, domain: [0, most * 1.03] as [number, number], ticks: null };
  const ends = lines.map(({ label, samples }) => `${samples.at(-1)!.y!.toPrecision(2)} at ${label}`);
  const heading = {
    name: "overload",
    title: "From an empty start: below, at and above full load",
    subtitle: "Band: 95 % interval. Dashed: theory, exact in the long run at 90 %, approximate at 100 and 110 %.",
    describes: `Messages in the system over ${SECONDS} seconds; in the end ${ends.join(", ")}.`,
  };
  return lineChart(heading, lines, { x, y, markers: false, interval: "band" }, canvas);
}

function lineOf(load: number, { x, y, low, high }: Curve, theory: (t: number) => number): Line {
  const label = `${Math.round(100 * load)} % load`;
  const samples = x.map((t, i) => ({
    x: t,
    y: y[i]!,
    low: low?.[i] ?? null,
    high: high?.[i] ?? null,
    theory: theory(t),
    measured: null,
    trusted: true,
  }));
  return { label, samples };
}
