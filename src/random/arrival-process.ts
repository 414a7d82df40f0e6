import type { Arrivals, Profile } from "./arrivals.ts";
import type { ArrivalProcess } from "./arrive/arrival-process.ts";
import { asMap } from "./arrive/map.ts";
import { MarkovianArrivals } from "./arrive/markovian.ts";
import { Periodic, Poisson, Renewal, Stretched } from "./arrive/renewal.ts";
import { Looping, Once } from "./arrive/replay.ts";
import { rateCurve } from "./profile.ts";
import { sampler } from "./sampler.ts";
import type { Stream } from "./stream.ts";

/**
 * The times at which a producer publishes.
 *
 * With a profile, Poisson, periodic and renewal processes run in stretched time: ∫ factor takes the place of the clock,
 * inverted exactly. The rates of arrivals of an MMPP or MAP are scaled while its phases change in real time.
 *
 * @param profile how the rate varies; null = it does not
 * @param count independent Poisson processes that are merged into one
 * @throws RangeError for `closed`, whose times depend on the model; for a profile on recorded times; and for a `count`
 *   other than 1 where a merger would not be of the same kind
 */
export function arrivalProcess(a: Arrivals, profile: Profile | null, stream: Stream, count = 1): ArrivalProcess {
  if (count !== 1 && a.process !== "poisson") {
    throw new RangeError(`${count} producers cannot be merged: their arrivals are ${a.process}, not poisson.`);
  }
  const curve = profile === null ? null : rateCurve(profile);
  const stretched = (process: ArrivalProcess) => (curve === null ? process : new Stretched(process, curve));
  switch (a.process) {
    case "poisson":
      return stretched(new Poisson(stream, a.rate * count));
    case "periodic":
      return stretched(new Periodic(stream, a.interval, a.jitter));
    case "renewal":
      return stretched(new Renewal(sampler(a.interval, stream)));
    case "mmpp":
    case "map":
      return new MarkovianArrivals(stream, asMap(a), curve);
    case "times":
      if (curve !== null) throw new RangeError("Recorded times cannot have a profile: they say themselves when.");
      return a.period === null ? new Once(a.at) : new Looping(a.at, a.period);
    case "closed":
      throw new RangeError("A closed population has no arrival process of its own: its clients answer to the model.");
  }
}
