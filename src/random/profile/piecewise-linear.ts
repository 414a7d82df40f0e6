import type { Profile } from "../arrivals.ts";
import type { RateCurve } from "./rate-curve.ts";

/** One straight piece of the curve. */
interface Piece {
  /** Where it begins [s]. */
  start: number;
  /** How long it lasts [s]; Infinity for the last piece of a profile that does not repeat. */
  length: number;
  /** Factor at its start, and its change per second. */
  factor: number;
  slope: number;
  /** ∫ factor up to its start [s]. */
  area: number;
}

/**
 * Linear between given points, level before the first and after the last; with `repeat` it starts over after that time.
 * Two points at one time make a jump. Hot path.
 */
export class PiecewiseLinear implements RateCurve {
  readonly maximum: number;
  readonly mean: number;
  readonly end: number;
  private readonly pieces: Piece[];
  private readonly period: number; // s; Infinity when it does not repeat
  private readonly areaOfPeriod: number;

  constructor({ at, factor, repeat }: Profile & { profile: "piecewise" }) {
    this.period = repeat ?? Number.POSITIVE_INFINITY;
    this.pieces = piecesOf(at, factor, this.period);
    this.areaOfPeriod =
      repeat === null ? Number.POSITIVE_INFINITY : areaAt(this.pieces[this.pieces.length - 1], repeat);
    this.maximum = factor.reduce((most, one) => Math.max(most, one), 0);
    const last = factor[factor.length - 1];
    this.mean = repeat === null ? last : this.areaOfPeriod / repeat;
    this.end = repeat === null && last === 0 ? at[at.length - 1] : Number.POSITIVE_INFINITY;
  }

  factor(t: number): number {
    const phase = t - this.cycleStart(t);
    const piece = this.lastPiece((one) => one.start <= phase);
    return piece.factor + piece.slope * (phase - piece.start);
  }

  cumulative(t: number): number {
    const start = this.cycleStart(t);
    const phase = t - start;
    const within = areaAt(
      this.lastPiece((one) => one.start <= phase),
      phase,
    );
    return start === 0 ? within : Math.round(start / this.period) * this.areaOfPeriod + within;
  }

  inverse(area: number): number {
    if (area <= 0) return 0;
    if (area === Number.POSITIVE_INFINITY || this.areaOfPeriod === 0) return Number.POSITIVE_INFINITY;
    // Rounded up: an area that ends with a period is reached within it, not at the start of the next.
    const cycles = Math.max(0, Math.ceil(area / this.areaOfPeriod) - 1);
    const rest = cycles === 0 ? area : Math.max(0, area - cycles * this.areaOfPeriod);
    const piece = this.lastPiece((one) => one.area < rest);
    const time = piece.start + timeFor(piece, rest - piece.area);
    return cycles === 0 ? time : cycles * this.period + Math.min(this.period, time);
  }

  private cycleStart(t: number): number {
    return t < this.period ? 0 : Math.floor(t / this.period) * this.period;
  }

  /** The last of the pieces for which `precedes` holds; it holds up to a point and not beyond. */
  private lastPiece(precedes: (piece: Piece) => boolean): Piece {
    let low = 0;
    let high = this.pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (precedes(this.pieces[middle])) low = middle;
      else high = middle;
    }
    return this.pieces[low];
  }
}

function piecesOf(at: number[], factor: number[], period: number): Piece[] {
  const pieces: Piece[] = [];
  let area = 0;
  const add = (start: number, end: number, from: number, to: number): void => {
    const length = end - start;
    if (length <= 0) return;
    const piece = { start, length, factor: from, slope: from === to ? 0 : (to - from) / length, area };
    pieces.push(piece);
    area += 0.5 * (from + to) * length;
  };
  add(0, at[0], factor[0], factor[0]);
  for (let i = 1; i < at.length; i++) add(at[i - 1], at[i], factor[i - 1], factor[i]);
  const last = at.length - 1;
  add(at[last], period, factor[last], factor[last]);
  return pieces;
}

/** ∫ factor from 0 to t [s], which lies in `piece`. */
function areaAt(piece: Piece, t: number): number {
  const x = t - piece.start;
  return piece.area + x * (piece.factor + 0.5 * piece.slope * x);
}

/** How long [s] the piece takes to gather `area`: factor·x + slope·x²/2 = area, solved without cancellation. */
function timeFor({ factor, slope, length }: Piece, area: number): number {
  if (area <= 0) return 0;
  const discriminant = factor * factor + 2 * slope * area;
  return Math.min(length, (2 * area) / (factor + Math.sqrt(Math.max(0, discriminant))));
}
