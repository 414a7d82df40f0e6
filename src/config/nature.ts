import type { Arrivals } from "../random/arrivals.ts";
import type { Distribution } from "../random/distribution.ts";
import type { Model, Pool, Producer } from "../spec.ts";

/** What kind of process the models of a study are. */
export interface Nature {
  /** Why the system never settles, and until when something is known to happen [s]; null if it may settle. */
  passing: { why: string; seconds: number } | null;
  /** Whether anything is drawn at random. */
  random: boolean;
}

/** The nature of all models together: one that passes makes the study transient. */
export function natureOf(models: readonly Model[]): Nature {
  const passing = models.flatMap((model) => model.producers.map(passingOf)).filter((each) => each !== null);
  const last = passing.toSorted((a, b) => b.seconds - a.seconds)[0] ?? null;
  return { passing: last, random: models.some(isRandom) };
}

function passingOf({ name, arrivals, profile }: Producer): Nature["passing"] {
  if (arrivals.process === "times" && arrivals.period === null) {
    return { why: `${name} replays a recording once, without loop`, seconds: lengthOf(arrivals.at) };
  }
  if (profile?.profile !== "piecewise" || profile.repeat !== null || new Set(profile.factor).size === 1) return null;
  return { why: `the profile of ${name} does not repeat`, seconds: profile.at[profile.at.length - 1] };
}

/** A recording lasts one mean interval longer than its last time. */
function lengthOf(at: readonly number[]): number {
  const last = at[at.length - 1];
  return at.length > 1 ? last + (last - at[0]) / (at.length - 1) : last + 1;
}

function isRandom(model: Model): boolean {
  const orders = model.queues.some((queue) => queue.order === "random");
  return orders || model.producers.some(publishesAtRandom) || model.pools.some(servesAtRandom);
}

function publishesAtRandom({ arrivals, batch, mix, to }: Producer): boolean {
  return arrivesAtRandom(arrivals) || batch.discrete !== "constant" || choices(mix) > 1 || choices(to) > 1;
}

function arrivesAtRandom(arrivals: Arrivals): boolean {
  if (arrivals.process === "periodic") return arrivals.jitter > 0;
  if (arrivals.process === "renewal") return varies(arrivals.interval);
  if (arrivals.process === "closed") return varies(arrivals.think);
  return arrivals.process !== "times";
}

function servesAtRandom({ service, then }: Pool): boolean {
  return choices(then) > 1 || (service.by === "class" && service.law.some(varies));
}

function choices(shares: readonly { share: number }[]): number {
  return shares.filter(({ share }) => share > 0).length;
}

function varies(law: Distribution): boolean {
  return law.dist !== "constant";
}
