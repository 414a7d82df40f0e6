import { exactAnswer } from "./exact/rules.ts";
import { commonLaw, type Input, isFifo, meanService, presentOf, type Station } from "./station.ts";
import { twistWords } from "./twist.ts";

/** Something that keeps a station from being a textbook queue: in words, and the station as it would be without it. */
interface Departure {
  text: string;
  without: (s: Station) => Station;
}

/**
 * Which assumption of the exact formulas a station does not meet: the fewest things without which it would be one of
 * those solved here, found by taking them away.
 */
export function failingAssumption(s: Station): string {
  const departures = departuresOf(s);
  const sets = subsets(departures).toSorted((a, b) => a.length - b.length);
  const guilty = sets.find((set) => isSolved(set.reduce((station, { without }) => without(station), s))) ?? departures;
  const texts = guilty.map(({ text }) => text);
  return texts.length === 0 ? "no exact formula is known here for this station" : list(texts);
}

/** Whether an exact formula applies, be the queue stable or not. */
function isSolved(s: Station): boolean {
  try {
    return exactAnswer(s) !== null;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** Every choice of at least one of them. */
function subsets(all: Departure[]): Departure[][] {
  const choices = Array.from({ length: 2 ** all.length - 1 }, (_, i) => i + 1);
  return choices.map((choice) => all.filter((_, i) => (choice >> i) & 1));
}

function departuresOf(s: Station): Departure[] {
  const input = inputText(s.input);
  return [
    ...(input === null ? [] : [{ text: input, without: withPoisson }]),
    ...(isExponential(s) ? [] : [{ text: serviceText(s), without: withExponential }]),
    ...(s.line === "one" ? [] : [{ text: LINES[s.line], without: (of: Station): Station => ({ ...of, line: "one" }) }]),
    ...(s.serve === "one"
      ? []
      : [{ text: SERVES[s.serve], without: (of: Station): Station => ({ ...of, serve: "one" }) }]),
    ...(isFifo(s) ? [] : [{ text: orderText(s), without: (of: Station): Station => ({ ...of, order: "fifo" }) }]),
    ...(s.capacity === Infinity ? [] : [{ text: limitText(s), without: withoutLimit }]),
    ...(s.patience === Infinity ? [] : [{ text: "messages give up", without: patient }]),
    ...(s.servers === 1 || s.twist === null ? [] : [{ text: "there are several servers", without: withOneServer }]),
    ...(s.twist === null ? [] : [{ text: `there are ${twistWords(s.twist)}`, without: withoutTwist }]),
  ];
}

const withPoisson = (s: Station): Station => ({ ...s, input: { kind: "poisson" } });
const withoutLimit = (s: Station): Station => ({ ...s, capacity: Infinity });
const withOneServer = (s: Station): Station => ({ ...s, servers: 1 });
const withoutTwist = (s: Station): Station => ({ ...s, twist: null });
const patient = (s: Station): Station => ({ ...s, patience: Infinity });

function withExponential(s: Station): Station {
  const mean = meanService(s);
  return {
    ...s,
    classes: s.classes.map((one) => ({ ...one, mean, variation: 1, law: { dist: "exponential", mean } })),
  };
}

function isExponential(s: Station): boolean {
  return commonLaw(s)?.dist === "exponential";
}

function inputText(input: Input): string | null {
  switch (input.kind) {
    case "poisson":
      return null;
    case "product form":
      return "messages come back to it";
    case "arrivals":
      return `arrivals are not Poisson but ${ARRIVALS[input.arrivals.process]}`;
    case "closed":
      return "clients wait for answers";
    case "batches":
      return "messages arrive in batches";
    default:
      return input.why;
  }
}

const ARRIVALS = {
  poisson: "Poisson",
  periodic: "periodic",
  renewal: "a renewal process",
  mmpp: "an MMPP",
  map: "a MAP",
  times: "recorded",
  closed: "those of clients",
};

const LINES = {
  "dealt out": "unlimited prefetch deals messages out before consumers are free",
  ahead: "consumers take messages ahead of time (prefetch), so there is not one line",
};

const SERVES = { one: "", shared: "servers are shared", preemptive: "urgent messages interrupt others" };

function serviceText(s: Station): string {
  const present = presentOf(s.classes);
  const names = [...new Set(present.map(({ law }) => law?.dist ?? "known by its mean and variation only"))];
  return commonLaw(s) === null && names.length === 1 && present.length > 1
    ? `service is ${names[0]} and differs between classes`
    : `service is ${names.join(" and ")}${present.some(({ variation }) => variation === Infinity) ? ", of infinite variance" : ""}`;
}

function orderText({ order }: Station): string {
  const words = {
    fifo: "",
    lifo: "last come, first served",
    random: "random",
    priority: "by priority",
    shortest: "shortest first",
    "last-interrupts": "last come, first served, interrupting",
    "shortest-remaining": "shortest remaining first",
    "least-served": "least served first",
  };
  return `the order is ${words[order]}`;
}

function limitText({ capacity, overflow }: Station): string {
  const words = {
    refuse: "refuses what comes then",
    "drop-oldest": "drops the oldest then",
    wait: "makes producers wait then",
  };
  return `the system holds at most ${capacity} messages and ${words[overflow]}`;
}

function list(texts: string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")}, and ${texts.at(-1)}`;
}
