import type { Arrivals } from "../random/arrivals.ts";
import { checkArrivals } from "../random/check-arrivals.ts";
import type { Demand } from "./demand.ts";
import type { ArrivalsText } from "./model-schema.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { addingUp, SHARE } from "./shares.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

type Written = Exclude<ArrivalsText, string>;
type States = NonNullable<Written["mmpp"]>;
type MapText = NonNullable<Written["map"]>;

const STAY: Demand = { is: "time", above: 0 };

/** Most states: a generator is a full matrix. */
const MOST_STATES = 200;

/** A Markov-modulated Poisson process: each state has a rate, a mean stay, and shares of the states that follow. */
export function settleMmpp(setting: Setting<States>, settling: Settling): Arrivals {
  const before = settling.problems.length;
  const entries = setting.entries();
  const states = entries.map(([name]) => name);
  if (states.length < 2 || states.length > MOST_STATES) settling.refuse(setting.path, numberOfStates(states.length));
  const rates = entries.map(([, state]) => settling.number(state.at("rate"), { is: "rate", least: 0 }, 0));
  const generator = entries.map(([, state], from) => {
    const leaving = 1 / settling.number(state.at("stay"), STAY, 1);
    const next = nextShares(state.at("next"), states, from, settling);
    return next.map((share, to) => (to === from ? -leaving : leaving * share));
  });
  const arrivals: Arrivals = { process: "mmpp", states, rates, generator };
  if (settling.problems.length === before) check(arrivals, setting, settling);
  return arrivals;
}

/** Shares of the states that follow state `from`; without `next` it is the one written below it, after the last the first. */
function nextShares(
  next: Setting<Record<string, string | number>>,
  states: readonly string[],
  from: number,
  settling: Settling,
): number[] {
  if (!next.given) return states.map((_, to) => (to === (from + 1) % states.length ? 1 : 0));
  const read = () => {
    const shares = states.map(() => 0);
    for (const [name, entry] of next.entries()) {
      const to = states.indexOf(name);
      if (to < 0) settling.refuseKey(entry.path, stateUnknown(name, states));
      else if (to === from) settling.refuseKey(entry.path, ITSELF);
      else shares[to] = settling.number(entry, SHARE, 0);
    }
    return shares;
  };
  return addingUp(next, settling, read, (share) => share);
}

/**
 * A Markovian arrival process: `d0` holds the rates of changing phase without an arrival, `d1` with one. The entries
 * carry their unit, -5/s, or are plain numbers in the one unit that `unit: /s` gives.
 */
export function settleMap(setting: Setting<MapText>, settling: Settling): Arrivals {
  const before = settling.problems.length;
  const d0 = settleMatrix(setting.at("d0"), setting.at("unit"), settling);
  const d1 = settleMatrix(setting.at("d1"), setting.at("unit"), settling);
  if (d0.length > MOST_STATES) settling.refuse(setting.path, numberOfPhases(d0.length));
  const arrivals: Arrivals = { process: "map", d0, d1 };
  if (settling.problems.length === before) check(arrivals, setting, settling);
  return arrivals;
}

/** A matrix of rates [1/s]. */
export function settleMatrix(
  setting: Setting<(string | number)[][]>,
  unit: Setting<string>,
  settling: Settling,
): number[][] {
  return setting.items().map((row) =>
    row.items().map((entry) => {
      const text = unit.given && typeof entry.value === "number" ? `${entry.value}${unit.value}` : entry.value;
      if (text === 0 || text === "0") return 0; // nothing needs no unit
      return settling.demanded(text, { is: "rate" }, entry.path) ?? 0;
    }),
  );
}

/** Looks whether rates and matrices fit together, each number having been read without a problem. */
function check(arrivals: Arrivals, setting: Setting<unknown>, settling: Settling): void {
  const [fault] = checkArrivals(arrivals);
  if (fault !== undefined) settling.refuseKey(setting.path, { code: "matrix-invalid", message: fault });
}

const ITSELF: Complaint = {
  code: "keys-conflict",
  message: "A state cannot follow itself. Make its stay longer instead.",
};

function numberOfStates(count: number): Complaint {
  const message = `An MMPP has 2 to ${MOST_STATES} states, and this one has ${count}.`;
  return {
    code: "value-out-of-range",
    message: count === 1 ? `${message} One state is a Poisson process: write rate:.` : message,
  };
}

function stateUnknown(name: string, states: readonly string[]): Complaint {
  const advice = didYouMean(name, states) || ` There are ${states.join(", ")}.`;
  return { code: "name-unknown", message: `There is no state ${shown(name)}.${advice}` };
}

function numberOfPhases(count: number): Complaint {
  return { code: "value-out-of-range", message: `A MAP has at most ${MOST_STATES} phases, and this one has ${count}.` };
}
