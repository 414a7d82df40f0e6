import { betaRegularized } from "../../special/incomplete-beta.ts";
import { shareOf } from "../../stats/clopper-pearson.ts";
import { counted } from "../coverage.ts";
import type { Coverage } from "../evidence.ts";
import type { Check } from "./check.ts";
import { POWER } from "./power.ts";

/** What our 95 % intervals cover at least, in runs as short as those made here; longer ones come nearer to 95 %. */
export const CLAIMED = 0.9;
const FALSE_ALARMS = 0.003;

/** How often intervals of independent runs hold the exact value. */
export function coverageCheck(coverages: readonly Coverage[]): Check {
  const all = counted(coverages);
  const findings = all.filter((one) => chanceOfSoFew(one) < FALSE_ALARMS / all.length).map(finding);
  return {
    name: "coverage",
    title: "95 % intervals against the exact value, run after run",
    compared: all.reduce((sum, { runs }) => sum + runs, 0),
    outcome: all.length === 0 ? "nothing compared" : findings.length === 0 ? "passed" : "failed",
    falseAlarms: FALSE_ALARMS,
    text: all.length === 0 ? "Nothing was compared." : textOf(all),
    findings,
  };
}

/** P(at most so many of n intervals cover), if this share of all does; that which is claimed, unless said. */
function chanceOfSoFew({ covered, runs }: Pick<Coverage, "covered" | "runs">, share = CLAIMED): number {
  return covered === runs ? 1 : 1 - betaRegularized(covered + 1, runs - covered, share);
}

/** How much the intervals of one of so many quantities may cover, at most, to be found out. */
export function visibleCoverage(runs: number, quantities: number): number {
  let covered = runs;
  while (covered >= 0 && !(chanceOfSoFew({ covered, runs }) < FALSE_ALARMS / quantities)) covered--;
  if (covered < 0) return 0;
  let [found, missed] = [0, CLAIMED];
  while (missed - found > 1e-6) {
    const share = (found + missed) / 2;
    if (chanceOfSoFew({ covered, runs }, share) > POWER) found = share;
    else missed = share;
  }
  return found;
}

function finding(one: Coverage): string {
  const { value, low, high } = shareOf(one.covered, one.runs);
  return `Intervals of ${one.metric} of ${one.model} cover in ${percent(value)} of ${one.runs} runs (${percent(low)} to ${percent(high)}).`;
}

function textOf(all: readonly Coverage[]): string {
  const shares = all.map(({ covered, runs }) => shareOf(covered, runs));
  const least = shares.reduce((a, b) => (b.value < a.value ? b : a));
  const hits = all.reduce((sum, { covered }) => sum + covered, 0);
  const runs = all.reduce((sum, one) => sum + one.runs, 0);
  const visible = visibleCoverage(Math.min(...all.map((one) => one.runs)), all.length);
  return (
    `${percent(hits / runs)} of ${runs.toLocaleString("en-US")} intervals cover. The least of ${all.length} quantities is ` +
    `${percent(least.value)}, which leaves between ${percent(least.low)} and ${percent(least.high)} possible; ` +
    `less than ${percent(CLAIMED)} would have to be proved to fail, and ${percent(visible)} would be found with a ` +
    `probability of ${POWER}.`
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}\u00a0%`;
}
