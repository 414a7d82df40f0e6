import * as z from "zod";
import { RESULT_VERSION, type Result } from "../result.ts";

/** What a result file must be like. The type says that it is all of a Result, and nothing else. */

const text = z.string().max(100_000);
const number = z.number();

/** Most plots of a result: each takes a moment to draw. */
export const MOST_PLOTS = 100;
const maybe = number.nullable();
const whole = z.int().nonnegative();
const span = z.tuple([number, number]);
const sourced = z.strictObject({ value: number, source: text });
const metric = z.enum([
  "latency",
  "sojournTime",
  "waitingTime",
  "serviceTime",
  "numberInSystem",
  "numberInQueue",
  "throughput",
  "arrivalRate",
  "utilization",
  "lossProbability",
  "lost",
  "blocked",
]);

const made = z.strictObject({
  version: text,
  engine: z.enum(["queuelab", "simjs"]),
  seed: number,
  spec: text,
  mode: z.enum(["steady", "transient"]),
  replications: whole,
  confidence: number,
  missing: whole,
  command: z.array(text).exactOptional(),
});

const point = z.strictObject({
  scenario: text,
  at: z.record(z.string(), z.union([number, text])),
  seconds: number,
  warmup: number,
  messages: number,
  replications: whole.exactOptional(),
  places: z.array(text),
});

const row = z.strictObject({
  point: whole,
  where: text,
  class: text,
  metric,
  statistic: text,
  window: span.nullable(),
  versus: whole.nullable(),
  value: maybe,
  low: maybe,
  high: maybe,
  confidence: number,
  count: number,
  unit: text,
  quality: z.array(text),
  theory: z
    .strictObject({
      value: number,
      model: text,
      exact: z.boolean(),
      source: text,
      z: number.exactOptional(),
      refuted: z.literal(true).exactOptional(),
    })
    .nullable(),
  varianceReduction: number.exactOptional(),
  measured: sourced.nullable(),
});

const agreement = z.strictObject({ compared: whole, refuted: whole, falseAlarms: number, threshold: number });

const numbers = z.array(number);
const curve = z
  .strictObject({
    point: whole,
    where: text,
    class: text,
    metric,
    kind: z.enum(["ccdf", "distribution", "over-time"]),
    x: numbers,
    y: numbers,
    low: numbers.nullable(),
    high: numbers.nullable(),
    theory: z.strictObject({ y: numbers, model: text, exact: z.boolean() }).nullable(),
    measured: z.strictObject({ y: numbers, source: text }).nullable(),
  })
  .refine(({ x, y, low, high, theory, measured }) => {
    const others = [y, low, high, theory?.y, measured?.y].filter((each) => each !== null && each !== undefined);
    return others.every(({ length }) => length === x.length);
  }, "must have as many y as x");

const verdict = z.strictObject({
  point: whole,
  objective: text,
  outcome: z.enum(["met", "missed", "undecided"]),
  window: span.exactOptional(),
  value: maybe,
  low: maybe,
  high: maybe,
});

const caused = z.array(z.strictObject({ cause: text, where: text, copies: number }));
const ledger = z.strictObject({
  point: whole,
  begun: caused,
  ended: caused,
  inside: z.array(z.strictObject({ where: text, copies: number })),
});

const plot = z.strictObject({ kind: text, options: z.record(z.string(), z.union([text, number, z.boolean()])) });

export const resultSchema: z.ZodType<Result> = z
  .strictObject({
    version: z.literal(RESULT_VERSION),
    name: text,
    title: text,
    question: text,
    made,
    points: z.array(point),
    rows: z.array(row),
    curves: z.array(curve),
    verdicts: z.array(verdict),
    agreement: agreement.exactOptional(),
    caveats: z.array(z.strictObject({ point: whole.nullable(), where: text, code: text, text })),
    ledgers: z.array(ledger),
    plots: z.array(plot).max(MOST_PLOTS),
  })
  .refine(({ points, rows, curves, verdicts, caveats, ledgers }) => {
    const named = [...rows, ...curves, ...verdicts, ...caveats, ...ledgers].map(({ point }) => point);
    const compared = rows.map(({ versus }) => versus);
    return [...named, ...compared].every((index) => index === null || index < points.length);
  }, "names a point that it does not have");
