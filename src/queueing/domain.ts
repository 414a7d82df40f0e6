/** Refuses a quantity that is not a finite number above 0. `what` names it with its symbol: "arrival rate λ". */
export function mustBePositive(what: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`The ${what} must be a number above 0, not ${value}.`);
}

/** Refuses a quantity that is not a finite number ≥ 0. */
export function mustNotBeNegative(what: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`The ${what} must be a number ≥ 0, not ${value}.`);
}

/** Refuses a count that is not a whole number ≥ `least`. */
export function mustBeWhole(what: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`The ${what} must be a whole number ≥ ${least}, not ${value}.`);
  }
}

/** Refuses a number outside [0, 1]. */
export function mustBeProbability(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`The ${what} must be a probability, 0 … 1, not ${value}.`);
}
