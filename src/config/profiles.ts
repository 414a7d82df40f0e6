import type { Profile } from "../random/arrivals.ts";
import { checkProfile } from "../random/profile.ts";
import type { Demand } from "./demand.ts";
import type { ProfileText } from "./model-schema.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";

const FACTOR: Demand = { is: "share", least: 0, most: 1e6 };
const TIME: Demand = { is: "time", least: 0 };
const PERIOD: Demand = { is: "time", above: 0 };

type Sine = { sine: { period: string | number; amplitude: string | number; peak?: string | number | undefined } };
type Points = Record<string, string | number>;

/** How a rate varies with time; null if it does not. */
export function settleProfile(setting: Setting<ProfileText>, settling: Settling): Profile | null {
  const { value } = setting;
  if (value === undefined) return null;
  return "sine" in value ? sine(setting.as(value as Sine), settling) : piecewise(setting.as(value as Points), settling);
}

function sine(setting: Setting<Sine>, settling: Settling): Profile {
  const inner = setting.at("sine");
  return {
    profile: "sine",
    period: settling.number(inner.at("period"), PERIOD, 1),
    amplitude: settling.number(inner.at("amplitude"), { is: "share", least: 0, most: 1 }, 0),
    peak: settling.number(inner.at("peak"), TIME, 0),
  };
}

function piecewise(setting: Setting<Points>, settling: Settling): Profile {
  const points = setting.entries().filter(([key]) => key !== "repeat");
  const repeat = setting.at("repeat");
  const at = points.map(([key, entry]) => settling.key(key, TIME, entry.path) ?? 0);
  const factor = points.map(([, entry]) => settling.number(entry, FACTOR, 1));
  const period = repeat.given ? settling.number(repeat, PERIOD, Infinity) : null;
  const profile: Profile = { profile: "piecewise", at, factor, repeat: period };
  const [fault] = checkProfile(profile);
  const silent = factor.every((value) => value === 0) ? SILENT : undefined;
  if (fault !== undefined || silent)
    settling.refuseKey(setting.path, { code: "profile-invalid", message: fault ?? silent! });
  return profile;
}

const SILENT = "A profile whose factors are all 0 publishes nothing. Raise one of them.";
