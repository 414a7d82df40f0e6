import * as z from "zod";
import { model } from "./model-schema.ts";
import { anyQuantity, durations, flag, mapOf, number, oneOrMore, settings, share, text, time } from "./vocabulary.ts";

/** What is asked of a model: the schema of an experiment. */

const SWEPT = "a list of values, or a range such as 0.5..0.9 step 0.1 or 1..100 log 5";

const sweep = z
  .record(
    z.string(),
    z.union([text, z.number(), z.array(z.union([z.string(), z.number(), z.boolean()]))], { error: SWEPT }),
    {
      error: "a map of parameters or paths to the values they take",
    },
  )
  .meta({ examples: [{ load: "0.5..0.9 step 0.1" }, { "consumers.worker.prefetch": [1, 10, "unlimited"] }] });

const run = settings({
  duration: time.optional().meta({ description: "Simulated time of each replication" }),
  messages: number.optional().meta({ description: "Messages published in each replication, instead of a duration" }),
  mode: z
    .enum(["steady", "transient"])
    .optional()
    .meta({ description: "Long-run averages, or how things change with time" }),
  warmup: z
    .union([text, z.number()])
    .optional()
    .meta({ description: "auto, or the time to set aside at the start", examples: ["auto", "10 min"] }),
  replications: number.optional().meta({ description: "Independent repetitions of each point" }),
  precision: z
    .union([z.string(), z.number(), z.boolean(), z.record(z.string(), share)], {
      error: "a share such as 3%, off, or a map such as {p99(latency): 2%}",
    })
    .optional()
    .meta({ description: "Half-width of intervals, relative to the value, at which a point is long enough" }),
  budget: z
    .strictObject({ messages: number.optional(), time: time.optional() })
    .optional()
    .meta({ description: "Most messages of one point, and most time of work on the study" }),
  confidence: share.optional(),
  seed: number.optional(),
  windows: z
    .array(text)
    .optional()
    .meta({ description: "Transient runs: stretches of time to average over", examples: [["0 min..10 min"]] }),
});

const plot = settings({
  kind: text,
  metric: text.optional(),
  statistic: text.optional(),
  where: text.optional(),
  class: text.optional(),
  parameter: text.optional(),
  x: text.optional(),
  y: text.optional(),
  log: flag.optional(),
});

const watch = settings({ metric: text, where: text.optional() });

const measurement = settings({ ...durations, skip: number.optional() });
const measured = settings({
  scenario: text.optional(),
  where: text.optional(),
  latency: measurement.optional(),
  wait: measurement.optional(),
  service: measurement.optional(),
  sojourn: measurement.optional(),
});

/** Everything but the model, which is checked by itself after it has been read and changed. */
export const question = settings({
  title: text.optional(),
  extends: text.optional().meta({ description: "An experiment file that this one changes" }),
  parameters: z
    .record(z.string(), anyQuantity)
    .optional()
    .meta({ description: "Other values for the model's parameters" }),
  sweep: sweep.optional().meta({ description: "Parameters or paths of the model, and the values they take" }),
  scenarios: mapOf(
    z.record(z.string(), z.unknown(), { error: "a map of changes to the model" }),
    "a map of scenarios by name",
  ).optional(),
  slo: oneOrMore(text, "objectives such as p99(latency) < 300 ms, one a line").optional(),
  run: run.optional(),
  plots: z.array(z.union([text, plot], { error: "a plot such as latency-vs-load, or a map with its kind" })).optional(),
  watch: z.array(z.union([text, watch], { error: "a quantity such as wait(queues.orders)" })).optional(),
  measured: oneOrMore(measured, "a map with the recorded times, or a list of them").optional(),
});

export const experiment = question.extend({
  model: z.union([text, model], { error: "the path of a model file, or the model itself" }).optional(),
});

export type QuestionText = z.infer<typeof question>;
export type RunText = z.infer<typeof run>;
export type PlotText = z.infer<typeof plot>;
export type MeasuredText = z.infer<typeof measured>;
