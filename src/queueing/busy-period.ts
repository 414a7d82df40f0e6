import { type Complex, minus, over, plus, scaled, times } from "./complex.ts";
import type { Transform } from "./inversion.ts";

/**
 * Transform θ(s) of the time one server needs to become idle after a message arrives at an empty system: the root of
 * θ = B(s + λ − λθ) in the unit disc.
 *
 * @param lambda arrival rate λ [1/s], ≥ 0
 * @param service transform B of the service time, with λE[S] < 1
 */
export function busyPeriod(lambda: number, service: Transform): Transform {
  return (re, im) => {
    const next = (theta: Complex) => service(re + lambda * (1 - theta[0]), im - lambda * theta[1]);
    return fixedPoint(next, service(re, im));
  };
}

/** The fixed point of a contraction of the complex plane, from `start`, by Aitken's extrapolation. */
function fixedPoint(next: (z: Complex) => Complex, start: Complex): Complex {
  let z = start;
  for (let step = 0; step < 1000; step++) {
    const first = next(z);
    const second = next(first);
    const [d1, d2] = [minus(first, z), minus(second, first)];
    const bend = minus(d2, d1);
    if (Math.hypot(...d2) <= 1e-16 || Math.hypot(...bend) <= 1e-300) return second;
    const leap = minus(z, over(times(d1, d1), bend));
    z = Math.hypot(...leap) <= 1 ? leap : second; // outside the unit disc there are other roots
  }
  return z;
}

/** Transform of the time that work of transform `work` takes when arrivals, and their busy periods, interrupt it. */
export function interruptedBy(work: Transform, lambda: number, busy: Transform): Transform {
  return (re, im) => {
    const [x, y] = plus([re + lambda, im], scaled(-lambda, busy(re, im)));
    return work(x, y);
  };
}
