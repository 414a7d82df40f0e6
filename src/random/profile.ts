import type { Profile } from "./arrivals.ts";
import { PiecewiseLinear } from "./profile/piecewise-linear.ts";
import type { RateCurve } from "./profile/rate-curve.ts";
import { Sine } from "./profile/sine.ts";

/** The curve of a profile without faults: see checkProfile. */
export function rateCurve(profile: Profile): RateCurve {
  return profile.profile === "sine" ? new Sine(profile) : new PiecewiseLinear(profile);
}

/** What is wrong with a profile, in sentences; empty when nothing is. */
export function checkProfile(profile: Profile): string[] {
  return profile.profile === "sine" ? checkSine(profile) : checkPiecewise(profile);
}

function checkSine({ period, amplitude, peak }: Profile & { profile: "sine" }): string[] {
  const faults: string[] = [];
  if (!(period > 0 && Number.isFinite(period))) faults.push(`The period must be a time above 0, not ${period} s.`);
  if (!(amplitude >= 0 && amplitude <= 1)) {
    faults.push(`The amplitude must lie between 0 and 1, not at ${amplitude}: no rate can be negative.`);
  }
  if (!Number.isFinite(peak)) faults.push(`The peak must be a time, not ${peak} s.`);
  return faults;
}

function checkPiecewise({ at, factor, repeat }: Profile & { profile: "piecewise" }): string[] {
  if (at.length === 0 || at.length !== factor.length) {
    return [
      `A profile needs at least one point and a factor at each, not ${at.length} times and ${factor.length} factors.`,
    ];
  }
  const faults: string[] = [];
  for (let i = 0; i < at.length; i++) {
    if (!(at[i] >= 0 && Number.isFinite(at[i]))) faults.push(`Times in a profile must be ≥ 0, not ${at[i]} s.`);
    if (i > 0 && at[i] < at[i - 1])
      faults.push(`Times in a profile must ascend, but ${at[i]} s follows ${at[i - 1]} s.`);
    if (!(factor[i] >= 0 && Number.isFinite(factor[i]))) {
      faults.push(`Factors in a profile must be ≥ 0, not ${factor[i]} (at ${at[i]} s).`);
    }
  }
  const end = at[at.length - 1];
  if (repeat !== null && !(repeat >= end && repeat > 0 && Number.isFinite(repeat))) {
    faults.push(
      `The profile has a point at ${end} s, so it cannot repeat after ${repeat} s; after ${end} s or later it can.`,
    );
  }
  if (faults.length === 0 && factor.every((one) => one === 0)) faults.push("The profile is 0 at every time.");
  return faults;
}
