import type { Check } from "./checks/check.ts";
import { casesCheck, gridCheck } from "./checks/comparisons.ts";
import { coverageCheck } from "./checks/coverage.ts";
import { conservationCheck, enginesCheck, formulasCheck, littleCheck, repeatsCheck } from "./checks/equalities.ts";
import type { Evidence } from "./evidence.ts";

/** All verdicts, in the order in which one asks. */
export function checksOf(evidence: Evidence): Check[] {
  return [
    casesCheck(evidence.comparisons.filter(({ from }) => from === "cases")),
    gridCheck(evidence.comparisons.filter(({ from }) => from === "grid")),
    formulasCheck(evidence.formulas),
    coverageCheck(evidence.coverages),
    littleCheck(evidence.identities.filter(({ law }) => law === "Little")),
    conservationCheck(evidence.identities.filter(({ law }) => law === "conservation")),
    enginesCheck(evidence.engines),
    repeatsCheck(evidence.repeats),
    faultsCheck(evidence.faults),
  ].filter((check) => check !== null);
}

/** Nothing is said of errors where there were none. */
function faultsCheck(faults: Evidence["faults"]): Check | null {
  if (faults.length === 0) return null;
  return {
    name: "errors",
    title: "Runs that broke off",
    compared: faults.length,
    outcome: "failed",
    falseAlarms: 0,
    text: `${faults.length === 1 ? "One piece" : `${faults.length} pieces`} broke off with an error.`,
    findings: faults.map(({ what, why }) => `${what}: ${why}`),
  };
}
