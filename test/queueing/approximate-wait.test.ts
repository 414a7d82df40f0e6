import assert from "node:assert/strict";
import { test } from "vitest";
import {
  allenCunneen,
  cosmetatos,
  kimura,
  kingman,
  kingmanBound,
  kraemerLangenbachBelz,
  whitt,
} from "../../src/queueing/approximate-wait.ts";
import { gm1, gmc } from "../../src/queueing/gmc.ts";
import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { poissonArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { hyperexponentialPhases } from "../../src/queueing/phase-type.ts";
import { erlangLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

const markovian = { lambda: 9, arrivalVariation: 1, mu: 1, serviceVariation: 1, c: 10 };
const share = (1 + Math.sqrt(3 / 5)) / 2;
const balanced = hyperexponentialPhases([share, 1 - share], [1 / (2 * share), 1 / (2 * (1 - share))]);
const constant = (interval: number) => ({ mean: interval, transform: (s: number) => Math.exp(-s * interval) });

test("Allen–Cunneen gives the values it is known to give", () => {
  agrees("MPHC-E2-c2-r80", {
    Wq_AllenCunneen_approx: allenCunneen({ ...markovian, lambda: 1.6, serviceVariation: 0.5, c: 2 }).waitingTime,
  });
  agrees("MPHC-E2-c5-r80", {
    Wq_AllenCunneen_approx: allenCunneen({ ...markovian, lambda: 4, serviceVariation: 0.5, c: 5 }).waitingTime,
  });
  agrees("MPHC-H2-c5-r90", {
    Wq_AllenCunneen_approx: allenCunneen({ ...markovian, lambda: 4.5, serviceVariation: 4, c: 5 }).waitingTime,
  });
});

test("each is exact where it should be: M/M/c, M/G/1, and in heavy traffic", () => {
  for (const rule of [allenCunneen, kimura, whitt]) {
    close(rule(markovian).waitingTime, mmc(9, 1, 10).waitingTime, 1e-13);
    assert.equal(rule(markovian).exact, false);
  }
  const one = { lambda: 0.8, arrivalVariation: 1, mu: 1, serviceVariation: 0.5, c: 1 };
  for (const rule of [allenCunneen, kimura, kraemerLangenbachBelz, kingman]) {
    close(rule(one).waitingTime, mg1(0.8, erlangLaw(2, 1)).waitingTime, 1e-13);
  }
  close(kingman({ ...markovian, lambda: 9.999 }).waitingTime, mmc(9.999, 1, 10).waitingTime, 1e-3);
});

test("the other averages follow from the wait", () => {
  const state = allenCunneen({ ...markovian, serviceVariation: 3 });
  close(state.sojournTime, state.waitingTime + 1, 1e-15);
  close(state.numberInQueue, 9 * state.waitingTime, 1e-15);
  close(state.numberInSystem, 9 * state.sojournTime, 1e-15);
  close(state.utilization, 0.9, 1e-15);
});

test("Cosmetatos is within 2 % of exact M/D/c where messages do wait", () => {
  for (const [lambda, c] of [
    [1.6, 2],
    [4, 5],
    [9, 10],
    [18, 20],
  ]) {
    close(cosmetatos(lambda, 1, c).waitingTime, mdc(lambda, 1, c).waitingTime, 0.02);
  }
});

test("Kimura is within 3 % of exact for branched service, and constant service is Cosmetatos", () => {
  const exact = mapPhC(poissonArrivals(4.5), balanced, 5).waitingTime;
  close(kimura({ lambda: 4.5, mu: 1, serviceVariation: 4, c: 5 }).waitingTime, exact, 0.03);
  close(kimura({ lambda: 4, mu: 1, serviceVariation: 0, c: 5 }).waitingTime, cosmetatos(4, 1, 5).waitingTime, 1e-13);
});

test("Whitt's interpolation is within 9 % of exact M/D/c, D/M/c and branched service at ρ ≥ 0.8", () => {
  close(whitt({ ...markovian, serviceVariation: 0 }).waitingTime, mdc(9, 1, 10).waitingTime, 0.02);
  const regular = { ...markovian, lambda: 4.2, arrivalVariation: 0, c: 5 };
  close(whitt(regular).waitingTime, gmc(constant(1 / 4.2), 1, 5).waitingTime, 0.09);
  const exact = mapPhC(poissonArrivals(4.5), balanced, 5).waitingTime;
  close(whitt({ ...markovian, lambda: 4.5, serviceVariation: 4, c: 5 }).waitingTime, exact, 0.05);
});

test("Krämer and Langenbach-Belz are within 3 % of exact D/M/1 where Allen–Cunneen is 20 % off", () => {
  const exact = gm1(constant(1.25), 1).waitingTime;
  const queue = { lambda: 0.8, arrivalVariation: 0, mu: 1, serviceVariation: 1, c: 1 };
  close(kraemerLangenbachBelz(queue).waitingTime, exact, 0.03);
  assert.ok(allenCunneen(queue).waitingTime > 1.1 * exact);
});

test("Kingman's bound is never undercut", () => {
  for (const rho of [0.3, 0.8, 0.99]) {
    const bound = kingmanBound({ lambda: rho, arrivalVariation: 0, mu: 1, serviceVariation: 1 }).waitingTime;
    assert.ok(bound >= gm1(constant(1 / rho), 1).waitingTime);
  }
  // for M/M/1: λ(1/λ² + 1/μ²)/(2(1 − ρ)) at λ = ½, μ = 1
  const half = { lambda: 0.5, arrivalVariation: 1, mu: 1, serviceVariation: 1 };
  close(kingmanBound(half).waitingTime, 2.5, 1e-14);
});

test("approximations refuse an overload and negative variations", () => {
  assert.throws(() => allenCunneen({ ...markovian, lambda: 10 }), { name: "UnstableQueueError" });
  assert.throws(() => whitt({ ...markovian, serviceVariation: -1 }), {
    message: "The squared variation of the service must be a number ≥ 0, not -1.",
  });
});

test("approximations agree with their published formulas in Python's decimal, for services of a quarter of a second", () => {
  const points: [lambda: number, ca: number, cs: number, c: number, wait: number][] = [
    [12, 2.5, 0.5, 5, 0.04898084975780989],
    [12, 0.3, 1.2, 5, 0.015598396306996777],
    [3, 0.4, 0.2, 2, 0.012052383632366399],
    [1, 0.2, 0.6, 3, 3.3999917320637694e-5], // γ is cut off at 0.24
    [12, 0.7, 0.7, 4, 0.08089526185847909],
    [2, 0.9, 0.1, 6, 3.985357964522651e-7],
    [12, 3, 0, 5, 0.049274751264174466],
  ];
  for (const [lambda, arrivalVariation, serviceVariation, c, wait] of points) {
    close(whitt({ lambda, arrivalVariation, mu: 4, serviceVariation, c }).waitingTime, wait, 1e-12);
  }
  for (const [lambda, arrivalVariation, serviceVariation, wait] of [
    [3, 2.5, 0.5, 1.0350499664579886],
    [3, 0.3, 1.2, 0.5231135438146676],
    [1, 1.6, 2, 0.14313099989537825],
    [3, 1, 0.4, 0.525],
  ]) {
    close(kraemerLangenbachBelz({ lambda, arrivalVariation, mu: 4, serviceVariation }).waitingTime, wait, 1e-12);
  }
  close(cosmetatos(12, 4, 5).waitingTime, 0.016424917088058155, 1e-12);
  close(cosmetatos(1, 4, 2).waitingTime, 0.0027400546693587295, 1e-12);
  close(kimura({ lambda: 12, mu: 4, serviceVariation: 2.5, c: 5 }).waitingTime, 0.04483842235986596, 1e-12);
  close(kimura({ lambda: 1, mu: 4, serviceVariation: 0.3, c: 2 }).waitingTime, 0.0031967001764536505, 1e-12);
  const queue = { lambda: 12, arrivalVariation: 2.5, mu: 4, serviceVariation: 0.5, c: 5 };
  close(kingman(queue).waitingTime, 0.1125, 1e-12);
  close(allenCunneen(queue).waitingTime, 0.04427842565597668, 1e-12);
  close(allenCunneen(queue).sojournTime, 0.04427842565597668 + 0.25, 1e-12);
  close(allenCunneen(queue).numberInSystem, 12 * (0.04427842565597668 + 0.25), 1e-12);
  const one = { lambda: 3, arrivalVariation: 2.5, mu: 4, serviceVariation: 0.5 };
  close(kingmanBound(one).waitingTime, 1.8541666666666667, 1e-12);
  close(kingmanBound(one).utilization, 0.75, 1e-15);
  // perfectly regular arrivals and services never wait
  assert.equal(kraemerLangenbachBelz({ ...one, arrivalVariation: 0, serviceVariation: 0 }).waitingTime, 0);
});

test("nobody waits where neither arrivals nor services vary", () => {
  for (const c of [1, 5]) {
    const queue = { lambda: 0.9 * c, arrivalVariation: 0, mu: 1, serviceVariation: 0, c };
    for (const rule of [whitt, allenCunneen, kingman]) assert.equal(rule(queue).waitingTime, 0);
  }
});
