import assert from "node:assert/strict";
import { test } from "vitest";
import { mmc } from "../../src/queueing/mmc.ts";
import { mtInf } from "../../src/queueing/mt-inf.ts";
import { meanWaitsFromEmpty } from "../../src/queueing/nth-wait.ts";
import { integrate } from "../../src/queueing/ode.ts";
import { poissonProbability } from "../../src/queueing/poisson.ts";
import { timeVarying, transient } from "../../src/queueing/transient.ts";
import { agrees, close } from "./cases.ts";

const small = { mu: 1, c: 1, capacity: 20, start: 0 };

test("the overload of M/M/1/20 agrees with the exact case, by uniformization and by differential equations", () => {
  const times = [5, 10, 20, 50];
  for (const moments of [transient(1.5, small, times), timeVarying(() => 1.5, 1.5, small, times)]) {
    agrees(
      "TR-MM1K20",
      Object.fromEntries(
        moments.flatMap(({ time, numberInSystem, probabilities }) => [
          [`E[N(${time})]`, numberInSystem],
          [`P[N(${time})=20]`, probabilities[20]],
        ]),
      ),
    );
    for (const { probabilities } of moments)
      close(
        probabilities.reduce((sum, p) => sum + p, 0),
        1,
        1e-9,
      );
  }
});

test("after long enough the transient queue is the stationary one, wherever it started", () => {
  for (const start of [0, 30]) {
    const [last] = transient(1.6, { mu: 1, c: 2, capacity: 200, start }, [1500]);
    close(last.numberInSystem, mmc(1.6, 1, 2).numberInSystem, 1e-6);
    close(last.probabilities[3], mmc(1.6, 1, 2).probability(3), 1e-6);
  }
});

test("without a limit an overloaded queue grows by the excess", () => {
  const [moment] = transient(3, { mu: 1, c: 2, capacity: Infinity, start: 50 }, [100]);
  close(moment.numberInSystem, 150, 1e-9); // never idle: starts at 50 and drifts upwards
});

test("a queue that was empty three services ago is empty again as often as its chain says", () => {
  // P(N(t) = 0 | N(0) = 0), λ = 0.8, μ = 1, t = 3, from the chain cut at 300, by uniformization in Python
  close(
    transient(0.8, { mu: 1, c: 1, capacity: Infinity, start: 0 }, [3])[0].probabilities[0],
    0.41158690538397735,
    1e-12,
  );
});

test("a rate that swings slowly is followed as if each moment were stationary, a fast one not at all", () => {
  const swing = (period: number) => (t: number) => 0.5 + 0.2 * Math.sin((2 * Math.PI * t) / period);
  const queue = { mu: 1, c: 1, capacity: 40, start: 0 };
  // at the crest, where the rate stands still, it lags behind by nearly the square of the speed
  const [slow, slower] = [1000, 2000].map((period) => {
    const [crest] = timeVarying(swing(period), 0.7, queue, [1.25 * period]);
    return 7 / 3 - crest.numberInSystem;
  });
  assert.ok(slow / slower > 3 && slow / slower < 4, `${slow / slower}`);
  assert.ok(slower > 0 && slower < 0.01);
  const [fast] = timeVarying(swing(0.5), 0.7, queue, [60.125]); // where the ripple crosses its mean
  close(fast.numberInSystem, 1, 1e-3);
});

test("M_t/G/∞ agrees with the exact sinusoidal case, exponential and constant service", () => {
  const rate = (t: number) => 10 * (1 + 0.5 * Math.sin((2 * Math.PI * t) / 24));
  const exponential = { mean: 1, tail: (u: number) => Math.exp(-u) };
  const constant = { mean: 1, tail: (u: number) => (u < 1 ? 1 : 0) };
  agrees(
    "MT-MINF-SIN",
    {
      ...Object.fromEntries([0, 3, 6, 7, 12, 18].map((t) => [`m(${t})_exp`, mtInf(rate, exponential, t)])),
      ...Object.fromEntries([6, 12].map((t) => [`m(${t})_det`, mtInf(rate, constant, t)])),
    },
    1e-12,
  );
});

test("an infinite server that opened at 0 fills up to the stationary mean", () => {
  const opened = (t: number) => (t < 0 ? 0 : 5);
  close(mtInf(opened, { mean: 2, tail: (u) => Math.exp(-u / 2) }, 3, 1e-3), 10 * (1 - Math.exp(-1.5)), 1e-4);
});

test("the waits of the first thousand messages agree with the exact case", () => {
  const waits = meanWaitsFromEmpty(0.9, 1, 1000);
  agrees("TR-WAIT-N", {
    ...Object.fromEntries([2, 10, 50, 100, 500, 1000].map((n) => [`E[Wq_${n}]`, waits[n - 1]])),
    mean_of_first_1000_waits: waits.reduce((sum, wait) => sum + wait, 0) / 1000,
  });
  assert.equal(waits[0], 0);
  close(meanWaitsFromEmpty(0.5, 1, 200)[199], 1, 1e-9);
  // the second waits E[(S − A)⁺] = λ/(μ(λ + μ)), whatever the unit
  close(meanWaitsFromEmpty(3, 4, 2)[1], 3 / 28, 1e-15);
  meanWaitsFromEmpty(0.9 * 32, 32, 100).forEach((wait, m) => {
    close(wait, waits[m] / 32, 1e-14);
  });
});

test("the integrator follows a spring to nine digits and stops where it is asked to", () => {
  const spring = (_t: number, y: Float64Array, out: Float64Array) => out.set([y[1], -y[0]]);
  const [half, whole] = integrate(spring, Float64Array.of(1, 0), [Math.PI, 2 * Math.PI], 1e-12);
  assert.ok(Math.abs(half[0] + 1) < 1e-9 && Math.abs(half[1]) < 1e-9);
  assert.ok(Math.abs(whole[0] - 1) < 1e-9 && Math.abs(whole[1]) < 1e-9);
});

