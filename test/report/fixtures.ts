import type { Curve, Ledger, Made, Result, ResultPoint, Row } from "../../src/result.ts";

/** Hand-built results: plausible numbers (M/M/c with a deterministic wobble), every kind of row and curve. */

const made: Made = {
  version: "0.1.0",
  engine: "queuelab",
  seed: 42,
  spec: "9f2b6c1d5a7e4f3b8c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789a",
  mode: "steady",
  replications: 4,
  confidence: 0.95,
  missing: 0,
};

/** A result with nothing in it, to be filled. */
export function emptyResult(changes: Partial<Result> = {}): Result {
  return {
    version: 1,
    name: "fixture",
    title: "A fixture",
    question: "",
    made,
    points: [],
    rows: [],
    curves: [],
    verdicts: [],
    caveats: [],
    ledgers: [],
    plots: [],
    ...changes,
  };
}

export function pointOf(scenario: string, at: ResultPoint["at"], changes: Partial<ResultPoint> = {}): ResultPoint {
  const places = ["producers.shop", "queues.orders", "consumers.worker"];
  return { scenario, at, seconds: 50_000, warmup: 5_000, messages: 14_400_000, places, ...changes };
}

const UNITS: Partial<Record<Row["metric"], string>> = {
  throughput: "1/s",
  arrivalRate: "1/s",
  utilization: "1",
  lossProbability: "1",
  lost: "1",
  numberInSystem: "1",
  numberInQueue: "1",
};

/** A trusted row of the whole system with an interval of ± 1 %. */
export function rowOf(changes: Partial<Row> & Pick<Row, "metric" | "statistic">): Row {
  const value = changes.value === undefined ? 1 : changes.value;
  return {
    point: 0,
    where: "system",
    class: "*",
    window: null,
    versus: null,
    value,
    low: value === null ? null : value * 0.99,
    high: value === null ? null : value * 1.01,
    confidence: 0.95,
    count: 14_400_000,
    unit: UNITS[changes.metric] ?? "s",
    quality: [],
    theory: null,
    measured: null,
    ...changes,
  };
}

/** Erlang's C and the tail of the sojourn time of M/M/c; only to make the fixtures plausible. */
export function mmc(lambda: number, mu: number, c: number) {
  const load = lambda / mu;
  let inverse = 1;
  for (let k = 1; k <= c; k++) inverse = 1 + (inverse * k) / load;
  const wait = 1 / inverse / (1 - (load / c) * (1 - 1 / inverse));
  const meanWait = wait / (c * mu - lambda);
  const tail = (t: number) => {
    const spare = c - 1 - load;
    const ratio = Math.abs(spare) < 1e-9 ? mu * t : (1 - Math.exp(-mu * spare * t)) / spare;
    return Math.exp(-mu * t) * (1 + wait * ratio);
  };
  return { mean: meanWait + 1 / mu, meanWait, tail, quantile: (p: number) => solve((t) => tail(t) - (1 - p)) };
}

