import { mustBePositive, mustBeWhole } from "./domain.ts";
import { finiteSource } from "./finite-source.ts";
import { fillDiagonal } from "./level-from-rates.ts";
import { zeros } from "./matrix.ts";
import { type Level, levelExcess, levelMoments, solveLevels } from "./qbd.ts";
import { short, UnstableQueueError } from "./steady-state.ts";

/** A window of credits between a broker that never runs dry and a consumer (prefetch), or publisher and broker (confirms). */
export interface WindowState {
  /** Messages processed [1/s]. */
  throughput: number;
  utilization: number;
  /** Mean number at the consumer, in its buffer or in work, and mean number of credits on their way. */
  numberAtConsumer: number;
  numberInFlight: number;
  /** Mean time at the consumer, buffer included [s]. */
  timeAtConsumer: number;
}

/**
 * A saturated window: `window` messages circulate between a consumer and a round trip, as clients do between a server and
 * thinking. The law of the round trip does not matter, only its mean.
 *
 * @param window messages under way or at the consumer at any time, an integer ≥ 1
 * @param roundTrip mean time from settling a message to having its successor [s], > 0
 * @param mu service rate of one server of the consumer [1/s], > 0
 * @param servers servers of the consumer, an integer ≥ 1
 */
export function saturatedWindow(window: number, roundTrip: number, mu: number, servers = 1): WindowState {
  const { throughput, utilization, numberInSystem, sojournTime } = finiteSource(window, roundTrip, mu, servers);
  return {
    throughput,
    utilization,
    numberAtConsumer: numberInSystem,
    numberInFlight: window - numberInSystem,
    timeAtConsumer: sojournTime,
  };
}

/** A broker whose Poisson arrivals go on to a consumer as credits allow. */
export interface CreditState {
  /** Mean number waiting at the broker for a credit, in transfer, and at the consumer. */
  numberAtBroker: number;
  numberInTransfer: number;
  numberAtConsumer: number;
  /** Mean time until a credit is free [s]. */
  timeAtBroker: number;
  /** From arrival to the end of processing [s]. */
  sojournTime: number;
  /** The rate the window could sustain [1/s]. */
  capacity: number;
}

/**
 * Poisson arrivals at a broker; a message leaves it when one of `window` credits is free, takes an exponential transfer,
 * and is processed in turn by one exponential server, which frees the credit at once.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param window credits, an integer ≥ 1
 * @param transfer mean transfer time [s], > 0
 * @param mu service rate μ [1/s], > 0
 * @throws UnstableQueueError when the window cannot sustain λ
 */
export function creditWindow(lambda: number, window: number, transfer: number, mu: number): CreditState {
  mustBePositive("arrival rate λ", lambda);
  mustBeWhole("window", window, 1);
  mustBePositive("mean transfer time", transfer);
  mustBePositive("service rate μ", mu);
  const capacity = finiteSource(window, transfer, mu, 1).throughput;
  if (lambda >= capacity) {
    const remedy = `A wider window, up to a rate of ${short(mu)}/s, or a shorter transfer would help.`;
    throw new UnstableQueueError(`λ/capacity = ${short(lambda)}/${short(capacity)}`, lambda / capacity, remedy);
  }
  const level = (n: number) => levelOf(n, { lambda, window, transfer, mu });
  const law = solveLevels(
    Array.from({ length: window + 1 }, (_, n) => level(n)),
    level(window + 1),
  );
  const total = levelMoments(law).mean;
  const numberAtBroker = levelExcess(law, window); // those beyond the credits
  const numberInTransfer = lambda * transfer;
  return {
    numberAtBroker,
    numberInTransfer,
    numberAtConsumer: Math.max(0, total - numberAtBroker - numberInTransfer),
    timeAtBroker: numberAtBroker / lambda,
    sojournTime: total / lambda,
    capacity,
  };
}

/** n messages in all; the phase is the number in transfer. */
function levelOf(
  n: number,
  { lambda, window, transfer, mu }: { lambda: number; window: number; transfer: number; mu: number },
): Level {
  const sizes = [n, n + 1, Math.max(0, n - 1)].map((count) => Math.min(count, window) + 1);
  const [here, more, fewer] = sizes;
  const level = { up: zeros(here, more), local: zeros(here, here), down: zeros(here, fewer) };
  for (let moving = 0; moving < here; moving++) {
    level.up.data[moving * more + (n < window ? moving + 1 : moving)] = lambda;
    if (moving > 0) level.local.data[moving * here + moving - 1] = moving / transfer;
    const consuming = here - 1 - moving;
    if (consuming > 0) level.down.data[moving * fewer + (n > window ? moving + 1 : moving)] = mu;
  }
  return fillDiagonal(level);
}
