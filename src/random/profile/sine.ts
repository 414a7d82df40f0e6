import { cosTurns, sinTurns } from "../../special/elementary.ts";
import { increasingRoot } from "../../special/increasing-root.ts";
import type { Profile } from "../arrivals.ts";
import type { RateCurve } from "./rate-curve.ts";

/** 1 + amplitude · cos(2π (t − peak)/period). */
export class Sine implements RateCurve {
  readonly maximum: number;
  readonly mean = 1;
  readonly end = Number.POSITIVE_INFINITY;
  private readonly period: number;
  private readonly amplitude: number;
  private readonly peak: number; // in periods
  private readonly swing: number; // of the integral about its mean [s]
  private readonly before: number; // sin of the phase at time 0

  constructor({ period, amplitude, peak }: Profile & { profile: "sine" }) {
    this.maximum = 1 + amplitude;
    this.period = period;
    this.amplitude = amplitude;
    this.peak = peak / period;
    this.swing = (amplitude * period) / (2 * Math.PI);
    this.before = sinTurns(-this.peak);
  }

  factor(t: number): number {
    return Math.max(0, 1 + this.amplitude * cosTurns(t / this.period - this.peak));
  }

  cumulative(t: number): number {
    return t + this.swing * (sinTurns(t / this.period - this.peak) - this.before);
  }

  inverse(area: number): number {
    if (area <= 0 || area === Number.POSITIVE_INFINITY) return Math.max(0, area);
    const whole = Math.floor(area / this.period) * this.period; // full periods add their length
    const rest = area - whole;
    const f = (t: number) => ({ value: this.cumulative(t) - rest, slope: this.factor(t) });
    const resolution = 2 ** -52 * area;
    return whole + increasingRoot(f, { start: rest, low: 0, high: this.period, resolution });
  }
}
