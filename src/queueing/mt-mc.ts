import { mustBePositive, mustBeWhole } from "./domain.ts";
import { forwardStep, WEIGHTS } from "./forward-step.ts";

/** An M_t/M/c/K queue: Poisson arrivals at a varying rate. */
export interface VaryingQueue {
  /** Arrival rate at time t [1/s], ≥ 0; smooth between the corners. */
  rate: (t: number) => number;
  /** Times at which the rate bends or jumps [s]. */
  corners: number[];
  /** Service rate of one server μ [1/s], > 0. */
  mu: number;
  /** Number of servers, an integer ≥ 1. */
  c: number;
  /** Most messages in the system; arrivals beyond are lost. Infinity: no limit. */
  capacity: number;
}

/** Probabilities of `lowest`, `lowest` + 1, … messages in the system; of others they are negligible. */
export interface NumberNow {
  lowest: number;
  probabilities: Float64Array;
}

/** The state of a varying queue at one time, and what has come together since the start. */
export interface CourseMoment extends NumberNow {
  /** [s] */
  time: number;
  /** E[N(t)], and of it those who wait. */
  numberInSystem: number;
  numberInQueue: number;
  /** P(N(t) ≥ c), and P(N(t) = K). */
  allBusy: number;
  full: number;
  /** ∫ E[N], ∫ E[waiting] [s], and the expected number of arrivals lost, since the start. */
  totals: { numberInSystem: number; numberInQueue: number; lost: number };
  /** No probability up to now is wrong by more because states were cut off: see mtMc. */
  cutOff: number;
}

const EMPTY: NumberNow = { lowest: 0, probabilities: Float64Array.of(1) };

/** Error of the law, summed over all states, that a step may make; later steps never enlarge it. */
const TOLERANCE = 1e-6;
/** Suppressed jumps that a step may expect. */
const LEAK = 1e-12;
/** What lies outside is added to the outermost states kept. */
const NEGLIGIBLE = 1e-14;

/** How much work may be done: states times steps. */
export interface Budget {
  left: number;
}

/** Some ten seconds. */
export const budget = (): Budget => ({ left: 1e8 });

/**
 * The number in an M_t/M/c/K queue at the given times, by integrating the forward equations over those states alone that
 * are not negligible, so that queues of many thousand and days of hundreds of thousand events take seconds.
 *
 * The states kept cannot be left: jumps out of them are suppressed. Up to the first of those, the queue and its cut chain
 * are the same, so no probability is off by more than their expected number, which is added up as `cutOff`. Means are good
 * to six digits.
 *
 * @param times ascending, ≥ 0 [s]
 * @param start the number at time 0
 * @throws RangeError when the queue is so large, or the time so long, that it would take minutes
 */
export function mtMc(queue: VaryingQueue, times: number[], start = EMPTY, work = budget()): CourseMoment[] {
  mustBePositive("service rate μ", queue.mu);
  mustBeWhole("number of servers c", queue.c, 1);
  if (queue.capacity !== Infinity) mustBeWhole("capacity K", queue.capacity, 1);
  const integrator = new Integrator(queue, start, work);
  return times.map((time) => {
    integrator.runTo(time);
    return integrator.moment();
  });
}

class Integrator {
  private readonly queue: VaryingQueue;
  private readonly corners: number[];
  private now = 0; // s
  private step = 0; // s, as the error allows
  private pad = 8; // states added on either side before a step
  private readonly work: Budget;
  private law: NumberNow;
  private readonly totals = { numberInSystem: 0, numberInQueue: 0, lost: 0 };
  private cutOff = 0;

  constructor(queue: VaryingQueue, start: NumberNow, work: Budget) {
    this.queue = queue;
    this.work = work;
    this.corners = queue.corners.toSorted((a, b) => a - b);
    this.law = start;
  }

  runTo(time: number): void {
    for (const corner of this.corners) if (corner > this.now && corner < time) this.runSmoothlyTo(corner);
    this.runSmoothlyTo(time);
  }

  private runSmoothlyTo(time: number): void {
    this.step ||= 0.1 / (this.queue.rate(0) + this.queue.mu);
    while (this.now < time) {
      const rest = time - this.now;
      const h = rest <= this.step * 1.0001 ? rest : Math.min(this.step, rest / 2);
      this.attempt(h, h === rest ? time : this.now + h);
    }
  }

