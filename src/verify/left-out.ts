import { refusal } from "../reference/refusal.ts";
import type { Effort } from "./effort.ts";
import { inexpressible, longCases, simulatedCases } from "./every-case.ts";
import type { Skipped } from "./evidence.ts";
import { nameOf, type Simulated } from "./simulated.ts";

/** How models are called that the other engine cannot run. */
export const ON_SIMJS = " on simjs";

const TIES = "services end at one moment, and the engines need not agree on which is first.";

/** Why a case cannot be run on both engines; null if it can. */
export function whyNotOnBoth({ id, model }: Simulated): string | null {
  return id === "TANDEM-MD-D" ? TIES : refusal(model);
}

/** What no effort checks, or not this one, and why. */
export function leftOut({ longOnes }: Effort): Skipped[] {
  const refused = simulatedCases.flatMap((one): Skipped[] => {
    const why = whyNotOnBoth(one);
    return why === null ? [] : [{ what: nameOf(one) + ON_SIMJS, why }];
  });
  const long = longOnes ? [] : longCases.map((one) => ({ what: nameOf(one), why: "needs --thorough to settle" }));
  return [...long, ...Object.entries(inexpressible).map(([what, why]) => ({ what, why })), ...refused];
}
