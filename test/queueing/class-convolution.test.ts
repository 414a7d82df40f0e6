import assert from "node:assert/strict";
import { test } from "vitest";
import { speedClasses } from "../../src/queueing/class-convolution.ts";
import { closedNetwork } from "../../src/queueing/closed-network.ts";
import { exploredChain } from "../../src/queueing/explored-chain.ts";
import { exactMva } from "../../src/queueing/mva.ts";
import { close } from "./cases.ts";

const network = {
  populations: [4, 3],
  think: [2, 0.5],
  demands: [
    [1, 0.5],
    [0.4, 1.2],
    [0.3, 0],
  ],
};

test("with single servers and delays it is mean value analysis, in every figure", () => {
  const exact = exactMva({ ...network, delays: [false, false, true] });
  const convolved = speedClasses({ ...network, servers: [1, 1, Infinity] });
  for (const r of [0, 1]) {
    close(convolved.throughputs[r], exact.throughputs[r], 1e-13);
    close(convolved.cycleTimes[r], exact.cycleTimes[r], 1e-13);
    for (const i of [0, 1, 2]) {
      assert.ok(Math.abs(convolved.numbers[i][r] - exact.numbers[i][r]) < 1e-13);
      assert.ok(Math.abs(convolved.sojourns[i][r] - exact.sojourns[i][r]) < 1e-13);
    }
  }
  for (const i of [0, 1, 2]) close(convolved.utilizations[i], exact.utilizations[i], 1e-13);
});

test("with one class it is the convolution of one class, several servers and speeds included", () => {
  const speed = (n: number) => Math.sqrt(n);
  const single = closedNetwork(
    12,
    [
      { visits: 1, service: 1, servers: 3 },
      { visits: 1, service: 0.7, servers: speed },
      { visits: 1, service: 0.2, servers: 1 },
    ],
    4,
  );
  const classes = speedClasses({ populations: [12], think: [4], demands: [[1], [0.7], [0.2]], servers: [3, speed, 1] });
  close(classes.throughputs[0], single.throughput, 1e-13);
  close(classes.cycleTimes[0], single.cycleTime, 1e-13);
  single.stations.forEach(({ numberInSystem, utilization, sojournTime }, i) => {
    close(classes.numbers[i][0], numberInSystem, 1e-12);
    close(classes.utilizations[i], utilization, 1e-12);
    close(classes.sojourns[i][0], sojournTime, 1e-12);
  });
});

test("two classes that share two servers behave as their Markov chain says", () => {
  // three of one class and two of another think 2 and 1, and share two servers for 1 and 0.4
  const [populations, think, demand] = [
    [3, 2],
    [2, 1],
    [1, 0.4],
  ];
  const law = exploredChain([0, 0], (present) =>
    [0, 1].flatMap((r) => {
      const moved = (by: number) => present.map((n, i) => (i === r ? n + by : n));
      const total = present[0] + present[1];
      const served = total === 0 ? 0 : (present[r] * Math.min(1, 2 / total)) / demand[r];
      return [
        { to: moved(1), rate: (populations[r] - present[r]) / think[r] },
        { to: moved(-1), rate: served },
      ].filter(({ rate }) => rate > 0);
    }),
  );
  const state = speedClasses({ populations, think, demands: [demand], servers: [2] });
  for (const r of [0, 1]) {
    const number = law.reduce((sum, one) => sum + one.probability * one.state[r], 0);
    close(state.numbers[0][r], number, 1e-12);
    close(state.throughputs[r], (populations[r] - number) / think[r], 1e-12);
  }
});

test("hundreds of messages in tiny and in huge units overflow nowhere, and an absent class does nothing", () => {
  for (const unit of [1e-9, 1e9]) {
    const state = speedClasses({
      populations: [400, 3],
      think: [0, unit],
      demands: [
        [unit, unit],
        [unit / 2, unit],
      ],
      servers: [20, 4],
    });
    close(state.numbers.flat().reduce((sum, n) => sum + n, 0) + state.throughputs[1] * unit, 403, 1e-11);
    assert.ok(state.utilizations.every((share) => share > 0 && share <= 1));
  }
  const absent = speedClasses({ populations: [3, 0], think: [1, 0], demands: [[1, 5]], servers: [1] });
  close(absent.throughputs[0], closedNetwork(3, [{ visits: 1, service: 1, servers: 1 }], 1).throughput, 1e-13);
  assert.equal(absent.throughputs[1], 0);
});

test("speedClasses refuses what does not fit", () => {
  assert.throws(() => speedClasses({ ...network, servers: [1, 1] }), {
    message: "Servers must be given for each of the 3 stations, not 2.",
  });
  assert.throws(() => speedClasses({ populations: [60, 60], think: [0, 0], demands: [[1, 1]], servers: [1] }), {
    message: "3721 populations are too many to be convolved.",
  });
});

test("three classes that demand alike are one of all messages, by mean values and by convolution", () => {
  const [populations, demands] = [
    [2, 1, 3],
    [0.7, 0.4, 1.1],
  ];
  const three = { populations, think: [2, 2, 2], demands: demands.map((demand) => [demand, demand, demand]) };
  const one = closedNetwork(
    6,
    demands.map((service) => ({ visits: 1, service, servers: 1 })),
    2,
  );
  for (const state of [exactMva(three), speedClasses({ ...three, servers: [1, 1, 1] })]) {
    populations.forEach((n, r) => {
      close(state.throughputs[r], (n / 6) * one.throughput, 1e-13);
      close(state.cycleTimes[r], one.cycleTime, 1e-13);
    });
    demands.forEach((demand, i) => {
      close(state.utilizations[i], one.throughput * demand, 1e-13);
      close(
        state.numbers[i].reduce((sum, n) => sum + n, 0),
        one.stations[i].numberInSystem,
        1e-12,
      );
    });
  }
});

