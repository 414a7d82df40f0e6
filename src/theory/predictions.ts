import type { Prediction } from "../queueing/steady-state.ts";
import type { Theory } from "../result.ts";
import type { Metric, Model, Name, Statistic } from "../spec.ts";
import type { Answer } from "./answer.ts";
import { type ModelTheory, modelTheory } from "./model-theory.ts";
import { wholeAnswer } from "./whole.ts";

/** What a figure is of: a metric at a place, of a class or of all ("*"). */
export interface Question {
  where: Name | "system";
  class: string;
  metric: Metric;
}

interface Found {
  answer: Answer;
  prediction: Partial<Prediction>;
}

/** What theory says of a whole model, ready to stand beside what was measured. */
export class Predictions {
  /** Queues that theory cannot answer, and why. */
  readonly gaps: { where: Name; why: string }[] = [];
  readonly theory: ModelTheory;
  private readonly model: Model;
  private readonly served: ReadonlyMap<Name, { queue: Name; first: boolean }>;
  private readonly whole: Answer | null;
  private readonly figures = new Map<Partial<Prediction>, Map<string, number | undefined>>();

  constructor(model: Model) {
    this.model = model;
    this.served = servedBy(model);
    this.theory = modelTheory(model);
    for (const [where, { answer, why }] of this.theory.queues) if (answer === null) this.gaps.push({ where, why });
    this.whole = wholeAnswer(model, this.theory);
  }

  /** Theory's value for one statistic of a measure, or null. */
  of(measure: Question, statistic: Statistic): Theory | null {
    const found = this.source(measure);
    if (found === null) return null;
    const { answer, prediction } = found;
    const value = this.figure(prediction, measure.metric, statistic);
    if (value === undefined || !Number.isFinite(value)) return null;
    return { value, model: answer.model, exact: answer.exact, source: answer.source };
  }

  /** A queue's, its pool's and a system's latency are often one law, and percentiles of some laws take a while. */
  private figure(prediction: Partial<Prediction>, metric: Metric, statistic: Statistic): number | undefined {
    const figures = this.figures.get(prediction) ?? new Map<string, number | undefined>();
    this.figures.set(prediction, figures);
    const key = `${metric === "latency" ? "sojournTime" : metric} ${statistic}`;
    if (!figures.has(key)) figures.set(key, figureOf(prediction, metric, statistic));
    return figures.get(key);
  }

  /** P(X > x) of a time, or P(N = n) of a number in system; null where theory has no law. */
  law(measure: Question): { at: (x: number) => number; model: string; exact: boolean } | null {
    const found = this.source(measure);
    if (found === null) return null;
    const { answer, prediction } = found;
    const { sojournTail, waitingTail, probability } = prediction;
    const named = { model: answer.model, exact: answer.exact };
    if (measure.metric === "waitingTime" && waitingTail) return { at: waitingTail, ...named };
    if (measure.metric === "numberInSystem" && probability) return { at: probability, ...named };
    if ((measure.metric === "latency" || measure.metric === "sojournTime") && sojournTail)
      return { at: sojournTail, ...named };
    return null;
  }

  private source(measure: Question): Found | null {
    if (measure.where === "system") return this.ofSystem(measure);
    const queue = this.queueOf(measure);
    const answer = queue === null ? null : (this.theory.queues.get(queue)?.answer ?? null);
    return answer === null ? null : ofClass(answer, measure.class);
  }

  /** A system of one queue is that queue; a larger one has Little's law for its means. */
  private ofSystem(measure: Question): Found | null {
    const { model } = this;
    const [queue] = model.queues;
    if (model.queues.length === 1 && model.pools.every(({ then }) => then.every(({ to }) => to.length === 0))) {
      return this.source({ ...measure, where: queue.name });
    }
    return this.whole === null ? null : ofClass(this.whole, measure.class);
  }

  /** The queue whose theory speaks of a measure. */
  private queueOf({ where, metric }: Question): Name | null {
    if (this.theory.queues.has(where)) return where;
    const served = this.served.get(where);
    return served === undefined || (metric === "latency" && !served.first) ? null : served.queue;
  }
}

/** By pool, the queue that it alone takes from, and whether messages come to that from their producers only. */
function servedBy({ pools }: Model): Map<Name, { queue: Name; first: boolean }> {
  const fed = new Set(pools.flatMap(({ then }) => then.flatMap(({ to }) => to)));
  const takers = new Map<Name, number>();
  for (const { queue } of pools.flatMap(({ from }) => from)) takers.set(queue, (takers.get(queue) ?? 0) + 1);
  const alone = pools.filter(({ from }) => from.length === 1 && takers.get(from[0].queue) === 1);
  return new Map(alone.map(({ name, from: [{ queue }] }) => [name, { queue, first: !fed.has(queue) }]));
}

function ofClass(answer: Answer, name: string): Found | null {
  const prediction = name === "*" ? answer.all : answer.classes.get(name);
  return prediction === undefined ? null : { answer, prediction };
}

const MEANS: Partial<Record<Metric, keyof Prediction>> = {
  latency: "sojournTime",
  sojournTime: "sojournTime",
  waitingTime: "waitingTime",
  numberInSystem: "numberInSystem",
  numberInQueue: "numberInQueue",
  utilization: "utilization",
  lossProbability: "lossProbability",
  throughput: "throughput",
};
const VARIANCES: Partial<Record<Metric, keyof Prediction>> = {
  latency: "sojournVariance",
  sojournTime: "sojournVariance",
  waitingTime: "waitingVariance",
  numberInSystem: "numberVariance",
};

function figureOf(prediction: Partial<Prediction>, metric: Metric, statistic: Statistic): number | undefined {
  if (statistic === "mean") return MEANS[metric] && (prediction[MEANS[metric]] as number | undefined);
  if (statistic === "variance") return VARIANCES[metric] && (prediction[VARIANCES[metric]] as number | undefined);
  const p = percentileOf(statistic);
  if (p === null) return undefined;
  if (metric === "waitingTime") return prediction.waitingQuantile?.(p);
  if (metric === "latency" || metric === "sojournTime") return prediction.sojournQuantile?.(p);
  return undefined;
}

/** "p99.9" → 0.999; null for other statistics. */
export function percentileOf(statistic: Statistic): number | null {
  const match = /^p(\d+(?:\.\d+)?)$/.exec(statistic);
  return match === null ? null : Number(match[1]) / 100;
}
