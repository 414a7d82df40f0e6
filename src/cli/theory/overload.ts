import { quantity } from "../../report/format.ts";
import { isLimited, meanService, type Station } from "../../theory/station.ts";

/** Why a queue never settles, and what would make it; null where it does, or where a formula knows better. */
export function overloadText(s: Station): string | null {
  if (s.twist !== null) return null;
  const mean = meanService(s);
  const work = s.rate * mean;
  const settles = isLimited(s) || s.patience !== Infinity || s.input.kind === "closed";
  if (settles || work < s.servers) return null;
  const rho = (work / s.servers).toPrecision(3);
  const enough = Math.floor(work + 1e-9) + 1;
  const limits = [
    `fewer than ${quantity(s.servers / mean, "1/s", "arrivalRate")}`,
    `at least ${enough} servers`,
    `or a mean service below ${quantity(s.servers / s.rate, "s", "serviceTime")}`,
  ];
  const busy = `${quantity(s.rate, "1/s", "arrivalRate")} × ${quantity(mean, "s", "serviceTime")}`;
  return `This queue grows for ever: ${busy} is work for ${plainWork(work)} servers, and it has ${s.servers} (ρ = ${rho}). Stable would be ${limits.join(", ")}.`;
}

function plainWork(work: number): string {
  return String(Number(work.toPrecision(4)));
}
