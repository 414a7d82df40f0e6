import { plus, times } from "./complex.ts";
import { manyCoefficients } from "./generating-function.ts";
import type { Transform } from "./inversion.ts";
import type { NumberLaw } from "./steady-state.ts";
import type { Wait } from "./wait-then-service.ts";

/**
 * The number in the system (of one class) where messages leave in the order of their Poisson arrivals: a message leaves
 * behind those who came during its sojourn, and this is what is seen at any time (distributional form of Little's law).
 * Absolute error of probabilities near 10⁻¹¹.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param sojourn mean [s], variance [s²] and transform of the sojourn time
 * @see Keilson & Servi (1988), Operations Research Letters 7(5), 223–227
 */
export function numberLeftBehind(
  lambda: number,
  sojourn: { sojournTime: number; sojournVariance: number; transform: Transform },
): NumberLaw {
  const { sojournTime, sojournVariance, transform } = sojourn;
  return {
    probability: manyCoefficients((re, im) => transform(lambda * (1 - re), -lambda * im)),
    numberVariance: lambda * sojournTime + lambda ** 2 * sojournVariance,
  };
}

/** E[exp(−sW)] of a wait followed by an independent time. */
export function sojournTransform(wait: Wait, service: Transform): Transform {
  return (re, im) => times(plus([1 - wait.probability, 0], wait.transform(re, im)), service(re, im));
}
