/** A queue in Kendall's notation, A/S/c/K/N and what may follow it, taken apart. */
export interface Notation {
  arrivals: Letter;
  /** Whether messages arrive in batches: M[X]. */
  batches: boolean;
  service: Letter;
  /** c; Infinity = a server for everybody. */
  servers: number;
  /** K: places in the system, those in service included; Infinity = no limit. */
  capacity: number;
  /** N: clients in all; Infinity = arrivals from outside. */
  population: number;
  order: Order;
  /** Whether messages give up after an exponential patience: +M. */
  impatient: boolean;
}

/** A law by its letter; `stages` of an Erlang law, branches of a hyperexponential one. */
export interface Letter {
  is: "M" | "D" | "E" | "H" | "G" | "MMPP" | "PH";
  stages: number;
}

/** In which order messages are served. */
export type Order =
  | "fifo"
  | "lifo"
  | "random"
  | "sharing"
  | "shortest"
  | "priority"
  | "preemptive"
  | "last-interrupts"
  | "shortest-remaining"
  | "least-served";

/** Words for orders; each is compared without case, blanks, hyphens and underscores. */
const ORDERS: Record<Order, string[]> = {
  fifo: ["fifo", "fcfs"],
  lifo: ["lifo", "lcfs"],
  random: ["random", "siro", "ros"],
  sharing: ["ps", "sharing", "processorsharing"],
  shortest: ["sjf", "spt", "sjn", "shortest", "shortestfirst"],
  priority: ["priority", "prio", "np", "hol", "nonpreemptive"],
  preemptive: ["preemptive", "pr", "preemptivepriority", "preemptiveresume"],
  "last-interrupts": ["lcfspr", "lifopr"],
  "shortest-remaining": ["srpt"],
  "least-served": ["fb", "las"],
};

export const ORDER_WORDS: readonly string[] = Object.values(ORDERS).map(([word]) => word.toUpperCase());

/** What is wrong with a notation, in words: what was understood, and what was expected instead. */
export interface Misread {
  misread: string;
  /** The part that could not be read. */
  part: string;
}

/** Reads `M/M/3`, `M/E2/1/10`, `M/M/2/2/50`, `M[X]/D/1`, `M/M/8+M`, `GI/G/4 LIFO`, `M/G/1 priority`. */
export function readNotation(text: string): Notation | Misread {
  const tidy = text.trim().replaceAll(/\s*\/\s*/g, "/");
  const [head, ...tail] = tidy.split(/\s+/);
  const impatient = /\+M$/i.test(head);
  const parts = (impatient ? head.slice(0, -2) : head).split("/");
  const lastWord = parts.length > 3 && orderOf(parts.at(-1)!) !== null ? [parts.pop()!] : [];
  const word = [...lastWord, ...tail].join(" ");
  const order = word === "" ? "fifo" : orderOf(word);
  if (order === null) return misread(word, `${word} is no order of service. There are ${ORDER_WORDS.join(", ")}.`);
  if (parts.length < 3 || parts.length > 5) return misread(text, notParts(parts));
  const arrivals = letterOf(parts[0].replace(BATCH, ""));
  if (arrivals === null)
    return misread(parts[0], notLetter(parts[0], "arrivals", "M, D, E2 (Erlang), H2, G, MMPP or M[X]"));
  const service = letterOf(parts[1]);
  if (service === null || service.is === "MMPP") {
    return misread(parts[1], notLetter(parts[1], "service", "M, D, E2 (Erlang), H2, PH or G"));
  }
  const [servers, capacity, population] = [parts[2], parts[3] || "inf", parts[4] || "inf"].map(countOf);
  if (servers === null) return misread(parts[2], notCount(parts[2], "servers", text));
  if (capacity === null) return misread(parts[3], notCount(parts[3], "places in the system (K)", text));
  if (population === null) return misread(parts[4], notCount(parts[4], "clients (N)", text));
  if (capacity < servers) return misread(parts[3], tooFew(capacity, servers));
  return { arrivals, batches: BATCH.test(parts[0]), service, servers, capacity, population, order, impatient };
}

const BATCH = /\[x\]$|\^x$|(?<=^m)x$|\^\[x\]$/i;

function letterOf(text: string): Letter | null {
  const plain = text.replaceAll(/[_{}]/g, "").toUpperCase();
  const [, word = "", digits = ""] = /^([A-Z]+)(\d{0,3})$/.exec(plain) ?? [];
  if (digits === "" && ["M", "D", "G", "GI", "MMPP", "PH"].includes(word)) {
    return { is: (word === "GI" ? "G" : word) as Letter["is"], stages: 1 };
  }
  if (word === "E" && Number(digits) >= 1) return { is: "E", stages: Number(digits) };
  if ((word === "H" || word === "HYP") && (digits === "" || digits === "2")) return { is: "H", stages: 2 };
  return null;
}

function orderOf(text: string): Order | null {
  const plain = text.toLowerCase().replaceAll(/[\s_-]/g, "");
  return (Object.keys(ORDERS) as Order[]).find((order) => ORDERS[order].includes(plain)) ?? null;
}

function countOf(text: string): number | null {
  if (/^(∞|inf|infinity|oo)$/i.test(text)) return Infinity;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

function misread(part: string, why: string): Misread {
  return { part, misread: why };
}

const EXPECTED =
  "Kendall's notation is arrivals/service/servers, as in M/M/3; then /K places and /N clients, as in M/M/3/20.";

function notParts(parts: string[]): string {
  const count = parts.length === 1 ? "one part" : `${parts.length} parts`;
  return `It has ${count} between slashes, and three to five are needed. ${EXPECTED}`;
}

function notLetter(part: string, what: string, letters: string): string {
  const hint = /^E(k|_k)?$/i.test(part) ? " Write the number of stages: E2." : "";
  return `${part} is no law of ${what} that is known here: it is ${letters}.${hint}`;
}

function notCount(part: string, what: string, text: string): string {
  return `${part} is no number of ${what} in ${text}: write a whole number from 1 to 999999, or inf.`;
}

function tooFew(capacity: number, servers: number): string {
  return `K = ${capacity} counts those in service too, so it cannot be less than the ${servers} servers. Write at least ${servers}.`;
}
