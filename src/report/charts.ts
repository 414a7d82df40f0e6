import type { Result } from "../result.ts";
import type { Plot } from "../spec.ts";
import { comparison } from "./chart/comparison.ts";
import { heatMap } from "./chart/heat-map.ts";
import { latencyTail } from "./chart/latency-tail.ts";
import { metricOverWindows } from "./chart/metric-over-windows.ts";
import { metricVsParameter } from "./chart/metric-vs-parameter.ts";
import type { Canvas, ChartSpec, PlotOptions } from "./chart/picture.ts";
import { queueLengthDistribution } from "./chart/queue-length-distribution.ts";
import { queueOverTime } from "./chart/queue-over-time.ts";
import { throughputLatency } from "./chart/throughput-latency.ts";
import { suitablePlots } from "./suitable-plots.ts";

type MakeCharts = (result: Result, options: PlotOptions, canvas: Canvas) => ChartSpec[];

/** How each kind of plot is made, and what a result must have for it. */
const KINDS: Record<Plot["kind"], { make: MakeCharts; needs: string }> = {
  "metric-vs-parameter": { make: metricVsParameter, needs: "values of that metric along a swept number" },
  "heat-map": { make: heatMap, needs: "values of that metric over two swept parameters" },
  "latency-tail": {
    make: latencyTail,
    needs: "a complementary distribution of that time, which is kept for watched places",
  },
  "queue-over-time": { make: overTime, needs: "a level over time or averages in windows, which transient runs have" },
  comparison: { make: comparison, needs: "values of that metric at two points or more" },
  "throughput-latency": {
    make: throughputLatency,
    needs: "throughput and that metric at one place along a swept number",
  },
  "queue-length-distribution": { make: queueLengthDistribution, needs: "a distribution of the number present" },
};

/** The pictures of a result, and a sentence for each that was asked for and cannot be made. */
export interface Charts {
  charts: ChartSpec[];
  notes: string[];
}

/** The pictures that an experiment's `plots:` ask for; without it, those that suit the result. */
export function chartsOf(result: Result, canvas: Canvas): Charts {
  const asked = result.plots.length > 0;
  const plots = asked ? result.plots : suitablePlots(result);
  const made = plots.map(({ kind, options }) => ({
    kind,
    charts: isKind(kind) ? KINDS[kind].make(result, options, canvas) : [],
  }));
  const missing = asked ? made.filter(({ charts }) => charts.length === 0) : [];
  return {
    charts: distinctlyNamed(made.flatMap(({ charts }) => charts)),
    notes: missing.map(({ kind }) => whyMissing(kind)),
  };
}

const isKind = (kind: string): kind is Plot["kind"] => Object.hasOwn(KINDS, kind);

function whyMissing(kind: string): string {
  if (!isKind(kind)) return `There is no plot of kind “${kind}”; there are ${Object.keys(KINDS).join(", ")}.`;
  return `The plot “${kind}” is missing: it needs ${KINDS[kind].needs}, and the result has none.`;
}

function overTime(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const levels = queueOverTime(result, options, canvas);
  return levels.length > 0 ? levels : metricOverWindows(result, { metric: "numberInSystem", ...options }, canvas);
}

/** Names become files and ids, so no two may be alike. */
function distinctlyNamed(charts: ChartSpec[]): ChartSpec[] {
  const seen = new Map<string, number>();
  return charts.map((chart) => {
    const times = (seen.get(chart.name) ?? 0) + 1;
    seen.set(chart.name, times);
    return times === 1 ? chart : { ...chart, name: `${chart.name}-${times}` };
  });
}
