import { check } from "../random/check.ts";
import type { Distribution } from "../random/distribution.ts";
import type { Demand } from "./demand.ts";
import type { DistributionMap, DistributionText } from "./distribution-schema.ts";
import { settleMatrix } from "./markov-arrivals.ts";
import type { Complaint } from "./problem.ts";
import { readTimes } from "./recorded-times.ts";
import type { Recorded } from "./recordings.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { addingUp, SHARE } from "./shares.ts";

const TIME: Demand = { is: "time", least: 0 };

/** Settles a distribution inside another. */
type Settle = (setting: Setting<DistributionText>, settling: Settling) => Distribution;

/** Distributions that do not fit in a line: lists, matrices, files, and distributions of distributions. */
export function settleStructured(setting: Setting<DistributionMap>, settling: Settling, settle: Settle): Distribution {
  const before = settling.problems.length;
  const law = built(setting, settling, settle);
  const [fault] = settling.problems.length > before ? [] : check(law);
  if (fault !== undefined) settling.refuse(setting.path, { code: "distribution-invalid", message: fault });
  return law;
}

function built(setting: Setting<DistributionMap>, settling: Settling, settle: Settle): Distribution {
  const value = setting.value!;
  if (value.empirical) return empirical(setting.at("empirical"), settling);
  if (value["phase-type"]) return phaseType(setting.at("phase-type"), settling);
  if (value.mixture) return mixture(setting.at("mixture"), settling, settle);
  if (value.shifted) {
    const shifted = setting.at("shifted");
    return { dist: "shifted", by: settling.number(shifted.at("by"), TIME, 0), law: settle(shifted.at("of"), settling) };
  }
  if (value.scaled) {
    const scaled = setting.at("scaled");
    const by = settling.number(scaled.at("by"), { is: "number", above: 0 }, 1);
    return { dist: "scaled", by, law: settle(scaled.at("of"), settling) };
  }
  return ofStages(setting, settling);
}

type Quantities = (string | number)[];

/** Exponential branches or stages whose means are written one by one. */
function ofStages(setting: Setting<DistributionMap>, settling: Settling): Distribution {
  const value = setting.value!;
  if (value.hyperexponential) {
    const branches = (setting.at("hyperexponential") as Setting<{ branches: Branch[] }>).at("branches");
    return { dist: "hyperexponential", branches: branches.items().map((branch) => branchOf(branch, settling)) };
  }
  if (value.hypoexponential) {
    const stages = setting.at("hypoexponential") as Setting<{ means: Quantities }>;
    return { dist: "hypoexponential", means: times(stages.at("means"), settling) };
  }
  const stages = setting.at("coxian") as Setting<{ means: Quantities; onward: Quantities }>;
  return { dist: "coxian", means: times(stages.at("means"), settling), onward: shares(stages.at("onward"), settling) };
}

interface Branch {
  share: string | number;
  mean: string | number;
}

function branchOf(branch: Setting<Branch>, settling: Settling): { probability: number; mean: number } {
  const mean = settling.number(branch.at("mean"), { is: "time", above: 0 }, 1);
  return { probability: settling.number(branch.at("share"), SHARE, 0), mean };
}

function times(list: Setting<Quantities>, settling: Settling): number[] {
  return list.items().map((item) => settling.number(item, TIME, 1));
}

function shares(list: Setting<Quantities>, settling: Settling): number[] {
  return list.items().map((item) => settling.number(item, SHARE, 0));
}

function phaseType(setting: Setting<NonNullable<DistributionMap["phase-type"]>>, settling: Settling): Distribution {
  const generator = settleMatrix(setting.at("generator"), setting.at("unit"), settling);
  return { dist: "phase-type", initial: shares(setting.at("initial"), settling), generator };
}

/** Recorded values or values written in a list, ascending, all equally likely. */
function empirical(setting: Setting<NonNullable<DistributionMap["empirical"]>>, settling: Settling): Distribution {
  const { values, file } = setting.value!;
  if ((values === undefined) === (file === undefined)) {
    settling.refuse(setting.path, VALUES_OR_FILE);
    return { dist: "constant", value: 1 };
  }
  const found =
    values === undefined
      ? readTimes(setting as Setting<Recorded>, settling)
      : setting
          .at("values")
          .items()
          .map((item) => settling.number(item, TIME, 1));
  return { dist: "empirical", values: Array.from(Float64Array.from(found).sort()) };
}

function mixture(
  setting: Setting<NonNullable<DistributionMap["mixture"]>>,
  settling: Settling,
  settle: Settle,
): Distribution {
  const read = () =>
    setting.items().map((part) => {
      return { weight: settling.number(part.at("weight"), SHARE, 0), law: settle(part.at("of"), settling) };
    });
  return { dist: "mixture", of: addingUp(setting, settling, read, ({ weight }) => weight) };
}

const VALUES_OR_FILE: Complaint = {
  code: "distribution-invalid",
  message: "An empirical distribution has either values: [10 ms, 12 ms] or file: times.csv. Write one of the two.",
};
