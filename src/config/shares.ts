import type { Demand } from "./demand.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { plainNumber } from "./show.ts";

/** A share of something: a number from 0 to 1, or 0% to 100%. */
export const SHARE: Demand = { is: "share", least: 0, most: 1 };

/**
 * Reads parts whose shares must add up to 1, but for rounding. The sum is not looked at if a part could not be read.
 * @param whole the setting that is divided into them
 */
export function addingUp<Part>(
  whole: Setting<unknown>,
  settling: Settling,
  read: () => Part[],
  shareOf: (part: Part) => number,
): Part[] {
  const before = settling.problems.length;
  const parts = read();
  const sum = parts.reduce((total, part) => total + shareOf(part), 0);
  if (settling.problems.length > before || Math.abs(sum - 1) <= 1e-9) return parts;
  const message = `The shares add up to ${plainNumber(100 * sum)}%, not 100%. Change one of them.`;
  settling.refuseKey(whole.path, { code: "shares-sum", message });
  return parts;
}
