import * as z from "zod";
import { distribution, service } from "./distribution-schema.ts";
import {
  anyQuantity,
  flag,
  limit,
  mapOf,
  number,
  oneOrMore,
  rate,
  recording,
  settings,
  share,
  text,
  time,
} from "./vocabulary.ts";

/** What exists: the schema of a model. The source of its validation, its TypeScript type and its JSON Schema. */

const WAYS = "the name of a queue, a list of names (a copy to each), or a map of names to shares";

const ways = z
  .union(
    [
      text,
      z.array(text),
      z.record(z.string(), z.union([share, settings({ share, to: oneOrMore(text, "a name or a list of names") })])),
    ],
    { error: WAYS },
  )
  .meta({ id: "ways", description: WAYS, examples: ["orders", ["orders", "audit"], { done: "90%", orders: "10%" }] });

const matrix = z.array(z.array(z.union([z.string(), z.number()])), { error: "a list of rows, each a list of rates" });

const arrivals = z
  .union(
    [
      text,
      settings({
        poisson: rate.optional(),
        every: z.union([time, settings({ interval: time, jitter: time.optional() })]).optional(),
        renewal: distribution.optional(),
        mmpp: mapOf(
          settings({ rate, stay: time, next: mapOf(share, "a map of states to shares").optional() }),
          "a map of states, such as {quiet: {rate: 10/s, stay: 2 s}, storm: {rate: 150/s, stay: 200 ms}}",
        ).optional(),
        map: settings({ d0: matrix, d1: matrix, unit: text.optional() }).optional(),
        times: z
          .strictObject({
            ...recording,
            loop: z
              .union([flag, time], { error: "true, or the time after which the recording starts over" })
              .optional(),
            start: text
              .optional()
              .meta({ description: "`first`: the first recorded time counts as 0", examples: ["first"] }),
          })
          .optional(),
        closed: settings({ population: number, think: distribution }).optional(),
      }),
    ],
    { error: "arrivals such as poisson 80/s, or a map such as {closed: {population: 50, think: exponential 30 s}}" },
  )
  .meta({ id: "arrivals", examples: ["poisson 80/s", "every 10 ms jitter 2 ms", "renewal gamma mean 10 ms cv 2"] });

const batch = z
  .union(
    [
      text,
      z.number(),
      settings({
        constant: number.optional(),
        geometric: settings({ mean: number }).optional(),
        uniform: settings({ min: number, max: number }).optional(),
        zipf: settings({ n: number, exponent: number }).optional(),
        weighted: z.record(z.string(), share).optional(),
      }),
    ],
    { error: "a whole number, or a distribution of whole numbers such as geometric mean 10" },
  )
  .meta({ id: "batch", examples: [10, "geometric mean 10", { weighted: { 1: "90%", 50: "10%" } }] });

const profile = z
  .union(
    [
      settings({ sine: settings({ period: time, amplitude: share, peak: time.optional() }) }),
      z.record(z.string(), anyQuantity),
    ],
    {
      error: "a map of times to factors, such as {0 h: 1, 9 h: 4, repeat: 24 h}, or {sine: {period, amplitude, peak}}",
    },
  )
  .meta({ id: "profile", examples: [{ "0 h": 1, "9 h": 4, repeat: "24 h" }] });

const messageClass = settings({
  share: share.optional().meta({ description: "Share of the producer's messages" }),
  priority: number.optional().meta({ description: "Larger is more urgent; 0 unless it is given" }),
});

const producer = settings({
  rate: rate.optional().meta({ description: "A Poisson process of this rate; of one producer, if `count` is given" }),
  arrivals: arrivals.optional().meta({ description: "When messages are published" }),
  batch: batch.optional().meta({ description: "Messages published at each arrival; 1 unless it is given" }),
  profile: profile.optional().meta({ description: "How the rate varies with time, as factors" }),
  count: number.optional().meta({ description: "Producers alike; 1 unless it is given" }),
  to: ways.optional().meta({ description: "Where messages go; may be left out if there is one queue" }),
  classes: mapOf(messageClass, "a map of message classes, such as {urgent: {share: 20%, priority: 9}}").optional(),
});

export const ORDERS = ["fifo", "lifo", "random", "priority", "preemptive", "shortest", "sharing"] as const;
export const OVERFLOWS = ["refuse", "drop-oldest", "wait"] as const;

const queue = settings({
  order: z.enum(ORDERS).optional().meta({ description: "Who is served next; fifo unless it is given" }),
  capacity: limit.optional().meta({ description: "Most messages waiting and in service (theory's K)" }),
  "max-length": limit.optional().meta({ description: "Most messages waiting; those in service are not counted" }),
  overflow: z.enum(OVERFLOWS).optional().meta({ description: "What happens to a message that finds no room" }),
  parking: flag.optional().meta({ description: "true: this queue is meant to have no consumer" }),
});

const consumer = settings({
  queue: oneOrMore(text, "the name of a queue, or a list of names").optional(),
  replicas: number.optional().meta({ description: "Consumers alike; 1 unless it is given" }),
  concurrency: number.optional().meta({ description: "Servers inside each replica; 1 unless it is given" }),
  prefetch: limit
    .optional()
    .meta({ description: "Messages a replica may hold unacknowledged; without it, one a server" }),
  priority: number.optional().meta({ description: "Consumer priority: larger is served first while it has room" }),
  service: service.meta({ description: "How long one message keeps one server busy" }),
  then: ways.optional().meta({ description: "Where finished messages go on; done unless it is given" }),
});

export const model = settings({
  title: text.optional(),
  extends: text.optional().meta({ description: "A model file that this one changes" }),
  parameters: z
    .record(z.string(), anyQuantity)
    .optional()
    .meta({ description: "Numbers and quantities that expressions may use" }),
  broker: z
    .enum(["ideal"])
    .optional()
    .meta({ description: "ideal: no overhead, and a free consumer takes the next message" }),
  producers: mapOf(producer, "a map of producers by name").optional(),
  queues: mapOf(queue, "a map of queues by name").optional(),
  consumers: mapOf(consumer, "a map of consumers by name").optional(),
});

export type ModelText = z.infer<typeof model>;
export type ProducerText = z.infer<typeof producer>;
export type QueueText = z.infer<typeof queue>;
export type ConsumerText = z.infer<typeof consumer>;
export type WaysText = z.infer<typeof ways>;
export type ArrivalsText = z.infer<typeof arrivals>;
export type BatchText = z.infer<typeof batch>;
export type ProfileText = z.infer<typeof profile>;
