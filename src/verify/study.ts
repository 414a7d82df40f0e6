import type { Model, Run, Study } from "../spec.ts";

/** A study of one point, run as an experiment is by default but for what `run` says. */
export function studyOf(name: string, model: Model, run: Partial<Run> & Pick<Run, "until" | "seed">): Study {
  return {
    name,
    title: name,
    question: "",
    points: [{ scenario: "", at: {}, model }],
    run: {
      mode: "steady",
      warmup: "auto",
      replications: 4,
      precision: null,
      budget: { messages: 1e9, seconds: Number.POSITIVE_INFINITY },
      confidence: 0.95,
      windows: [],
      ...run,
    },
    watch: [],
    objectives: [],
    plots: [],
    measured: [],
  };
}
