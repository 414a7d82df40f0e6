import { counted, list } from "../report/words.ts";
import type { Check } from "./checks/check.ts";
import { farthest } from "./checks/comparisons.ts";
import { POWER } from "./checks/power.ts";
import type { Comparison } from "./evidence.ts";
import { ON_SIMJS } from "./left-out.ts";
import { visibleErrors, visibleServiceError } from "./power.ts";
import type { Verification } from "./verify.ts";

/** The outcome of a verification in sentences, most important first. */
export function verificationSentences(verification: Verification): string[] {
  const { checks, comparisons, skipped, missing, pieces, made } = verification;
  const compared = checks.filter(({ outcome }) => outcome !== "nothing compared");
  const failed = checks.filter(({ outcome }) => outcome === "failed");
  return [
    verdict(compared.length, failed, missing > 0),
    ...failed.flatMap(({ findings }) => someOf(findings)),
    ...farthestSentence(comparisons),
    ...alarmSentence(
      checks.reduce((sum, { falseAlarms, outcome }) => sum + (outcome === "nothing compared" ? 0 : falseAlarms), 0),
    ),
    ...powerSentence(comparisons),
    ...(missing > 0
      ? [
          `It was interrupted: ${missing} of ${pieces} pieces are missing. They come in mixed order: what is finished is a sample of all.`,
        ]
      : []),
    ...(made.only.length > 0 ? [`Only models were taken whose name contains ${list(made.only, "or")}.`] : []),
    ...skippedSentence(skipped),
  ];
}

function skippedSentence(skipped: Verification["skipped"]): string[] {
  if (skipped.length === 0) return [];
  const engines = skipped.filter(({ what }) => what.endsWith(ON_SIMJS)).length;
  const others = skipped.length - engines;
  const parts = [
    others > 0 ? `${others} ${others === 1 ? "case or value" : "cases or values"}` : "",
    engines > 0 ? `${counted(engines, "model")} on the other engine` : "",
  ].filter((part) => part !== "");
  return [`Not checked: ${list(parts)}; the report says which and why.`];
}

function verdict(checks: number, failed: readonly Check[], cut: boolean): string {
  if (checks === 0) return "Nothing was checked.";
  if (failed.length > 0)
    return `${failed.length} of ${checks} checks failed: ${list(failed.map(({ title }) => title))}.`;
  if (cut) return `All ${checks} checks passed, as far as they came.`;
  return `All ${checks} checks passed: on this machine the program does what theory says.`;
}

/** Most findings of one check that are told at once. */
const MOST_TOLD = 3;

function someOf(findings: readonly string[]): string[] {
  const more = findings.length - MOST_TOLD;
  return more > 0 ? [...findings.slice(0, MOST_TOLD), `${more} more of this kind are in the report.`] : [...findings];
}

function farthestSentence(comparisons: readonly Comparison[]): string[] {
  const worst = farthest(comparisons);
  if (worst === null) return [];
  const z =
    worst.z === null ? "different without any scatter" : `${Math.abs(worst.z).toFixed(1)} standard errors apart`;
  return [
    `Of ${comparisons.length.toLocaleString("en-US")} comparisons of simulated with exact values, the farthest is ${worst.metric} of ${worst.model}, ${z}.`,
  ];
}

function alarmSentence(rate: number): string[] {
  const once = Math.round(1 / rate);
  return rate > 0 ? [`If nothing is wrong, a run of this command fails at most once in ${once} seeds.`] : [];
}

function powerSentence(comparisons: readonly Comparison[]): string[] {
  const sizes = visibleErrors(comparisons);
  const service = visibleServiceError(comparisons);
  const at = (share: number) => percent(sizes[Math.floor(share * (sizes.length - 1))]);
  const inService =
    service === null
      ? []
      : [
          `Service times that are all ${percent(service.share)} wrong are found with a probability of ${POWER}, first of all in ${service.model}.`,
        ];
  if (sizes.length < FEWEST_MEANS) return inService;
  return [
    ...inService,
    `An error in a single mean alone is found with that probability if it is larger than ${at(0.1)} in the sharpest ` +
      `tenth of ${sizes.length} means, and than ${at(0.5)} in half of them.`,
  ];
}

/** Shares of fewer means say nothing. */
const FEWEST_MEANS = 10;

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))}\u00a0%`;
}
