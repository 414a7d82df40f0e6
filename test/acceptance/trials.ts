import type { PrecisionTarget } from "../../src/spec.ts";
import * as systems from "./systems.ts";
import type { Criterion, Look, Trial } from "./trial.ts";

const POOL = "consumers.a";
const QUEUE = "queues.a";

/** The acceptance table. Lengths are messages of all four runs together. */
export function acceptanceTable(): Trial[] {
  return [
    ...threeRows("M/M/1", "M/M/1, ρ .9", systems.mm1(0.9)),
    ...threeRows("MMPP/M/1", "MMPP(2)/M/1, ρ .67, bursts at 1.5 times capacity", systems.burstyQueue()),
    ...threeRows("M/G/1", "M/G/1, ρ .9, lognormal service, cv 3", systems.skewedQueue(0.9)),
    nearSaturation(),
    sequential(),
    ...[0, 500, 2000].map((backlog) => afterBacklog(backlog, 4)),
    afterBacklog(2000, 1),
    losses(),
    priorities(),
  ];
}

type Solved = ReturnType<typeof systems.mm1>;

/** The first three rows of the table, the fourth, and what else the same runs can show. */
function threeRows(name: string, title: string, { model, exact }: Solved): Trial[] {
  const mean = (criterion: Criterion) => look(POOL, "latency", exact.sojournTime, criterion);
  const percentile = (p: number, criterion: Criterion): Look => ({
    ...look(POOL, "latency", exact.sojournQuantile(p / 100), criterion),
    statistic: `p${p}`,
  });
  const nominal: Criterion = { coverage: [0.92, 0.97] };
  const long = [mean({ coverage: [0.93, 0.97] }), percentile(90, nominal), percentile(99, nominal)];
  long.push(look(QUEUE, "numberInSystem", exact.numberInSystem, nominal));
  long.push(look(POOL, "utilization", exact.utilization, nominal));
  const short = [mean(nominal), percentile(99, { coverage: [0.9, 1], flagged: 0.8 })];
  return [
    { name: `${name} 1e6`, title: `${title}, n 10⁶`, model, run: length(1e6), seeds: 1000, looks: long },
    { name: `${name} 1e5`, title: `${title}, n 10⁵`, model, run: length(1e5), seeds: 1000, looks: short },
  ];
}

/** Twenty-five relaxation times are too few for any method. */
function nearSaturation(): Trial {
  const { model, exact } = systems.mm1(0.99);
  const looks = [look(POOL, "latency", exact.sojournTime, { flagged: 0.9 })];
  return { name: "saturation", title: "M/M/1, ρ .99, n 10⁶", model, run: length(1e6), seeds: 1000, looks };
}

function sequential(): Trial {
  const { model, exact } = systems.mm1(0.9);
  const target: PrecisionTarget = { where: POOL, metric: "latency", statistic: "mean", within: 0.05 };
  const looks = [look(POOL, "latency", exact.sojournTime, { coverage: [0.92, 1] })];
  const run = { ...length(1e6), precision: [target] };
  return { name: "sequential", title: "M/M/1, ρ .9, until the mean is within 5 %", model, run, seeds: 300, looks };
}

function afterBacklog(backlog: number, replications: number): Trial {
  const { model, exact } = systems.mm1WithBacklog(0.9, backlog);
  const runs = replications === 1 ? "one run" : `${replications} runs`;
  const seconds = 1e5 / 0.9 / replications;
  // A backlog is worked off at 1 − 0.9 a second. Where that takes more than half of every run, the run must say so.
  const criterion: Criterion = backlog / 0.1 > seconds / 2 ? { flagged: 0.9 } : { coverage: [0.91, 1], bias: 0.02 };
  return {
    name: `backlog ${backlog}, ${runs}`,
    title: `M/M/1, ρ .9, n 10⁵ in ${runs}, ${backlog} messages waiting at the start of each`,
    model,
    run: { ...length(1e5, replications), replications },
    seeds: 1000,
    looks: [look(POOL, "latency", exact.sojournTime, criterion)],
  };
}

function losses(): Trial {
  const { model, exact } = systems.mm1k(0.9, 10);
  const looks = [look(QUEUE, "lossProbability", exact.lossProbability, { coverage: [0.92, 0.97] })];
  return { name: "losses", title: "M/M/1/10, ρ .9, n 10⁵", model, run: length(1e5), seeds: 1000, looks };
}

function priorities(): Trial {
  const { model, exact } = systems.urgentFirst(0.8);
  const looks = (["urgent", "normal"] as const).map((name) => ({
    ...look(QUEUE, "waitingTime", exact[name], { coverage: [0.92, 0.97] }),
    class: name,
  }));
  const title = "M/M/1, ρ .8, two classes without preemption, n 10⁵";
  return { name: "priorities", title, model, run: length(1e5), seeds: 1000, looks };
}

/** The length of each run, if all runs together are to see so many messages. */
function length(messages: number, replications = 4) {
  return { until: { messages: messages / replications } };
}

function look(where: string, metric: Look["metric"], exact: number, criterion: Criterion): Look {
  return { where, class: "*", metric, statistic: "mean", exact, criterion };
}
