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
import { scenarios, sweptNumber, sweptParameters } from "./points.ts";
import { mainSubject, RowIndex } from "./rows.ts";

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
  return levels.length > 0 ? levels : metricOverWindows(result, options, canvas);
}

type PlotChoice = Result["plots"][number];
const plot = (kind: Plot["kind"], options: PlotOptions = {}): PlotChoice => ({ kind, options });

/** What one would want to see of such a result, most telling first. */
function suitablePlots(result: Result): PlotChoice[] {
  if (result.made.mode === "transient") return transientPlots(result);
  const swept = sweptParameters(result);
  const compared = scenarios(result).length > 1 || result.rows.some((row) => row.versus !== null);
  const tails = [plot("latency-tail"), ...(result.points.length === 1 ? [plot("queue-length-distribution")] : [])];
  if (swept.length > 1) return [plot("heat-map"), ...tails];
  if (!sweptNumber(result, undefined)) return [...(result.points.length > 1 ? [plot("comparison")] : []), ...tails];
  const along = [
    plot("metric-vs-parameter"),
    ...(tailIsMean(result) ? [] : [plot("metric-vs-parameter", { statistic: "mean" })]),
  ];
  return [...along, ...(compared ? [plot("comparison")] : []), plot("throughput-latency"), ...tails];
}

function transientPlots(result: Result): PlotChoice[] {
  const levels = new Map(
    result.curves
      .filter(({ kind }) => kind === "over-time")
      .map(({ where, metric }) => [JSON.stringify([where, metric]), { where, metric }]),
  );
  const windows = metricOverWindows(result, {}, { width: 720 }).length > 0;
  return [
    ...[...levels.values()].slice(0, 4).map((level) => plot("queue-over-time", level)),
    ...(windows ? [plot("queue-over-time", { metric: "latency" })] : []),
    plot("latency-tail"),
  ];
}

/** There is no percentile to show before the mean. */
function tailIsMean(result: Result): boolean {
  const rows = new RowIndex(result);
  const subject = mainSubject(result, rows);
  return !subject || !["p99", "p95", "p90"].some((statistic) => rows.has({ ...subject, statistic }));
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