test("three classes that differ agree with their Markov chain of processor-sharing stations", () => {
  // one message of the first and third class, two of the second, whom a station serves in proportion to their number
  const [populations, demands] = [
    [1, 2, 1],
    [
      [1, 0.5, 2],
      [0.4, 1.2, 0.3],
    ],
  ];
  const chain = exploredChain({ first: populations }, ({ first }) => {
    const second = populations.map((n, r) => n - first[r]);
    const at = [first, second].map((there) => there.reduce((sum, n) => sum + n, 0));
    return populations.flatMap((_, r) => [
      ...(first[r] > 0 ? [{ to: { first: first.with(r, first[r] - 1) }, rate: first[r] / at[0] / demands[0][r] }] : []),
      ...(second[r] > 0
        ? [{ to: { first: first.with(r, first[r] + 1) }, rate: second[r] / at[1] / demands[1][r] }]
        : []),
    ]);
  });
  for (const state of [
    exactMva({ populations, think: [0, 0, 0], demands }),
    speedClasses({ populations, think: [0, 0, 0], demands, servers: [1, 1] }),
  ]) {
    populations.forEach((_, r) => {
      const mean = chain.reduce((sum, { state, probability }) => sum + state.first[r] * probability, 0);
      close(state.numbers[0][r], mean, 1e-12);
    });
    for (const i of [0, 1]) {
      close(
        state.utilizations[i],
        state.throughputs.reduce((sum, x, r) => sum + x * demands[i][r], 0),
        1e-13,
      );
    }
  }
});

test("a class without messages would need what it demands", () => {
  const { sojourns, cycleTimes, throughputs } = speedClasses({
    populations: [2, 0],
    think: [1, 0],
    demands: [
      [1, 0.7],
      [2, 0.4],
    ],
    servers: [1, 2],
  });
  assert.deepEqual([sojourns[0][1], sojourns[1][1], throughputs[1]], [0.7, 0.4, 0]);
  close(cycleTimes[1], 1.1, 1e-15);
});

test("classes that only think do so independently, up to three thousand populations, and no more are convolved", () => {
  const thinking = { demands: [], servers: [] };
  const two = speedClasses({ populations: [3, 2], think: [10, 4], ...thinking });
  close(two.throughputs[0], 0.3, 1e-14);
  close(two.throughputs[1], 0.5, 1e-14);
  assert.deepEqual(two.cycleTimes, [0, 0]);
  close(speedClasses({ populations: [2999], think: [10], ...thinking }).throughputs[0], 299.9, 1e-12);
  for (const populations of [[3000], [100, 29, 0], [1e9, 1e9]]) {
    assert.throws(() => speedClasses({ populations, think: populations.map(() => 10), ...thinking }), RangeError);
  }
});

test("hundreds that think long overflow nowhere, with one class or with two", () => {
  for (const [populations, think, demands] of [
    [[700], [585], [[1]]],
    [[800], [1000], [[0.1]]],
    [[700, 1], [900, 30], [[0.5, 0.2]]],
  ]) {
    const exact = exactMva({ populations, think, demands } as Parameters<typeof exactMva>[0]);
    const state = speedClasses({ populations, think, demands, servers: [1] } as Parameters<typeof speedClasses>[0]);
    exact.throughputs.forEach((x, r) => {
      close(state.throughputs[r], x, 1e-12);
      close(state.numbers[0][r], exact.numbers[0][r], 1e-12);
    });
  }
});

test("three long delays share messages by the thousand as they are long", () => {
  const delays = { demands: [[560], [560]], servers: [Infinity, Infinity] };
  const state = speedClasses({ populations: [1680], think: [560], ...delays });
  close(state.throughputs[0], 1, 1e-12);
  close(state.numbers[0][0], 560, 1e-12);
});

test("the time of a cycle keeps its digits where clients think a million times longer", () => {
  const state = closedNetwork(
    3,
    [1, 0.5].map((service) => ({ visits: 1, service, servers: 1 })),
    1e6,
  );
  close(state.cycleTime, exactMva({ populations: [3], think: [1e6], demands: [[1], [0.5]] }).cycleTimes[0], 1e-13);
});

test("a station's speed is asked for no more messages than there are", () => {
  const table = [Number.NaN, 1, 1.8, 2.4];
  const [given, rule] = [(n: number) => table[n], (n: number) => Math.min(2.4, 0.2 + 0.8 * n + (n === 3 ? -0.2 : 0))];
  const [measured, formula] = [given, (n: number) => (n < 3 ? rule(n) : 2.4)].map((speed) =>
    speedClasses({ populations: [2, 1], think: [1, 2], demands: [[0.5, 0.7]], servers: [speed] }),
  );
  assert.ok(measured.throughputs[0] > 0);
  close(measured.throughputs[0], formula.throughputs[0], 1e-12);
  close(measured.sojourns[0][1], formula.sojourns[0][1], 1e-12);
});
