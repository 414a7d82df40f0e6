import { scaled, times } from "./complex.ts";
import type { Transform } from "./inversion.ts";
import { mg1, transformOfDelay } from "./mg1.ts";
import { numberLeftBehind, sojournTransform } from "./number-left-behind.ts";
import type { NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";
import { residualOf, type TimeLaw } from "./time-law.ts";
import { waitThenService } from "./wait-then-service.ts";

type Times = SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw;

/**
 * M/G/1 whose server, when it finds the queue empty, is away for a while, and again until it finds work: a message waits
 * as in M/G/1 and, besides, for the rest of an absence.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service law of the service time
 * @param absence law of each absence
 * @throws UnstableQueueError when λE[S] ≥ 1
 * @see Fuhrmann & Cooper (1985), Operations Research 33(5), 1117–1129
 */
export function vacations(lambda: number, service: TimeLaw, absence: TimeLaw): Times {
  const mean = absence.second / (2 * absence.mean);
  const square = absence.third / (3 * absence.mean);
  return delayedFurther(lambda, service, { mean, square, transform: residualOf(absence) });
}

/**
 * M/G/1 whose server goes off when it has no work and needs a set-up time when work arrives.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service law of the service time
 * @param time law of the set-up time
 * @throws UnstableQueueError when λE[S] ≥ 1
 * @see Welch (1964), Operations Research 12(5), 736–752
 */
export function setup(lambda: number, service: TimeLaw, time: TimeLaw): Times {
  const cycle = 1 + lambda * time.mean;
  const mean = (time.mean + (lambda * time.second) / 2) / cycle;
  const square = (time.second + (lambda * time.third) / 3) / cycle;
  const residual = residualOf(time);
  // (λ − (λ − s)D(s))/(s(1 + λE[D])) = (D(s) + λE[D]·residual(s))/(1 + λE[D])
  const transform: Transform = (re, im) => {
    const rest = scaled(lambda * time.mean, residual(re, im));
    const whole = time.transform(re, im);
    return scaled(1 / cycle, [rest[0] + whole[0], rest[1] + whole[1]]);
  };
  return delayedFurther(lambda, service, { mean, square, transform });
}

/** M/G/1 where each wait is longer by an independent time. */
function delayedFurther(
  lambda: number,
  service: TimeLaw,
  extra: { mean: number; square: number; transform: Transform },
): Times {
  const plain = mg1(lambda, service);
  const delay = transformOfDelay(plain.utilization, service);
  const waitingTime = plain.waitingTime + extra.mean;
  const sojournTime = waitingTime + service.mean;
  const variance = extra.square - extra.mean ** 2;
  const sojournVariance = plain.sojournVariance + variance;
  const transform: Transform = (re, im) => {
    const [a, b] = delay(re, im);
    return times(extra.transform(re, im), [1 - plain.utilization + a, b]);
  };
  const wait = { probability: 1, transform };
  return {
    utilization: plain.utilization,
    numberInSystem: lambda * sojournTime,
    numberInQueue: lambda * waitingTime,
    waitingTime,
    sojournTime,
    waitingVariance: plain.waitingVariance + variance,
    sojournVariance,
    ...waitThenService(wait, service),
    ...numberLeftBehind(lambda, { sojournTime, sojournVariance, transform: sojournTransform(wait, service.transform) }),
  };
}
