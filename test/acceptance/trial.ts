import type { Metric, Model, Name, Run, Statistic } from "../../src/spec.ts";

/** One kind of run, repeated with many seeds, and what is looked at in each. */
export interface Trial {
  name: string;
  /** The system and the length, for people. */
  title: string;
  model: Model;
  run: Partial<Run> & Pick<Run, "until">;
  /** How many seeds the acceptance table asks for. */
  seeds: number;
  looks: Look[];
}

/** A number whose exact value is known, and what its intervals must do. */
export interface Look {
  where: Name | "system";
  /** "*" = all classes. */
  class: string;
  metric: Metric;
  statistic: Statistic;
  exact: number;
  criterion: Criterion;
}

/** What is asked of a look over all seeds. At least one of `coverage` and `flagged` is given. */
export interface Criterion {
  /** Share of the intervals that hold the exact value: from, to. */
  coverage?: [number, number];
  /** Share of the runs whose value is flagged as not to be trusted, at least. Instead of the coverage, if both are given. */
  flagged?: number;
  /** Largest relative difference of the average estimate from the exact value. */
  bias?: number;
}