test("transient queues refuse a start that does not fit", () => {
  assert.throws(() => transient(1, { ...small, start: 21 }, [1]), {
    message: "21 messages do not fit into a capacity of 20.",
  });
  assert.throws(() => mtInf(() => 1, { mean: 0, tail: () => 0 }, 0), RangeError);
  assert.throws(() => meanWaitsFromEmpty(1, 1, 0), RangeError);
  assert.throws(() => meanWaitsFromEmpty(0, 1, 2), /arrival rate λ/);
  assert.throws(() => meanWaitsFromEmpty(1, 0, 2), /service rate μ/);
  assert.deepEqual(meanWaitsFromEmpty(1, 1, 1), [0]);
});

test("two servers of rate three agree with the exponential of their matrix, to thirty digits in mpmath", () => {
  const queue = { mu: 3, c: 2, capacity: 6, start: 4 };
  const early = [
    0.020852129699548982, 0.08148540872040427, 0.13941765923138505, 0.20903174093868132, 0.23272456603862707,
    0.18688527007022407, 0.12960322530112922,
  ];
  for (const [first, second] of [transient(5, queue, [0.3, 1.1]), timeVarying(() => 5, 5, queue, [0.3, 1.1])]) {
    close(first.numberInSystem, 3.6303599163116225, 1e-9);
    close(second.numberInSystem, 2.9641873988258474, 1e-9);
    early.forEach((known, n) => {
      close(first.probabilities[n], known, 1e-8);
    });
    close(second.probabilities[0], 0.0976200184361329, 1e-8);
    assert.deepEqual([first.time, second.time], [0.3, 1.1]);
  }
  // in milliseconds too
  const [moment] = transient(0.005, { ...queue, mu: 0.003 }, [300]);
  close(moment.numberInSystem, 3.6303599163116225, 1e-13);
  const [fast] = transient(5e6, { ...queue, mu: 3e6 }, [3e-7]);
  close(fast.numberInSystem, 3.6303599163116225, 1e-13);
});

test("a single place is a switch: P(busy at t) falls to λ/(λ + μ) at rate λ + μ", () => {
  for (const start of [0, 1]) {
    const queue = { mu: 3, c: 1, capacity: 1, start };
    const busy = 0.25 + (start - 0.25) * Math.exp(-4 * 0.2);
    close(transient(1, queue, [0.2])[0].probabilities[1], busy, 1e-13);
    close(timeVarying(() => 1, 1, queue, [0.2])[0].probabilities[1], busy, 1e-9);
  }
});

test("while hardly anything is served the number is Poisson, as far out as it goes", () => {
  const slow = { mu: 1e-12, c: 1, capacity: Infinity, start: 0 };
  for (const lambda of [0.1, 50]) {
    for (const solve of [
      transient,
      (rate: number, ...rest: [typeof slow, number[]]) => timeVarying(() => rate, rate, ...rest),
    ]) {
      const [, last] = solve(lambda, slow, [1, 10]);
      close(last.numberInSystem, 10 * lambda, 1e-9);
      const end = 10 * lambda + 8 * Math.sqrt(10 * lambda);
      const far = Math.ceil(end);
      assert.ok(Math.abs(last.probabilities[far] - poissonProbability(far, 10 * lambda)) < 1e-10);
      assert.ok(last.probabilities.length > far + 1);
      const square = last.probabilities.reduce((sum, p, n) => sum + p * n * n, 0);
      close(square - last.numberInSystem ** 2, 10 * lambda, 1e-7);
    }
    const [many] = transient(lambda, { ...slow, start: 700 }, [1]);
    close(many.numberInSystem, 700 + lambda, 1e-9);
  }
});

test("a queue whose rate varies refuses what a steady one refuses", () => {
  for (const bad of [0, -1, Number.NaN, Infinity]) {
    assert.throws(() => timeVarying(() => 1, bad, small, [1]), {
      message: `The bound of the arrival rate must be a number above 0, not ${bad}.`,
    });
    assert.throws(() => timeVarying(() => 1, 1, { ...small, mu: bad }, [1]), /service rate μ must be a number above 0/);
  }
  assert.throws(() => transient(1, { ...small, capacity: 0 }, [1]), {
    message: "The capacity K must be a whole number ≥ 1, not 0.",
  });
});

test("an infinite server follows a rate that swings four times within a service", () => {
  // ∫ sin(ω(t − u)) exp(−u/S) du = S (sin ωt − ωS cos ωt)/(1 + (ωS)²)
  for (const service of [2, 0.002]) {
    const omega = (2 * Math.PI) / (0.25 * service);
    const law = { mean: service, tail: (u: number) => Math.exp(-u / service) };
    const turns = omega * service;
    for (const t of [0.05 * service, 0.165 * service]) {
      const known = (service * (Math.sin(omega * t) - turns * Math.cos(omega * t))) / (1 + turns ** 2);
      const found = mtInf((at) => 1 + Math.sin(omega * at), law, t) - service;
      assert.ok(Math.abs(found - known) < 5e-10 * service, `${found} and ${known}`);
    }
  }
});

test("after a moment in which hardly anything can have happened, what can is there and all adds up to 1", () => {
  const queue = { mu: 1, c: 1, capacity: 1, start: 0 };
  for (const t of [1e-9, 1e-4, 5e-3]) {
    const [{ probabilities }] = transient(1, queue, [t]);
    assert.ok(Math.abs(probabilities[1] + Math.expm1(-2 * t) / 2) < 1e-15);
    close(probabilities[0] + probabilities[1], 1, 1e-15);
  }
});
