import { type Complex, minus, ONE, over, plus, scaled, sqrt, times } from "./complex.ts";
import type { Transform } from "./inversion.ts";
import { residualOf, type TimeLaw } from "./time-law.ts";

/**
 * 1 − θ(s), where θ is the transform of the time one server needs to become idle after a message arrives at an empty
 * system: the root of θ = B(s + λ − λθ) in the unit disc. With y = 1 − θ this is y = (s + λy)·E[S]·R(s + λy), where R is
 * the transform of the residual service, and nothing cancels however small s is.
 *
 * @param lambda arrival rate λ [1/s], ≥ 0
 * @param service mean service time, and mean and transform of its residual, with λE[S] < 1
 */
export function busyPeriod(
  lambda: number,
  service: { mean: number; residualMean: number; residual: Transform },
): Transform {
  return remembering((re, im) => {
    const next = (y: Complex) => {
      const s: Complex = [re + lambda * y[0], im + lambda * y[1]];
      return scaled(service.mean, times(s, service.residual(s[0], s[1])));
    };
    return fixedPoint(next, next(guess(lambda, service, [re, im])));
  });
}

/** 1 − θ(s) of an M/G/1 queue. */
export function busyPeriodOf(lambda: number, service: TimeLaw): Transform {
  const { mean, second } = service;
  return busyPeriod(lambda, { mean, residualMean: second / (2 * mean), residual: residualOf(service) });
}

/**
 * y where R(w) ≈ 1 − rw is good enough, that is near s = 0, where plain iteration would hardly move: w = s + λy solves
 * λE[S]rw² + (1 − λE[S])w = s.
 */
function guess(lambda: number, service: { mean: number; residualMean: number }, s: Complex): Complex {
  const rho = lambda * service.mean;
  const bend = 4 * rho * service.residualMean;
  if (!(bend * Math.hypot(...s) < 0.5)) return [0, 0];
  const w = over(scaled(2, s), plus([1 - rho, 0], sqrt(plus([(1 - rho) ** 2, 0], scaled(bend, s)))));
  return scaled(service.mean, times(w, minus(ONE, scaled(service.residualMean, w))));
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
    const rounding = Math.hypot(...gap) < 1e-15 * size && Math.hypot(...gap) >= Math.hypot(...gapBefore);
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

/** Transform of the time that work of transform `work` takes when arrivals, and their busy periods, interrupt it. */
export function interruptedBy(work: Transform, lambda: number, busy: Transform): Transform {
  return (re, im) => {
    const [x, y] = plus([re, im], scaled(lambda, busy(re, im)));
    return work(x, y);
  };
}
