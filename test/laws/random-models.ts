import fc from "fast-check";
import type { Arrivals } from "../../src/random/arrivals.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import type { Model, Pool, Producer, Queue, Way } from "../../src/spec.ts";
import { model, pool, producer, queue } from "../model/systems.ts";

/** Any model that can be written: every order, limit, window, route and kind of arrivals, in small networks. */
export function randomModel(): fc.Arbitrary<Model> {
  return fc.integer({ min: 1, max: 3 }).chain((queues) =>
    fc
      .record({
        classes: fc.integer({ min: 1, max: 2 }),
        producers: fc.array(randomProducer(queues), { minLength: 1, maxLength: 2 }),
        nodes: fc.array(randomNode(queues), { minLength: queues, maxLength: queues }),
      })
      .map(({ classes, producers, nodes }) => assemble(classes, producers, nodes)),
  );
}

interface Node {
  order: Queue["order"] | "preemptive" | "sharing";
  amount: number;
  counts: "system" | "ready";
  overflow: "refuse" | "drop-oldest" | "wait";
  replicas: number;
  concurrency: number;
  extraWindow: number;
  service: Distribution;
  onward: number[];
}

interface Source {
  arrivals: Arrivals;
  batch: number;
  to: number[];
  share: number;
}

const law: fc.Arbitrary<Distribution> = fc.oneof(
  fc.double({ min: 0.1, max: 2, noNaN: true }).map((mean) => ({ dist: "exponential", mean }) as const),
  fc.constantFrom(0, 0.5, 1).map((value) => ({ dist: "constant", value }) as const),
  fc.constant({ dist: "uniform", min: 0, max: 1 } as const),
);

const arrivals: fc.Arbitrary<Arrivals> = fc.oneof(
  fc.double({ min: 0.2, max: 3, noNaN: true }).map((rate) => ({ process: "poisson", rate }) as const),
  fc.constant({ process: "periodic", interval: 0.5, jitter: 0.25 } as const),
  fc.constant({ process: "periodic", interval: 1, jitter: 0 } as const),
  fc.constant({ process: "renewal", interval: { dist: "uniform", min: 0.1, max: 1 } } as const),
  fc
    .integer({ min: 1, max: 4 })
    .map((population) => ({ process: "closed", population, think: { dist: "exponential", mean: 1 } }) as const),
);

const targets = (queues: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: queues - 1 }), { minLength: 1, maxLength: 2 });

function randomProducer(queues: number): fc.Arbitrary<Source> {
  return fc.record({
    arrivals,
    batch: fc.integer({ min: 1, max: 3 }),
    to: targets(queues),
    share: fc.constantFrom(0.3, 0.5, 1),
  });
}

function randomNode(queues: number): fc.Arbitrary<Node> {
  return fc.record({
    order: fc.constantFrom<Node["order"]>("fifo", "lifo", "random", "priority", "shortest", "preemptive", "sharing"),
    amount: fc.constantFrom(Number.POSITIVE_INFINITY, 1, 3, 8),
    counts: fc.constantFrom("system", "ready"),
    overflow: fc.constantFrom("refuse", "drop-oldest", "wait"),
    replicas: fc.integer({ min: 1, max: 3 }),
    concurrency: fc.integer({ min: 1, max: 2 }),
    extraWindow: fc.constantFrom(0, 0, 2, Number.POSITIVE_INFINITY),
    service: law,
    onward: fc.oneof(
      fc.constant<number[]>([]),
      fc.array(fc.integer({ min: 0, max: queues - 1 }), { maxLength: 1 }),
      targets(queues),
    ),
  });
}

function assemble(classes: number, sources: Source[], nodes: Node[]): Model {
  const names = ["message", "urgent"].slice(0, classes);
  return model({
    classes: names.map((name, i) => ({ name, priority: i })),
    producers: sources.map(
      (source, i): Producer =>
        producer(`p${i}`, source.arrivals, source.to.map(String), {
          batch: { discrete: "constant", value: source.batch },
          mix:
            classes === 1
              ? [{ class: 0, share: 1 }]
              : [
                  { class: 0, share: 0.7 },
                  { class: 1, share: 0.3 },
                ],
        }),
    ),
    queues: nodes.map(({ order, amount, counts, overflow }, i) =>
      queue(String(i), {
        order: order === "preemptive" || order === "sharing" ? "fifo" : order,
        limit: { amount, counts, overflow },
      }),
    ),
    pools: nodes.map((node, i) => consumers(node, i, classes)),
  });
}

function consumers(node: Node, i: number, classes: number): Pool {
  const { order, replicas, concurrency, service, onward } = node;
  const serve = order === "preemptive" ? "preemptive" : order === "sharing" ? "shared" : "one";
  const window = serve === "one" ? concurrency + node.extraWindow : Number.POSITIVE_INFINITY;
  const ways: Way[] = [
    { share: 0.6, to: [] },
    { share: 0.4, to: onward.map((to) => `queues.${to}`) },
  ];
  return pool(
    String(i),
    { by: "class", law: Array(classes).fill(service) },
    {
      replicas,
      concurrency,
      serve,
      from: [{ queue: `queues.${i}`, window, priority: 0 }],
      then: ways,
    },
  );
}
