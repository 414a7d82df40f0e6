import type { Distribution } from "../../random/distribution.ts";
import type { Model } from "../../spec.ts";
import { constant, exponential, poisson, single } from "../systems.ts";

/** A case whose number in the system is known at some moments, from a known start. */
export interface OverTime {
  id: string;
  variant?: string;
  model: Model;
  replications: number;
  /** Between which times [s] the number is averaged, and what that average is. */
  windows: { from: number; to: number; metric: string; average: (exact: number) => number }[];
}

const CAPACITY = { amount: 20, counts: "system", overflow: "refuse" } as const;

/**
 * Around the time [s]: so short that the number is a straight line within, and its average is its value in the middle.
 * What it bends at 5 s, where it bends most, makes 0.0002 of 3.8.
 */
const AROUND = 0.25;

function filling(time: number): OverTime {
  return {
    id: "TR-MM1K20",
    variant: `after ${time} s`,
    model: single(poisson(1.5), exponential(1), { queue: { limit: CAPACITY } }),
    replications: 250,
    windows: [{ from: time - AROUND, to: time + AROUND, metric: `E[N(${time})]`, average: (exact) => exact }],
  };
}

const PERIOD = 24;

/** Servers for everybody under a rate that swings around 10/s. A day is enough for the start to be forgotten. */
function swinging(service: Distribution, suffix: string, hours: number[]): OverTime {
  const profile = { profile: "sine", period: PERIOD, amplitude: 0.5, peak: PERIOD / 4 } as const;
  // the average of a sine over ±1 s around a moment is so much of it
  const flattened = Math.sin((2 * Math.PI) / PERIOD) / ((2 * Math.PI) / PERIOD);
  return {
    id: "MT-MINF-SIN",
    variant: service.dist,
    model: single(poisson(10), service, { pool: { concurrency: 1000 }, producer: { profile } }),
    replications: 150,
    windows: hours.map((hour) => {
      const at = PERIOD + hour;
      const average = (exact: number) => 10 + (exact - 10) * flattened;
      return { from: at - 1, to: at + 1, metric: `m(${hour})_${suffix}`, average };
    }),
  };
}

export const casesOverTime: OverTime[] = [
  filling(5),
  filling(10),
  filling(20),
  filling(50),
  swinging(exponential(1), "exp", [0, 6, 12, 18]),
  swinging(constant(1), "det", [6, 12]),
];
