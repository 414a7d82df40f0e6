import { batchArrivalsLimited } from "../../queueing/batch-arrivals.ts";
import { dropHead } from "../../queueing/drop-head.ts";
import { erlangA } from "../../queueing/erlang-a.ts";
import { finiteSource } from "../../queueing/finite-source.ts";
import { limitedSource } from "../../queueing/limited-source.ts";
import { mgInf } from "../../queueing/mginf.ts";
import { mmc } from "../../queueing/mmc.ts";
import { mmck } from "../../queueing/mmck.ts";
import { mean as meanOfLaw } from "../../random/moments.ts";
import { type Answer, averagesOf, BOLCH, exactly, KLEINROCK, ordered, type Rule, waitingAlike } from "../answer.ts";
import {
  exponentialRate,
  isBlind,
  isFifo,
  isLimited,
  isPlain,
  isPlainButLimit,
  meanService,
  type Station,
} from "../station.ts";

/** M/M/c; in a network of product form each station is one. */
const poissonExponential: Rule = (s) => {
  const mu = exponentialRate(s);
  const network = s.input.kind === "product form";
  if ((s.input.kind !== "poisson" && !network) || mu === null || !isPlain(s) || !isBlind(s)) return null;
  const law = mmc(s.rate, mu, s.servers);
  const model = `M/M/${s.servers}`;
  const source = network ? `Jackson (1963), Management Science 10(1), 131–142; ${BOLCH}, §6.5` : `${BOLCH}, §6.5`;
  const classes = isFifo(s) ? waitingAlike(s, law.waitingTime) : new Map();
  return { ...exactly(network ? `${model} in a Jackson network` : model, source, ordered(s, law)), classes };
};

/** M/G/∞. */
const serverForEach: Rule = (s) => {
  if (s.input.kind !== "poisson" || s.servers !== Infinity || isLimited(s)) return null;
  return exactly("M/G/∞", `${KLEINROCK}, §3.4; insensitive to the law of service`, mgInf(s.rate, meanService(s)));
};

/** M/M/c/K, which turns arrivals away. */
const limited: Rule = (s) => {
  const mu = exponentialRate(s);
  const { capacity } = s;
  if (s.input.kind !== "poisson" || mu === null || !isLimited(s) || !isPlainButLimit(s) || !isBlind(s)) return null;
  if (s.overflow !== "refuse" || capacity < s.servers) return null;
  return exactly(
    `M/M/${s.servers}/${capacity}`,
    `${BOLCH}, chapter 6`,
    ordered(s, mmck(s.rate, mu, s.servers, capacity)),
  );
};

/** M/G/c/c: nobody waits, and who finds no server free is lost. The law of service does not matter. */
const lossSystem: Rule = (s) => {
  if (s.input.kind !== "poisson" || s.capacity !== s.servers || !isPlainButLimit(s)) return null;
  if (s.overflow !== "refuse" || exponentialRate(s) !== null) return null;
  const { utilization, numberInSystem, throughput, lossProbability, probability, numberVariance } = mmck(
    s.rate,
    1 / meanService(s),
    s.servers,
    s.capacity,
  );
  const all = { utilization, numberInSystem, numberInQueue: 0, waitingTime: 0, sojournTime: meanService(s) };
  const figures = { ...all, throughput, lossProbability, probability, numberVariance };
  return exactly(`M/G/${s.servers}/${s.servers}`, "Erlang's loss formula, insensitive (Sevastyanov 1957)", figures);
};

/** M/M/c+M. */
const impatient: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "poisson" || mu === null || s.patience === Infinity || !isFifo(s)) return null;
  if (s.serve !== "one" || s.line !== "one" || isLimited(s) || !Number.isFinite(s.servers)) return null;
  const source = "Erlang A; Mandelbaum & Zeltyn (2007), Service engineering in action";
  return exactly(`M/M/${s.servers}+M`, source, erlangA(s.rate, mu, s.servers, s.patience));
};

/** M/M/1/K that throws away the oldest. */
const dropsOldest: Rule = (s) => {
  const mu = exponentialRate(s);
  const { capacity } = s;
  if (s.input.kind !== "poisson" || mu === null || !isPlainButLimit(s) || !isFifo(s) || s.servers !== 1) return null;
  if (s.overflow !== "drop-oldest" || capacity < 2 || capacity > MOST_SOLVED) return null;
  return exactly(
    `M/M/1/${capacity} dropping the oldest`,
    "absorbing chain, solved exactly",
    dropHead(s.rate, mu, capacity),
  );
};

/** Larger chains would take longer than the simulation they stand beside. */
const MOST_SOLVED = 200;

/** M^X/M/1/K: of a batch, as many are taken as there is room for. */
const limitedBatches: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "batches" || mu === null || !isLimited(s) || !isPlainButLimit(s) || !isFifo(s)) return null;
  const { capacity } = s;
  if (s.servers !== 1 || s.overflow !== "refuse" || capacity > MOST_SOLVED) return null;
  const { rate, sizes } = s.input;
  return exactly(
    `M^X/M/1/${capacity}`,
    "Markov chain, solved exactly",
    batchArrivalsLimited(rate, sizes, mu, capacity),
  );
};

/** M/M/c//N. */
const closed: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "closed" || mu === null || !isPlain(s) || !isBlind(s)) return null;
  return closedAnswer(s, s.input.population, mu, s.input.think);
};

function closedAnswer(s: Station, population: number, mu: number, think: Parameters<typeof meanOfLaw>[0]): Answer {
  const law = ordered(s, finiteSource(population, meanOfLaw(think), mu, s.servers));
  // The averages hold for any law of thinking; the laws of times do not.
  const all = think.dist === "exponential" ? law : averagesOf(law);
  return exactly(`M/M/${s.servers}//${population}`, `${BOLCH}, chapter 6`, all);
}

/** M/M/c/K//N, whose clients think again when they are turned away. */
const limitedClosed: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "closed" || mu === null || !isLimited(s) || !isPlainButLimit(s) || !isBlind(s)) return null;
  const { population, think } = s.input;
  if (s.overflow !== "refuse" || think.dist !== "exponential" || s.capacity < s.servers) return null;
  const law = limitedSource(population, think.mean, mu, s);
  return exactly(`M/M/${s.servers}/${s.capacity}/${population}`, `${BOLCH}, chapter 6`, law);
};

export const MARKOVIAN: Rule[] = [
  poissonExponential,
  serverForEach,
  limited,
  lossSystem,
  impatient,
  dropsOldest,
  limitedBatches,
  closed,
  limitedClosed,
];
