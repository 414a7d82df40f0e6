import type { Arrivals } from "../random/arrivals.ts";
import type { MessageClass, Producer } from "../spec.ts";
import { settleArrivals } from "./arrivals.ts";
import { settleBatch } from "./batches.ts";
import { settleMix } from "./classes.ts";
import { LIMITS } from "./limits.ts";
import type { ProducerText } from "./model-schema.ts";
import type { PartNames } from "./names.ts";
import type { Complaint } from "./problem.ts";
import { settleProfile } from "./profiles.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { settleTo } from "./ways.ts";

export interface Around {
  names: PartNames;
  classes: readonly MessageClass[];
}

export function settleProducer(
  name: string,
  setting: Setting<ProducerText>,
  around: Around,
  settling: Settling,
): Producer {
  const arrivals = settleArrivals(setting, settling);
  const profile = setting.at("profile");
  if (profile.given && !PROFILED.includes(arrivals.process)) settling.refuseKey(profile.path, noProfile(arrivals));
  const most = mostAlike(arrivals);
  return {
    name: `producers.${name}`,
    count: settling.number(setting.at("count"), { is: "number", whole: true, least: 1, most }, 1),
    arrivals,
    profile: settleProfile(profile, settling),
    batch: settleBatch(setting.at("batch"), settling),
    mix: settleMix(setting, around.classes, settling),
    to: settleTo(setting.at("to"), around.names, settling),
  };
}

/** Processes whose rate can be scaled, or whose time can be stretched. */
const PROFILED: readonly Arrivals["process"][] = ["poisson", "periodic", "renewal", "mmpp", "map"];

/** Poisson producers are merged into one; others keep their own state, and closed ones a client each. */
function mostAlike(arrivals: Arrivals): number {
  if (arrivals.process === "poisson") return LIMITS.poissonCount;
  return arrivals.process === "closed" ? Math.floor(LIMITS.population / arrivals.population) : LIMITS.count;
}

const WHY_NOT: Readonly<Partial<Record<Arrivals["process"], string>>> = {
  times: "recorded times are what they are",
  closed: "clients that wait for answers have no rate of their own",
};

function noProfile({ process }: Arrivals): Complaint {
  const message = `A profile scales a rate, and ${WHY_NOT[process]}. Leave profile out.`;
  return { code: "keys-conflict", message };
}
