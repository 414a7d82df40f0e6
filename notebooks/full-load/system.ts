import type { Model, Point, Run, Study } from "../../src/spec.ts";
import { arrivalRate, type Setting } from "./setting.ts";

export const QUEUE = "queues.queue";
export const SEED = 1;
/** Independent runs of each steady point. */
export const REPLICATIONS = 4;

/** A Poisson producer, one queue, equal consumers: the model that `modelText` writes out. */
export function modelOf(setting: Setting): Model {
  return {
    classes: [{ name: "message", priority: 0 }],
    producers: [
      {
        name: "producers.app",
        count: 1,
        arrivals: { process: "poisson", rate: arrivalRate(setting) },
        profile: null,
        batch: { discrete: "constant", value: 1 },
        mix: [{ class: 0, share: 1 }],
        to: [{ share: 1, to: [QUEUE] }],
      },
    ],
    queues: [
      {
        name: QUEUE,
        order: "fifo",
        limit: { amount: Number.POSITIVE_INFINITY, counts: "system", overflow: "refuse" },
        parking: false,
      },
    ],
    pools: [
      {
        name: "consumers.worker",
        from: [{ queue: QUEUE, window: 1, priority: 0 }],
        replicas: setting.consumers,
        concurrency: 1,
        serve: "one",
        service: { by: "class", law: [setting.service.law] },
        then: [{ share: 1, to: [] }],
      },
    ],
  };
}

/** The long run at one setting. @param messages about so many in all replications together */
export function steadyStudy(setting: Setting, messages: number): Study {
  return studyOf([{ scenario: "", at: {}, model: modelOf(setting) }], {
    mode: "steady",
    until: { messages: messages / REPLICATIONS },
    replications: REPLICATIONS,
  });
}

/** The course of events from an empty system on. @param seconds length of each replication [s] */
export function courseStudy(setting: Setting, { seconds, replications }: { seconds: number; replications: number }) {
  return studyOf([{ scenario: "", at: {}, model: modelOf(setting) }], {
    mode: "transient",
    until: { seconds },
    replications,
  });
}

function studyOf(points: Point[], run: Pick<Run, "mode" | "until" | "replications">): Study {
  return {
    name: "full-load",
    title: "Why queues explode near full load",
    question: "",
    points,
    run: {
      ...run,
      warmup: run.mode === "steady" ? "auto" : 0,
      precision: null,
      budget: { messages: Number.MAX_SAFE_INTEGER, seconds: Number.POSITIVE_INFINITY },
      confidence: 0.95,
      seed: SEED,
      windows: [],
    },
    watch: [],
    objectives: [],
    plots: [],
    measured: [],
  };
}
