import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { modulatedArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { numericLaw } from "../../src/queueing/numeric-law.ts";
import { exponentialPhases } from "../../src/queueing/phase-type.ts";
import { nonPreemptive } from "../../src/queueing/priority.ts";
import type { Prediction } from "../../src/queueing/steady-state.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { survival } from "../../src/random/cdf.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { rawMoment } from "../../src/random/moments.ts";
import type { Model } from "../../src/spec.ts";
import { exponential, model, poisson, pool, producer, queue, single } from "../model/systems.ts";

/** The systems of the acceptance table with their exact answers. Every mean service time is 1 s, unless said. */

export interface Solved<Answer> {
  model: Model;
  exact: Answer;
}
type Timed = Required<Pick<Prediction, "numberInSystem" | "sojournTime" | "sojournQuantile" | "utilization">>;

export function mm1(lambda: number): Solved<Timed> {
  return { model: single(poisson(lambda), exponential(1)), exact: mmc(lambda, 1, 1) };
}

/** M/M/1, and `backlog` messages at time 0. They come again after 10⁹ s, longer than any run, so as not to count as load. */
export function mm1WithBacklog(lambda: number, backlog: number): Solved<Timed> {
  const { model: empty, exact } = mm1(lambda);
  const burst = producer("backlog", { process: "times", at: [0], period: 1e9 }, ["a"], {
    batch: { discrete: "constant", value: backlog },
  });
  return { model: backlog === 0 ? empty : { ...empty, producers: [...empty.producers, burst] }, exact };
}

/** Long quiet stretches at 0.5/s and long bursts at 3/s, more than the server's 2/s: case MMPP2-B. */
export function burstyQueue(): Solved<Timed> {
  const rates = [3, 0.5];
  const generator = [
    [0, 0.02],
    [0.01, 0],
  ];
  return {
    model: single({ process: "mmpp", states: ["burst", "quiet"], rates, generator }, exponential(0.5)),
    exact: mapPhC(modulatedArrivals(rates, generator), exponentialPhases(0.5), 1),
  };
}

/** M/G/1 with lognormal service of coefficient of variation 3. */
export function skewedQueue(lambda: number): Solved<Timed> {
  const sigma = Math.sqrt(Math.log(1 + 3 ** 2));
  const service: Distribution = { dist: "lognormal", mu: -(sigma ** 2) / 2, sigma };
  const [mean, second, third] = ([1, 2, 3] as const).map((k) => rawMoment(service, k));
  const law = numericLaw({ mean, second, third }, (t) => survival(service, t));
  return { model: single(poisson(lambda), service), exact: mg1Law(lambda, law) };
}

/** M/M/1/K; K includes the message in service. */
export function mm1k(lambda: number, capacity: number): Solved<{ lossProbability: number }> {
  const limit = { amount: capacity, counts: "system", overflow: "refuse" } as const;
  return {
    model: single(poisson(lambda), exponential(1), { queue: { limit } }),
    exact: mmck(lambda, 1, 1, capacity),
  };
}

/** Two classes of equal rates, the urgent first and no interruption. */
export function urgentFirst(lambda: number): Solved<{ urgent: number; normal: number }> {
  const each = { lambda: lambda / 2, service: exponentialLaw(1) };
  const [urgent, normal] = nonPreemptive([each, each]).map((one) => one.waitingTime);
  const mix = [
    { class: 0, share: 0.5 },
    { class: 1, share: 0.5 },
  ];
  return {
    model: model({
      classes: [
        { name: "urgent", priority: 1 },
        { name: "normal", priority: 0 },
      ],
      producers: [producer("a", poisson(lambda), ["a"], { mix })],
      queues: [queue("a", { order: "priority" })],
      pools: [pool("a", { by: "class", law: [exponential(1), exponential(1)] })],
    }),
    exact: { urgent, normal },
  };
}
