import { mmcNonPreemptive, mmcPreemptive } from "../../queueing/mmc-priority.ts";
import { nonPreemptive, preemptiveResume } from "../../queueing/priority.ts";
import { nonPreemptiveLaw, preemptiveResumeLaw } from "../../queueing/priority-law.ts";
import type { Prediction } from "../../queueing/steady-state.ts";
import { pooled, pooledLaws, type Rule } from "../answer.ts";
import { isSmooth, lawOf } from "../laws.ts";
import { exponentialRate, isFifo, isLimited, isPlain, presentOf, type ServiceClass, type Station } from "../station.ts";

const COBHAM = "Cobham (1954), Operations Research 2(1), 70–76";

/** M/G/1 and M/M/c with priorities between classes, interrupting or not. */
const ranked: Rule = (s) => {
  const interrupting = s.serve === "preemptive";
  if (s.input.kind !== "poisson" || isLimited(s) || s.patience !== Infinity) return null;
  if (!interrupting && (s.order !== "priority" || !isPlain(s))) return null;
  const present = presentOf(s.classes).toSorted((a, b) => b.priority - a.priority);
  if (new Set(present.map((cls) => cls.priority)).size < present.length) return null;
  const states = s.servers === 1 ? oneServer(s, present) : severalServers(s, present);
  if (states === null) return null;
  const classes = new Map(present.map((cls, i) => [cls.name, states[i]]));
  const kind = s.servers === 1 ? "M/G/1" : `M/M/${s.servers}`;
  const model = `${kind} ${interrupting ? "preemptive-resume" : "non-preemptive"} priority`;
  const source = interrupting ? "Kleinrock (1976), Queueing Systems, volume 2, chapter 3" : COBHAM;
  const all = { ...pooled(s, classes), ...pooledLaws(s, classes) };
  // An interrupted message waits again, but its waiting time runs to its first start only.
  if (interrupting) delete all.numberInQueue;
  if (interrupting && s.servers > 1) delete all.waitingTime;
  return { model, exact: true, source, all, classes };
};

function oneServer(s: Station, present: ServiceClass[]): Partial<Prediction>[] | null {
  if (present.some(({ law }) => law === null)) return null;
  const smooth = present.every(({ law }) => isSmooth(law!));
  const laws = present.map(({ share, law }) => ({ lambda: s.rate * share, service: lawOf(law!) }));
  if (s.serve !== "preemptive") return (smooth ? nonPreemptiveLaw : nonPreemptive)(laws);
  return (smooth ? preemptiveResumeLaw : preemptiveResume)(laws).map(({ numberInQueue: _, ...state }) => state);
}

function severalServers(s: Station, present: ServiceClass[]): Partial<Prediction>[] | null {
  const mu = exponentialRate(s);
  if (mu === null || !Number.isFinite(s.servers)) return null;
  const rates = present.map((cls) => s.rate * cls.share);
  return s.serve === "preemptive" ? mmcPreemptive(rates, mu, s.servers) : mmcNonPreemptive(rates, mu, s.servers);
}

/** One class alone: nobody interrupts, so it is as if the order were that of arrival. */
export function withoutRanks(s: Station): Station {
  const alone = s.serve === "preemptive" && isFifo({ ...s, order: "priority" });
  return alone ? { ...s, serve: "one", order: "fifo" } : s;
}

export const RANKED: Rule[] = [ranked];
