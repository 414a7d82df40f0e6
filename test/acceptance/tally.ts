import type { Judged } from "../../src/experiment/judge.ts";
import { type Share, shareOf } from "../../src/stats/clopper-pearson.ts";

/** What became of one look in all runs so far. */
export class Tally {
  runs = 0;
  /** Runs that gave an interval. */
  intervals = 0;
  covered = 0;
  /** Intervals that end below the exact value, and those that begin above it. */
  below = 0;
  above = 0;
  flagged = 0;
  private readonly exact: number;
  private halfWidths = 0;
  private values = 0;
  private squares = 0;
  private readonly codes = new Map<string, number>();

  constructor(exact: number) {
    this.exact = exact;
  }

  add({ value, low, high, quality }: Judged): void {
    this.runs++;
    if (quality.length > 0) this.flagged++;
    for (const code of quality) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (value === null || low === null || high === null) return;
    this.intervals++;
    if (high < this.exact) this.below++;
    else if (low > this.exact) this.above++;
    else this.covered++;
    this.halfWidths += (high - low) / 2 / value;
    this.values += value;
    this.squares += value ** 2;
  }

  /** Share of the intervals that hold the exact value, with its own 95 % interval. */
  get coverage(): Share {
    return shareOf(this.covered, this.intervals);
  }

  get flags(): Share {
    return shareOf(this.flagged, this.runs);
  }

  /** Average half-width of an interval, relative to its estimate. */
  get halfWidth(): number {
    return this.halfWidths / this.intervals;
  }

  /** Relative difference of the average estimate from the exact value, and its standard error. */
  get bias(): { value: number; standardError: number } {
    const mean = this.values / this.intervals;
    const variance = (this.squares / this.intervals - mean ** 2) / (this.intervals - 1);
    return { value: mean / this.exact - 1, standardError: Math.sqrt(Math.max(0, variance)) / Math.abs(this.exact) };
  }

  /** Quality codes and how often each was given. */
  get reasons(): [string, number][] {
    return [...this.codes];
  }
}
