/** Each check comes after half as much again of simulated time. */
export const CHECK_FACTOR = 1.5;
/** A single pass may be luck: of an interval that happens to be short. */
const PASSES_NEEDED = 2;

/** A run that is prolonged until it is precise enough. */
export interface Prolongation {
  /** Length at which to check next [s], or to stop when `done`. */
  length: number;
  /** Checks passed in a row. */
  passes: number;
  done: boolean;
}

export function firstCheck(length: number): Prolongation {
  return { length, passes: 0, done: false };
}

/** What to do after a check that was passed, or not, by all statistics together. */
export function afterCheck({ length, passes }: Prolongation, passed: boolean): Prolongation {
  if (!passed) return { length: length * CHECK_FACTOR, passes: 0, done: false };
  const done = passes + 1 === PASSES_NEEDED;
  return { length: done ? length : length * CHECK_FACTOR, passes: passes + 1, done };
}

/**
 * The length [s] at which a half-width that is `relative` now will be `wanted`: half-widths fall with the square root
 * of the length. Both relative to the value, or both absolute; > 0.
 */
export function predictedLength(length: number, relative: number, wanted: number): number {
  return length * (relative / wanted) ** 2;
}
