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
  return (re, im) => {
    const next = (y: Complex) => {
      const s: Complex = [re + lambda * y[0], im + lambda * y[1]];
      return scaled(service.mean, times(s, service.residual(s[0], s[1])));
    };
    return fixedPoint(next, next(guess(lambda, service, [re, im])));
  };
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

/** The fixed point of a contraction near 1 − (unit disc), from `start`, by Aitken's extrapolation. */
function fixedPoint(next: (y: Complex) => Complex, start: Complex): Complex {
  let y = start;
  let residualBefore = Infinity;
  for (let step = 0; step < 1000; step++) {
    const first = next(y);
    const second = next(first);
    const [d1, d2] = [minus(first, y), minus(second, first)];
    const residual = Math.hypot(...d2) / Math.hypot(...second);
    const rounding = residual < 1e-15 && residual >= residualBefore; // the last bits only jump about
    if (residual <= 1e-16 || rounding) return second;
    const leap = minus(y, over(times(d1, d1), minus(d2, d1)));
    y = Math.hypot(...minus(ONE, leap)) <= 1 ? leap : second; // outside the disc there are other roots
    residualBefore = residual;
  }
  return y;
}

/** Transform of the time that work of transform `work` takes when arrivals, and their busy periods, interrupt it. */
export function interruptedBy(work: Transform, lambda: number, busy: Transform): Transform {
  return (re, im) => {
    const [x, y] = plus([re, im], scaled(lambda, busy(re, im)));
    return work(x, y);
  };
}
