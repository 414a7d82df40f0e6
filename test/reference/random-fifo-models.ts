import fc from "fast-check";
import type { Arrivals } from "../../src/random/arrivals.ts";
import type { Discrete, Distribution } from "../../src/random/distribution.ts";
import type { Model, Pool, Producer, Way } from "../../src/spec.ts";
import { model, pool, producer, queue } from "../model/systems.ts";

/**
 * Networks that simjs can run: any arrivals, services, classes, ways and numbers of servers, in one to three stations.
 * No two services end at the same time, since the engines need not agree on who goes first then.
 */
export function randomFifoModel(): fc.Arbitrary<Model> {
  return fc
    .record({ stations: fc.integer({ min: 1, max: 3 }), classes: fc.integer({ min: 1, max: 3 }) })
    .chain((size) =>
      fc
        .record({
          producers: fc.array(randomProducer(size), { minLength: 1, maxLength: 2 }),
          pools: fc.array(randomPool(size), { minLength: size.stations, maxLength: size.stations }),
        })
        .map(({ producers, pools }) => assemble(size, producers, pools)),
    );
}

interface Size {
  stations: number;
  classes: number;
}

type RandomPool = Pick<Pool, "replicas" | "concurrency" | "service"> & { extraWindow: number; onward: Way };
type RandomProducer = Pick<Producer, "arrivals" | "count" | "batch"> & { ways: Way[] };

const law: fc.Arbitrary<Distribution> = fc.oneof(
  fc.double({ min: 0.1, max: 2, noNaN: true }).map((mean) => ({ dist: "exponential", mean }) as const),
  fc.constant({ dist: "uniform", min: 0, max: 1 } as const),
  fc.constant({ dist: "lognormal", mu: -1, sigma: 1 } as const),
  fc.constant({ dist: "erlang", stages: 4, mean: 0.5 } as const),
);

const time = fc.double({ min: 0.01, max: 1.5, noNaN: true });

const arrivals: fc.Arbitrary<Arrivals> = fc.oneof(
  fc.double({ min: 0.2, max: 3, noNaN: true }).map((rate) => ({ process: "poisson", rate }) as const),
  fc.constant({ process: "periodic", interval: 0.7, jitter: 0.25 } as const),
  fc.constant({ process: "renewal", interval: { dist: "gamma", shape: 0.5, scale: 2 } } as const),
  fc
    .constant({
      process: "map",
      d0: [
        [-3, 1],
        [0, -1],
      ],
      d1: [
        [1, 1],
        [0.5, 0.5],
      ],
    } as const)
    .map((map) => structuredClone(map) as unknown as Arrivals),
  fc
    .constant({ process: "times", at: [0, 0.5, 0.5, 3.25], period: 4 } as const)
    .map((one) => structuredClone(one) as unknown as Arrivals),
  fc
    .integer({ min: 1, max: 5 })
    .map((population) => ({ process: "closed", population, think: { dist: "exponential", mean: 1 } }) as const),
);

const batch: fc.Arbitrary<Discrete> = fc.constantFrom<Discrete>(
  { discrete: "constant", value: 1 },
  { discrete: "constant", value: 2 },
  { discrete: "uniform", min: 1, max: 3 },
);

function randomProducer({ stations }: Size): fc.Arbitrary<RandomProducer> {
  const way = fc.uniqueArray(fc.integer({ min: 0, max: stations - 1 }), { minLength: 1, maxLength: 2 });
  return fc.record({
    arrivals,
    batch,
    count: fc.integer({ min: 1, max: 3 }),
    ways: fc
      .array(way, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((to) => ({ share: 1 / all.length, to: to.map(nameOf) }))),
  });
}

function randomPool({ stations, classes }: Size): fc.Arbitrary<RandomPool> {
  const service: fc.Arbitrary<Pool["service"]> = fc.oneof(
    fc.array(law, { minLength: classes, maxLength: classes }).map((laws) => ({ by: "class" as const, law: laws })),
    fc.array(time, { minLength: 6, maxLength: 9 }).map((times) => ({ by: "arrival" as const, times })),
  );
  return fc.record({
    replicas: fc.integer({ min: 1, max: 3 }),
    concurrency: fc.integer({ min: 1, max: 2 }),
    service,
    extraWindow: fc.integer({ min: 0, max: 3 }),
    onward: fc.record({
      share: fc.double({ min: 0, max: 0.45, noNaN: true }),
      to: fc
        .uniqueArray(fc.integer({ min: 0, max: stations - 1 }), { minLength: 1, maxLength: 2 })
        .map((to) => to.map(nameOf)),
    }),
  });
}

function assemble({ stations, classes }: Size, producers: RandomProducer[], pools: RandomPool[]): Model {
  const names = Array.from({ length: stations }, (_, i) => `s${i}`);
  return model({
    classes: Array.from({ length: classes }, (_, i) => ({ name: `c${i}`, priority: i })),
    producers: producers.map(({ ways, ...rest }, i) =>
      producer(`p${i}`, rest.arrivals, [], {
        ...rest,
        to: ways,
        mix: Array.from({ length: classes }, (_, cls) => ({ class: cls, share: 1 / classes })),
      }),
    ),
    queues: names.map((name) => queue(name)),
    pools: pools.map(({ extraWindow, onward, ...rest }, i) => {
      // A line of its own changes nothing where there is one replica, and is refused where there are more.
      const window = rest.concurrency + (rest.replicas === 1 ? extraWindow : 0);
      return pool(names[i], rest.service, {
        ...rest,
        from: [{ queue: nameOf(i), window, priority: 0 }],
        then: [onward, { share: 1 - onward.share, to: [] }],
      });
    }),
  });
}

function nameOf(station: number): string {
  return `queues.s${station}`;
}