  /** A step of length h, if the error allows it; otherwise a shorter step, or more states, for the next attempt. */
  private attempt(h: number, end: number): void {
    const { lowest, probabilities } = padded(this.law, this.pad, this.queue.capacity);
    const { rate, mu, c } = this.queue;
    this.work.left -= probabilities.length;
    if (this.work.left < 0) throw new RangeError(TOO_LARGE);
    const down = (n: number) => mu * Math.min(n, c);
    const { times, stages, error } = forwardStep({ lowest, up: rate, down }, probabilities, this.now, h);
    const leak = this.leakOf(times, stages, lowest) * h;
    if (leak > LEAK && error <= TOLERANCE) {
      this.pad *= 2;
      return;
    }
    const wanted = h * Math.min(4, Math.max(0.2, 0.9 * (TOLERANCE / (error || Number.MIN_VALUE)) ** 0.25));
    const cutShort = h < this.step * 0.999;
    this.step = cutShort && error <= TOLERANCE ? Math.max(this.step, wanted) : wanted;
    if (error > TOLERANCE && h > 1e-13 * end) return;
    this.add(times, stages, lowest, h);
    this.cutOff += leak;
    this.law = trimmed({ lowest, probabilities: stages[4] });
    this.pad = Math.max(4, Math.round(this.pad * 0.9));
    this.now = end;
  }

  /** Rate of suppressed jumps, the largest of all stages [1/s]. */
  private leakOf(times: number[], stages: Float64Array[], lowest: number): number {
    const { rate, mu, c, capacity } = this.queue;
    const highest = lowest + stages[0].length - 1;
    const above = highest < capacity ? times.map((t, s) => rate(t) * Math.abs(stages[s][highest - lowest])) : [0];
    const below = stages.map(([p]) => mu * Math.min(lowest, c) * Math.abs(p));
    return Math.max(...above) + Math.max(...below);
  }

  private add(times: number[], stages: Float64Array[], lowest: number, h: number): void {
    stages.forEach((probabilities, s) => {
      const { numberInSystem, numberInQueue, full } = averages({ lowest, probabilities }, this.queue);
      this.totals.numberInSystem += WEIGHTS[s] * h * numberInSystem;
      this.totals.numberInQueue += WEIGHTS[s] * h * numberInQueue;
      this.totals.lost += WEIGHTS[s] * h * full * this.queue.rate(times[s]);
    });
  }

  moment(): CourseMoment {
    const { law, totals, cutOff, now } = this;
    const { lowest, probabilities } = law;
    return { time: now, lowest, probabilities, ...averages(law, this.queue), totals: { ...totals }, cutOff };
  }
}

const TOO_LARGE = "the queue grows so long, or its time is so long, that its equations would take minutes";

function averages({ lowest, probabilities }: NumberNow, { c, capacity }: VaryingQueue) {
  let [numberInSystem, numberInQueue, allBusy] = [0, 0, 0];
  for (let i = 0; i < probabilities.length; i++) {
    const n = lowest + i;
    numberInSystem += n * probabilities[i];
    if (n >= c) allBusy += probabilities[i];
    if (n > c) numberInQueue += (n - c) * probabilities[i];
  }
  const highest = lowest + probabilities.length - 1;
  return { numberInSystem, numberInQueue, allBusy, full: highest === capacity ? probabilities[highest - lowest] : 0 };
}

/** With room for the law to spread. */
function padded({ lowest, probabilities }: NumberNow, pad: number, capacity: number): NumberNow {
  const from = Math.max(0, lowest - pad);
  const to = Math.min(capacity, lowest + probabilities.length - 1 + pad);
  const wider = new Float64Array(to - from + 1);
  wider.set(probabilities, lowest - from);
  return { lowest: from, probabilities: wider };
}

/** Without what is negligible at the ends, which the outermost states that are left are given. */
function trimmed({ lowest, probabilities }: NumberNow): NumberNow {
  let [first, last, below, above] = [0, probabilities.length - 1, 0, 0];
  for (; first < last && Math.abs(below + probabilities[first]) < NEGLIGIBLE; first++) below += probabilities[first];
  for (; last > first && Math.abs(above + probabilities[last]) < NEGLIGIBLE; last--) above += probabilities[last];
  const kept = probabilities.slice(first, last + 1);
  kept[0] += below;
  kept[kept.length - 1] += above;
  return { lowest: lowest + first, probabilities: kept };
}
