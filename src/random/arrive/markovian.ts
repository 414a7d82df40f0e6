import { Choice } from "../draw/choice.ts";
import { stationaryDistribution } from "../markov.ts";
import type { RateCurve } from "../profile/rate-curve.ts";
import type { Stream } from "../stream.ts";
import type { ArrivalProcess } from "./arrival-process.ts";
import { type MapRates, phaseGenerator } from "./map.ts";

/**
 * A Markovian arrival process, begun in the stationary distribution of its phases.
 *
 * Under a profile the rates in d1 are multiplied by the factor of the moment: candidates come at the largest rate, and
 * one that is refused changes nothing, not even the phase. Hot path.
 */
export class MarkovianArrivals implements ArrivalProcess {
  private readonly stream: Stream;
  private readonly curve: RateCurve | null;
  private readonly phases: number;
  private readonly stay: Float64Array; // mean time between events in each phase [s]
  private readonly event: Choice[]; // which event ends it: an arrival into phase j, or (n + j) a mere change to it
  private readonly end: number; // s, when the profile closes for good
  private time = 0; // s
  private phase = 0;

  constructor(stream: Stream, rates: MapRates, curve: RateCurve | null) {
    this.stream = stream;
    this.curve = curve;
    this.end = curve?.end ?? Number.POSITIVE_INFINITY;
    this.phases = rates.d0.length;
    const events = eventRates(rates, curve?.maximum ?? 1);
    this.stay = Float64Array.from(events, (row) => 1 / row.reduce((sum, rate) => sum + rate, 0));
    this.event = events.map((row) => new Choice(stream, row));
    this.phase = new Choice(stream, stationaryDistribution(phaseGenerator(rates))).next();
  }

  next(): number {
    while (this.time < this.end) {
      this.time += this.stay[this.phase] * this.stream.exponential();
      const event = this.event[this.phase].next();
      if (event >= this.phases) this.phase = event - this.phases;
      else if (this.accepted()) {
        this.phase = event;
        return this.time;
      }
    }
    return Number.POSITIVE_INFINITY;
  }

  private accepted(): boolean {
    const { curve } = this;
    return curve === null || this.stream.uniform() * curve.maximum < curve.factor(this.time);
  }
}

/** From each phase: the rates of arrivals into every phase, then those of changes without one. */
function eventRates({ d0, d1 }: MapRates, scale: number): number[][] {
  return d0.map((row, i) => [...d1[i].map((rate) => scale * rate), ...row.map((rate, j) => (i === j ? 0 : rate))]);
}
