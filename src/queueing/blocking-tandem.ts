import { mustBePositive, mustBeWhole } from "./domain.ts";
import { fillDiagonal } from "./level-from-rates.ts";
import { zeros } from "./matrix.ts";
import { type Level, levelMoments, phaseProbabilities, solveLevels } from "./qbd.ts";
import { saturatedLine } from "./saturated-line.ts";
import { short, UnstableQueueError } from "./steady-state.ts";

/** Two servers in series with little room between them. */
export interface BlockingTandemState {
  /** Mean number at the first, the message it may hold back included, and at the second. */
  numberAtFirst: number;
  numberAtSecond: number;
  /** Share of time the first server holds back a finished message. */
  blocked: number;
  /** From arrival to leaving the second [s]. */
  sojournTime: number;
  /** The arrival rate the line could sustain [1/s]. */
  capacity: number;
}

/**
 * Poisson arrivals at an exponential server with unlimited room, followed by one with few waiting places: a message that
 * finds none stays where it is and stops the first server (blocking after service).
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param first service rate of the first server [1/s], > 0
 * @param second service rate of the second [1/s], > 0
 * @param buffer waiting places between them, a whole number ≥ 0
 * @throws UnstableQueueError when the line cannot sustain λ
 */
export function blockingTandem(lambda: number, first: number, second: number, buffer: number): BlockingTandemState {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate of the first server", first);
  mustBePositive("service rate of the second server", second);
  mustBeWhole("number of waiting places", buffer, 0);
  const capacity = saturatedLine([first, second], [buffer]);
  if (lambda >= capacity) {
    const remedy = `Arrivals below ${short(capacity)}/s would be stable.`;
    throw new UnstableQueueError(`λ/capacity = ${short(lambda)}/${short(capacity)}`, lambda / capacity, remedy);
  }
  const full = buffer + 1; // at the second server, the one in service included
  const level = (n: number) => levelOf(n, full, { lambda, first, second });
  const law = solveLevels([level(0)], level(1));
  const numberAtFirst = levelMoments(law).mean;
  const phases = phaseProbabilities(law);
  const numberAtSecond = phases.reduce((sum, probability, phase) => sum + Math.min(phase, full) * probability, 0);
  return {
    numberAtFirst,
    numberAtSecond,
    blocked: phases[full + 1],
    sojournTime: (numberAtFirst + numberAtSecond) / lambda,
    capacity,
  };
}

/** n messages at the first; the phase is the number at the second, and after the last of them: full, and one held back. */
function levelOf(n: number, full: number, rates: { lambda: number; first: number; second: number }): Level {
  const size = full + 2;
  const level = { up: zeros(size, size), local: zeros(size, size), down: zeros(size, size) };
  const held = full + 1;
  for (let phase = 0; phase < size; phase++) {
    level.up.data[phase * size + phase] = rates.lambda;
    if (phase === held) {
      if (n > 0) level.down.data[phase * size + full] = rates.second; // one leaves the second, and the held one follows
      continue;
    }
    if (phase > 0) level.local.data[phase * size + phase - 1] = rates.second;
    if (n > 0 && phase < full) level.down.data[phase * size + phase + 1] = rates.first;
    if (n > 0 && phase === full) level.local.data[phase * size + held] = rates.first;
  }
  return fillDiagonal(level);
}