function solve(decreasing: (t: number) => number): number {
  let [low, high] = [0, 1];
  while (decreasing(high) > 0) high *= 2;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (decreasing(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

const LOADS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const SERVERS = [
  ["one fast server", 1],
  ["four servers", 4],
  ["sixteen slow servers", 16],
] as const;

/** Deterministic, within ± 1. */
const wobble = (i: number): number => Math.sin(12.9898 * (i + 1) + 4.1);

/** Rows of an M/M/c at one point; `spread` is the relative half-width of the mean's interval. */
function mmcRows(point: number, rho: number, c: number): Row[] {
  const mu = 100 / c;
  const lambda = 100 * rho;
  const exact = mmc(lambda, mu, c);
  const spread = 0.004 / (1 - rho);
  const model = `M/M/${c}`;
  const about = (metric: Row["metric"], statistic: string, truth: number, half: number): Row => {
    const value = truth * (1 + 0.6 * half * wobble(point * 7 + statistic.length));
    const theory = { value: truth, model, exact: true, source: "Erlang C" };
    const count = Math.round(lambda * 180_000);
    return rowOf({ point, metric, statistic, value, low: value * (1 - half), high: value * (1 + half), count, theory });
  };
  const percentile = (p: number) => about("latency", `p${p}`, exact.quantile(p / 100), spread * (p > 99 ? 2 : 1.3));
  const workers = { where: "consumers.worker" as const };
  return [
    about("throughput", "mean", lambda, 0.0005),
    about("latency", "mean", exact.mean, spread),
    ...[50, 90, 95, 99, 99.9].map(percentile),
    about("sojournTime", "mean", exact.mean, spread),
    about("numberInSystem", "mean", lambda * exact.mean, spread),
    { ...about("utilization", "mean", rho, 0.001), ...workers },
    { ...about("waitingTime", "mean", exact.meanWait, 2 * spread), where: "queues.orders" },
    rowOf({ point, metric: "lossProbability", statistic: "mean", value: 0, low: 0, high: 3 / 14_400_000 }),
  ];
}

function tailCurve(point: number, rho: number, c: number): Curve {
  const exact = mmc(100 * rho, 100 / c, c);
  const spread = Array.from({ length: 120 }, (_, i) => 0.001 * 10 ** (i / 30)).filter((t) => exact.tail(t) > 2e-6);
  const x = [0, 1e-8, 3e-5, ...spread]; // the shortest times of a run are many decades below the rest
  const truth = x.map(exact.tail);
  const y = truth.map((p, i) => p * (1 + 0.03 * Math.min(1, 0.0005 / p) * wobble(i)));
  const half = y.map((p) => Math.min(0.5, 0.02 + 0.0002 / Math.sqrt(p)));
  return {
    point,
    where: "system",
    class: "*",
    metric: "latency",
    kind: "ccdf",
    x,
    y,
    low: y.map((p, i) => p * (1 - half[i]!)),
    high: y.map((p, i) => Math.min(1, p * (1 + half[i]!))),
    theory: { y: truth, model: `M/M/${c}`, exact: true },
    measured: null,
  };
}

function lengthCurve(point: number, rho: number): Curve {
  const x = Array.from({ length: 40 }, (_, n) => n);
  const truth = x.map((n) => (1 - rho) * rho ** n);
  const y = truth.map((p, n) => p * (1 + 0.01 * wobble(n)));
  const theory = { y: truth, model: "M/M/1", exact: true };
  return {
    point,
    where: "queues.orders",
    class: "*",
    metric: "numberInSystem",
    kind: "distribution",
    x,
    y,
    low: null,
    high: null,
    theory,
    measured: null,
  };
}

function paired(rows: Row[], point: number, versus: number): Row[] {
  const find = (at: number, statistic: string) =>
    rows.find((row) => row.point === at && row.metric === "latency" && row.statistic === statistic)!.value!;
  return ["mean", "p99"].map((statistic) => {
    const value = find(point, statistic) - find(versus, statistic);
    return rowOf({ point, versus, metric: "latency", statistic, value, low: value - 0.004, high: value + 0.0045 });
  });
}

/** Three server pools over eight loads, with theory, percentiles, tails, queue lengths, paired differences. */
export function sweepResult(): Result {
  const cases = SERVERS.flatMap(([scenario, c]) => LOADS.map((load) => ({ scenario, c, load })));
  const points = cases.map(({ scenario, load }) => pointOf(scenario, { load }, { messages: 18_000_000 * load }));
  const rows = cases.flatMap(({ load, c }, point) => mmcRows(point, load, c));
  const differences = cases.flatMap((_, point) => (point < 8 ? [] : paired(rows, point, point % 8)));
  const highest = [7, 15, 23];
  return emptyResult({
    name: "pooling",
    title: "One fast server, or many slow ones?",
    question:
      "The same total speed, 100 messages a second, as one fast server, as four, or as sixteen slow ones: how much latency does it cost to split the work, and at which load does the answer change?",
    points,
    rows: [...rows, ...differences],
    curves: [...highest.map((point) => tailCurve(point, 0.9, SERVERS[(point - 7) / 8]![1])), lengthCurve(7, 0.9)],
    ledgers: points.map((_, point) => ledgerOf(point)),
  });
}

export function ledgerOf(point: number): Ledger {
  return {
    point,
    begun: [{ cause: "published", where: "producers.shop", copies: 4_000_321 }],
    ended: [
      { cause: "acknowledged", where: "consumers.worker", copies: 3_999_117 },
      { cause: "refused", where: "queues.orders", copies: 1_190 },
    ],
    inside: [
      { where: "queues.orders", copies: 13 },
      { where: "consumers.worker", copies: 1 },
    ],
  };
}

/** Two scenarios measured on a real broker, without a sweep; objectives, paired differences, a doubtful percentile. */
export function scenarioResult(): Result {
  const cases = [
    { scenario: "prefetch 1", mean: 0.0831, p99: 0.324, measured: [0.0843, 0.33] },
    { scenario: "prefetch 10", mean: 0.1925, p99: 0.799, measured: [0.194, 0.797] },
    { scenario: "unlimited prefetch", mean: 0.2155, p99: 1.159, measured: [0.2024, 0.907] },
  ];
  const source = "RabbitMQ 3.10.8, 15,200 messages";
  const rows = cases.flatMap(({ mean, p99, measured }, point) => [
    rowOf({ point, metric: "throughput", statistic: "mean", value: 107.3, low: 106.9, high: 107.7 }),
    rowOf({ point, metric: "latency", statistic: "mean", value: mean, measured: { value: measured[0]!, source } }),
    rowOf({ point, metric: "latency", statistic: "p50", value: mean * 0.7 }),
    rowOf({ point, metric: "latency", statistic: "p95", value: p99 * 0.68 }),
    rowOf({
      point,
      metric: "latency",
      statistic: "p99",
      value: p99,
      low: p99 * 0.96,
      high: p99 * 1.05,
      measured: { value: measured[1]!, source },
    }),
    rowOf({
      point,
      metric: "latency",
      statistic: "p99.9",
      value: point === 2 ? null : p99 * 1.6,
      quality: ["few-beyond-quantile"],
    }),
    rowOf({
      point,
      metric: "utilization",
      statistic: "mean",
      where: "consumers.worker",
      value: 0.805,
      low: 0.802,
      high: 0.808,
    }),
    rowOf({
      point,
      metric: "lossProbability",
      statistic: "mean",
      value: 0.0003 * point,
      low: 0.00025 * point,
      high: 0.00036 * point || 2e-7,
    }),
  ]);
  rows[rows.length - 4]!.quality = ["too-short"]; // the p99 of unlimited prefetch
  const points = cases.map(({ scenario }) => pointOf(scenario, {}, { messages: 15_200 }));
  const objective = "p99(latency) < 500 ms";
  return emptyResult({
    name: "prefetch",
    title: "Prefetch on RabbitMQ",
    question:
      "How much latency does a generous prefetch cost, on the same arrivals and service times as were measured?",
    points,
    rows: [...rows, ...[1, 2].flatMap((point) => paired(rows, point, 0))],
    verdicts: [
      { point: 0, objective, outcome: "met", value: 0.324, low: 0.324 * 0.96, high: 0.324 * 1.05 },
      { point: 1, objective, outcome: "missed", value: 0.799, low: 0.799 * 0.96, high: 0.799 * 1.05 },
      { point: 2, objective, outcome: "undecided", value: 1.159, low: null, high: null },
    ],
    caveats: [
      {
        point: 2,
        where: "system",
        code: "too-short",
        text: "The p99 of unlimited prefetch needs about three times as many messages.",
      },
      {
        point: null,
        where: "consumers.worker",
        code: "assumption",
        text: "Service times are those recorded with prefetch 1.",
      },
    ],
    ledgers: points.map((_, point) => ledgerOf(point)),
    curves: cases.map(({ mean, measured }, point) => measuredTail(point, mean, measured[0]!)),
  });
}

function measuredTail(point: number, mean: number, measuredMean: number): Curve {
  const x = Array.from({ length: 60 }, (_, i) => 0.02 * 10 ** (i / 30));
  const tail = (scale: number) => x.map((t) => Math.exp(-((t / scale) ** 0.9)));
  const measured = { y: tail(measuredMean), source: "RabbitMQ 3.10.8" };
  return {
    point,
    where: "system",
    class: "*",
    metric: "latency",
    kind: "ccdf",
    x,
    y: tail(mean),
    low: null,
    high: null,
    theory: null,
    measured,
  };
}

/** Two swept parameters; the corner with few consumers and high load is unstable. */
export function gridResult(): Result {
  const cases = [1, 2, 5, 10, 20, 50, 100].flatMap((prefetch) =>
    [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((load) => ({ prefetch, load })),
  );
  const points = cases.map((at) => pointOf("", at));
  const rows = cases.flatMap(({ prefetch, load }, point) => {
    const unstable = prefetch === 1 && load > 0.9;
    const mean = (0.06 * (1 + prefetch / 20)) / (1 - load);
    const quality = unstable ? ["unstable"] : load > 0.9 ? ["too-short"] : [];
    const about = (statistic: string, value: number) =>
      rowOf({ point, metric: "latency", statistic, value: unstable ? null : value, quality });
    return [about("mean", mean), about("p99", 4.4 * mean)];
  });
  return emptyResult({
    name: "grid",
    title: "Prefetch and load",
    question: "Where does a generous prefetch hurt?",
    points,
    rows,
  });
}

/** A flash sale and its aftermath, with and without autoscaling; averages in windows, backlog over time. */
export function transientResult(): Result {
  const scenarios = ["fixed", "autoscaled"];
  const x = Array.from({ length: 241 }, (_, i) => i * 15);
  const backlog = (t: number, fast: number) =>
    Math.max(0, t < 600 ? 40 : t < 1260 ? 40 + 38 * (t - 600) : 25_120 - fast * (t - 1260));
  const curves = scenarios.map((_, point): Curve => {
    const y = x.map((t) => backlog(t, point === 0 ? 14 : 55));
    const low = y.map((n, i) => n * (0.93 + 0.01 * wobble(i)));
    return {
      point,
      where: "queues.orders",
      class: "*",
      metric: "numberInQueue",
      kind: "over-time",
      x,
      y,
      low,
      high: y.map((n) => n * 1.07),
      theory: null,
      measured: null,
    };
  });
  const windows: [number, number][] = [0, 600, 1200, 1800, 2400, 3000].map((from) => [from, from + 600]);
  const rows = scenarios.flatMap((_, point) =>
    windows.flatMap((window) => {
      const value = 0.08 + backlog(window[1], point === 0 ? 14 : 55) / 400;
      return ["mean", "p99"].map((statistic, i) =>
        rowOf({
          point,
          window,
          metric: "latency",
          statistic,
          value: value * (1 + 1.4 * i),
          low: value * (0.9 + 1.4 * i),
          high: value * (1.1 + 1.4 * i),
        }),
      );
    }),
  );
  const points = scenarios.map((scenario) => pointOf(scenario, {}, { seconds: 3600, warmup: 0, messages: 28_000_000 }));
  return emptyResult({
    name: "flash-sale",
    title: "A flash sale",
    question: "How long does a flash sale echo?",
    made: { ...made, mode: "transient", replications: 20 },
    points,
    curves,
    rows,
  });
}

/** Urgent messages overtake others: latency of each class over four loads, one queue and one pool. */
export function classResult(): Result {
  const loads = [0.6, 0.7, 0.8, 0.9];
  const points = loads.map((load) => pointOf("", { load }));
  const rows = loads.flatMap((load, point) => {
    const mean = { "*": 0.01 / (1 - load), urgent: 0.012, normal: 0.012 / (1 - load) };
    const latencies = Object.entries(mean).flatMap(([name, value]) => [
      rowOf({ point, class: name, metric: "latency", statistic: "mean", value }),
      rowOf({ point, class: name, metric: "latency", statistic: "p99", value: 4.6 * value }),
    ]);
    const places = ["system", "queues.orders", "consumers.worker"].map((where) =>
      rowOf({ point, where, metric: "throughput", statistic: "mean", value: 100 * load }),
    );
    return [
      ...latencies,
      ...places,
      rowOf({ point, where: "consumers.worker", metric: "utilization", statistic: "mean", value: load }),
    ];
  });
  return emptyResult({ name: "priority", title: "Urgent messages first", question: "Who pays?", points, rows });
}

/** Names that a file may contain and that must never become code, in HTML, in SVG or in an expression. */
export const HOSTILE = [
  `</script><script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `datum["x"] + alert('1')`,
  `'+alert(1)+"`,
  `]]><svg onload=alert(1)>&lt;b&gt;&amp;`,
  `\${alert(1)} \\u003cb\\u003e \u0000\u0008\ud800 {{x}}`,
] as const;

/** A sweep in which every text is hostile. */
export function hostileResult(): Result {
  const result = sweepResult();
  const [a, b, c, d, e, f] = HOSTILE;
  const names: Record<string, string> = { "one fast server": a, "four servers": b, "sixteen slow servers": c };
  const place = `queues.${d}`;
  return {
    ...result,
    name: e,
    title: f,
    question: HOSTILE.join(" "),
    made: { ...result.made, version: a, spec: b },
    points: result.points.map((point) => ({
      ...point,
      scenario: names[point.scenario]!,
      at: { [d]: point.at.load! },
      places: [place, e],
    })),
    rows: result.rows.map((row) => ({
      ...row,
      where: row.where === "system" ? row.where : place,
      theory: row.theory && { ...row.theory, model: f, source: a },
    })),
    curves: result.curves.map((curve) => ({ ...curve, theory: curve.theory && { ...curve.theory, model: c } })),
    verdicts: [{ point: 0, objective: a, outcome: "met", value: 1, low: 0, high: 2 }],
    caveats: [{ point: 0, where: place, code: b, text: c }],
    ledgers: [
      {
        point: 0,
        begun: [{ cause: a, where: b, copies: 2 }],
        ended: [{ cause: c, where: d, copies: 1 }],
        inside: [{ where: e, copies: 1 }],
      },
    ],
  };
}
