/** A sequence of probabilities that fall and, in the end, fall by a constant factor. */
export interface Settling {
  at(k: number): number;
  /** Σ (k + 1)·at(k) and Σ at(k), k ≥ 0. */
  sums(): { first: number; zeroth: number };
}

const STRIDE = 64;

/**
 * Keeps the values `next` produces one after the other, until they fall by a factor that has stopped changing: from
 * there on they are extrapolated.
 */
export function settling(next: () => number): Settling {
  const values = [next()];
  let factor = Number.NaN; // of one step, once settled
  const last = () => values[values.length - 1];
  const extend = () => {
    for (let i = 0; i < STRIDE; i++) values.push(next());
    const n = values.length - 1;
    if (last() < 1e-290) factor = 0;
    else if (n >= 2 * STRIDE) {
      const [earlier, later] = [values[n - STRIDE] / values[n - 2 * STRIDE], values[n] / values[n - STRIDE]];
      if (Math.abs(later / earlier - 1) < 1e-13) factor = later ** (1 / STRIDE);
    }
  };
  return {
    at: (k) => {
      while (Number.isNaN(factor) && k >= values.length) extend();
      return k < values.length ? values[k] : last() * factor ** (k - values.length + 1);
    },
    sums: () => {
      while (Number.isNaN(factor)) extend();
      const [n, rest] = [values.length, 1 - factor];
      const [zeroth, first] = values.reduce(([a, b], value, k) => [a + value, b + (k + 1) * value], [0, 0]);
      const beyond = (last() * factor) / rest;
      return { zeroth: zeroth + beyond, first: first + beyond * (n + 1 / rest) };
    },
  };
}
