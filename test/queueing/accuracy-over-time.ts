import { mtInf } from "../../src/queueing/mt-inf.ts";
import { mtInfCourse } from "../../src/queueing/mt-inf-course.ts";
import { mtMc } from "../../src/queueing/mt-mc.ts";
import { mtMcPeriodic } from "../../src/queueing/mt-mc-periodic.ts";
import { meanWaitsFromEmpty } from "../../src/queueing/nth-wait.ts";
import { constantLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { traceQueue } from "../../src/queueing/trace.ts";
import { timeVarying, transient } from "../../src/queueing/transient.ts";
import { type Family, ofCase, reduced } from "./comparison.ts";

/* How far answers about queues that change over time are from what is known otherwise. */

export const overTime: Family[] = [
  {
    family: "M_t/G/∞",
    functions: "mtInf",
    compare: () => {
      const rate = (t: number) => 10 * (1 + 0.5 * Math.sin((2 * Math.PI * t) / 24));
      return ofCase("MT-MINF-SIN", { "m(6)_exp": mtInf(rate, exponentialLaw(1), 6) });
    },
  },
  {
    family: "courses of M_t/G/∞",
    functions: "mtInfCourse",
    compare: () => {
      const w = (2 * Math.PI) / 24;
      const arrivals = {
        rate: (t: number) => 10 * (1 + 0.5 * Math.sin(w * t)),
        cumulative: (t: number) => 10 * (t + (0.5 * (1 - Math.cos(w * t))) / w),
        corners: () => [],
        opened: Number.NEGATIVE_INFINITY,
      };
      const [three, six] = mtInfCourse(arrivals, exponentialLaw(1), [3, 6]);
      const steady = { rate: () => 5, cumulative: (t: number) => 5 * t, corners: () => [], opened: 0 };
      const [filling] = mtInfCourse(steady, exponentialLaw(2), [3]);
      return [
        ...ofCase("MT-MINF-SIN", {
          "m(3)_exp": three.numberInSystem,
          "m(6)_exp": six.numberInSystem,
          "m(6)_det": mtInfCourse(arrivals, constantLaw(1), [6])[0].numberInSystem,
        }),
        ...reduced("mean since an empty start, ∫ 10(1 − e^−t/2)", filling.total, 10 + 20 * Math.exp(-1.5)),
      ];
    },
  },
  {
    family: "transient M/M/c/K",
    functions: "transient, timeVarying",
    compare: () => {
      const [five, fifty] = transient(1.5, { mu: 1, c: 1, capacity: 20, start: 0 }, [5, 50]);
      const rate = (t: number) => 3 + 2 * Math.sin(t);
      const [swinging] = timeVarying(rate, 5, { mu: 1, c: 3, capacity: 7, start: 0 }, [15]);
      return [
        ...ofCase("TR-MM1K20", {
          "E[N(5)]": five.numberInSystem,
          "P[N(5)=20]": five.probabilities[20],
          "E[N(50)]": fifty.numberInSystem,
        }),
        ...reduced("explicit method in SciPy, E[N] under a swing", swinging.numberInSystem, 5.1736210393145),
      ];
    },
  },
  {
    family: "courses of M_t/M/c/K",
    functions: "mtMc",
    compare: () => {
      const full = { rate: () => 1.5, corners: [], mu: 1, c: 1, capacity: 20 };
      const [five, fifty] = mtMc(full, [5, 50]);
      const swinging = { rate: (t: number) => 3 + 2 * Math.sin(t), corners: [], mu: 1, c: 3, capacity: 7 };
      const [end] = mtMc(swinging, [15]);
      const everybody = { rate: () => 300, corners: [], mu: 1, c: 1000, capacity: Infinity };
      return [
        ...ofCase("TR-MM1K20", {
          "E[N(5)]": five.numberInSystem,
          "E[N(50)]": fifty.numberInSystem,
          "P[N(50)=20]": fifty.full,
        }),
        ...reduced("explicit method in SciPy, arrivals lost under a swing", end.totals.lost, 7.6213839041185),
        ...reduced("Poisson mean 300(1 − e^−t)", mtMc(everybody, [0.5])[0].numberInSystem, 300 * -Math.expm1(-0.5)),
      ];
    },
  },
  {
    family: "M_t/M/c/K in the long run of a period",
    functions: "mtMcPeriodic",
    compare: () => {
      const swinging = {
        rate: (t: number) => 0.8 * (1 + 0.8 * Math.sin((Math.PI * t) / 4)),
        corners: [],
        mu: 1,
        c: 1,
        capacity: Infinity,
      };
      const [two, eight] = mtMcPeriodic(swinging, { period: 8, meanRate: 0.8 }, [2, 8]);
      const [steady] = mtMcPeriodic({ ...swinging, rate: () => 0.8 }, { period: 10, meanRate: 0.8 }, [10]);
      return [
        ...reduced("fixed point of the full equations in SciPy, E[waiting]", two.numberInQueue, 3.42104214252),
        ...reduced("fixed point of the full equations in SciPy, P(N ≥ c)", eight.allBusy, 0.7095636092426),
        ...reduced("M/M/1 at a constant rate", steady.numberInSystem, 4),
      ];
    },
  },
  {
    family: "first waits of M/M/1, recorded messages",
    functions: "meanWaitsFromEmpty, traceQueue",
    compare: () => {
      const waits = meanWaitsFromEmpty(0.9, 1, 1000);
      const { departures } = traceQueue(new Array(10).fill(0), new Array(10).fill(1), 3);
      return [
        ...ofCase("TR-WAIT-N", { "E[Wq_100]": waits[99], "E[Wq_1000]": waits[999] }),
        ...ofCase("DD2-BATCH", { mean_W: departures.reduce((sum, time) => sum + time, 0) / 10 }),
      ];
    },
  },
];
