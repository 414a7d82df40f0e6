import type { Letter, Notation, Order } from "./notation.ts";

/** A notation in words: "Poisson arrivals, exponential service, 3 servers, first come, first served". */
export function describe(of: Notation): string {
  const { servers, capacity, population, impatient, order } = of;
  const parts = [
    `${ARRIVALS[of.arrivals.is](of.arrivals)} arrivals${of.batches ? " of batches" : ""}`,
    `${SERVICE[of.service.is](of.service)} service`,
    servers === Infinity ? "a server for everybody" : servers === 1 ? "1 server" : `${servers} servers`,
    ...(capacity === Infinity ? [] : [`at most ${capacity} in the system`]),
    ...(population === Infinity ? [] : [`${population} clients`]),
    ...(impatient ? ["exponential patience"] : []),
    ORDER_TEXTS[order],
  ];
  return parts.join(", ");
}

const ARRIVALS: Record<Letter["is"], (letter: Letter) => string> = {
  M: () => "Poisson",
  D: () => "periodic",
  E: ({ stages }) => `Erlang-${stages}`,
  H: () => "hyperexponential",
  G: () => "independent",
  MMPP: () => "Markov-modulated",
  PH: () => "phase-type",
};

const SERVICE: Record<Letter["is"], (letter: Letter) => string> = {
  ...ARRIVALS,
  M: () => "exponential",
  D: () => "constant",
  G: () => "general",
};

const ORDER_TEXTS: Record<Order, string> = {
  fifo: "first come first served",
  lifo: "last come first served",
  random: "random order",
  sharing: "shared servers",
  shortest: "shortest first",
  priority: "non-preemptive priorities",
  preemptive: "preemptive priorities",
  "last-interrupts": "last come first served, interrupting",
  "shortest-remaining": "shortest remaining first, interrupting",
  "least-served": "least served first",
};
