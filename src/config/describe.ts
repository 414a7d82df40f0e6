import type { Arrivals, Profile } from "../random/arrivals.ts";
import type { Discrete, Distribution } from "../random/distribution.ts";
import type { Model, Service, Way } from "../spec.ts";
import { inUnits } from "./demand.ts";
import { plainName } from "./names.ts";
import { counted, plainNumber } from "./show.ts";

/** Settled values in words, for people who want to see what a default or an expression has become. */

export function describeArrivals(arrivals: Arrivals): string {
  switch (arrivals.process) {
    case "poisson":
      return `poisson ${inUnits(arrivals.rate, "rate")}`;
    case "periodic":
      return `every ${inUnits(arrivals.interval, "time")} jitter ${inUnits(arrivals.jitter, "time")}`;
    case "renewal":
      return `renewal ${describeLaw(arrivals.interval)}`;
    case "mmpp":
      return `mmpp of ${arrivals.states.map((state, i) => `${state} ${inUnits(arrivals.rates[i], "rate")}`).join(", ")}`;
    case "map":
      return `map of ${counted(arrivals.d0.length, "phase")}`;
    case "times":
      return `${counted(arrivals.at.length, "recorded time")}, ${arrivals.period === null ? "once" : `again every ${inUnits(arrivals.period, "time")}`}`;
    case "closed":
      return `closed population ${arrivals.population}, think ${describeLaw(arrivals.think)}`;
  }
}

export function describeProfile(profile: Profile | null): string {
  if (profile === null) return "constant";
  if (profile.profile === "sine") return `sine of period ${inUnits(profile.period, "time")}`;
  const repeats = profile.repeat === null ? "" : `, again every ${inUnits(profile.repeat, "time")}`;
  return (
    profile.at.map((time, i) => `${inUnits(time, "time")}: ${plainNumber(profile.factor[i])}`).join(", ") + repeats
  );
}

export function describeBatch(batch: Discrete): string {
  const { discrete, ...parameters } = batch;
  return discrete === "constant" ? String(batch.value) : `${discrete} ${pairs(parameters)}`;
}

/** A distribution with the parameters it is sampled with, in SI. */
export function describeLaw(law: Distribution): string {
  if (law.dist === "constant") return inUnits(law.value, "time");
  if (law.dist === "exponential") return `exponential ${inUnits(law.mean, "time")}`;
  if (law.dist === "empirical") return `empirical of ${counted(law.values.length, "value")}`;
  if (law.dist === "mixture")
    return `mixture of ${law.of.map((part) => `${inUnits(part.weight, "share")} ${describeLaw(part.law)}`).join(", ")}`;
  if (law.dist === "shifted" || law.dist === "scaled")
    return `${law.dist} by ${plainNumber(law.by)}: ${describeLaw(law.law)}`;
  const { dist, ...parameters } = law;
  return `${dist} ${pairs(parameters)}`;
}

export function describeService(service: Service, classes: Model["classes"]): string {
  if (service.by === "arrival") return counted(service.times.length, "recorded time");
  const laws = service.law.map(describeLaw);
  return new Set(laws).size === 1 ? laws[0] : classes.map(({ name }, i) => `${name}: ${laws[i]}`).join("; ");
}

export function describeWays(ways: readonly Way[]): string {
  const target = ({ to }: Way) => (to.length === 0 ? "done" : to.map(plainName).join(" and "));
  if (ways.length === 1) return target(ways[0]);
  return ways.map((way) => `${inUnits(way.share, "share")} ${target(way)}`).join(", ");
}

export function describeMix(mix: readonly { class: number; share: number }[], classes: Model["classes"]): string {
  return mix.map((part) => `${inUnits(part.share, "share")} ${classes[part.class].name}`).join(", ");
}

function pairs(parameters: object): string {
  return Object.entries(parameters)
    .map(([key, value]) => `${key} ${typeof value === "number" ? plainNumber(value) : JSON.stringify(value)}`)
    .join(" ");
}
