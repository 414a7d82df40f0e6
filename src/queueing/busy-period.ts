import { type Complex, minus, ONE, over, plus, scaled, sqrt, times } from "./complex.ts";
import type { Transform } from "./inversion.ts";
import { residualOf, type TimeLaw } from "./time-law.ts";

/** Work that comes as Poisson messages: of one class, or of several together. */
export interface Work {
  /** Arrivals [1/s], > 0. */
  rate: number;
  /** ρ = Σ λE[S], below 1. */
  load: number;
  /** Σ λE[S²]/2 [s]. */
  residualMean: number;
  /** Σ ρE[exp(−sR)], where R is the residual of a service. */
  residual: Transform;
}

/**
 * 1 − θ(s), where θ is the transform of the time one server needs to become idle after a message arrives at an empty
 * system: the root of θ = B(s + λ − λθ) in the unit disc. With y = 1 − θ this is λy = (s + λy)·ρR(s + λy), where R is
 * the transform of the residual service, and nothing cancels however small s is.
 */
export function busyPeriod(work: Work): Transform {
  const { rate, residual } = work;
  return remembering((re, im) => {
    const next = (y: Complex) => {
      const s: Complex = [re + rate * y[0], im + rate * y[1]];
      return scaled(1 / rate, times(s, residual(s[0], s[1])));
    };
    return fixedPoint(next, next(guess(work, [re, im])));
  });
}

/** 1 − θ(s) of an M/G/1 queue. */
export function busyPeriodOf(lambda: number, service: TimeLaw): Transform {
  const load = lambda * service.mean;
  const residual = residualOf(service);
  return busyPeriod({
    rate: lambda,
    load,
    residualMean: (lambda * service.second) / 2,
    residual: (re, im) => scaled(load, residual(re, im)),
  });
}

/**
 * y where ρR(w) ≈ ρ − rw is good enough, that is near s = 0, where plain iteration would hardly move: w = s + λy solves
 * rw² + (1 − ρ)w = s.
 */
function guess({ rate, load, residualMean }: Work, s: Complex): Complex {
  const bend = 4 * residualMean;
  if (!(bend * Math.hypot(...s) < 0.5)) return [0, 0];
  const w = over(scaled(2, s), plus([1 - load, 0], sqrt(plus([(1 - load) ** 2, 0], scaled(bend, s)))));
  return scaled(1 / rate, times(w, minus([load, 0], scaled(residualMean, w))));
}

/**
 * The fixed point of a contraction near 1 − (unit disc), from `start`, by secants: they bring about 1.6 times as many
 * digits with each value of `next`, and Newton's steps would need a derivative.
 */
function fixedPoint(next: (y: Complex) => Complex, start: Complex): Complex {
  let before = start;
  let y = next(start);
  let gapBefore = minus(y, before);
  for (let step = 0; step < 1000; step++) {
    const image = next(y);
    const gap = minus(image, y);
    const size = Math.hypot(...image);
    const rounding = Math.hypot(...gap) < 1e-12 * size && Math.hypot(...gap) >= Math.hypot(...gapBefore);
    if (Math.hypot(...gap) <= 1e-16 * size || rounding) return image; // the last bits only jump about
    const leap = minus(y, over(times(gap, minus(y, before)), minus(gap, gapBefore)));
    [before, gapBefore] = [y, gap];
    y = Math.hypot(...minus(ONE, leap)) <= 1 ? leap : image; // outside the disc there are other roots
  }
  return y;
}

/** The latest value again without computing it, if it is asked for at the same point. */
function remembering(f: Transform): Transform {
  let [re, im, value] = [Number.NaN, Number.NaN, ONE];
  return (x, y) => {
    if (x !== re || y !== im) [re, im, value] = [x, y, f(x, y)];
    return value;
  };
}

/** Transform of the time that work of transform `task` takes when arrivals, and their busy periods, interrupt it. */
export function interruptedBy(task: Transform, rate: number, busy: Transform): Transform {
  return (re, im) => {
    const [x, y] = plus([re, im], scaled(rate, busy(re, im)));
    return task(x, y);
  };
}
