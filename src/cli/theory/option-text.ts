import type { Demand } from "../../config/demand.ts";
import type { DistributionText } from "../../config/distribution-schema.ts";
import { settleDistribution } from "../../config/distributions.ts";
import type { Scalar } from "../../config/located.ts";
import { Parameters } from "../../config/parameters.ts";
import { type Complaint, type Problem, problemAt } from "../../config/problem.ts";
import { ProblemList } from "../../config/problem-list.ts";
import { Recordings } from "../../config/recordings.ts";
import { Setting } from "../../config/setting.ts";
import { Settling } from "../../config/settling.ts";
import { lineSource, type Place } from "../../config/source.ts";
import type { Distribution } from "../../random/distribution.ts";
import { Refusal } from "../exit.ts";
import { errorStyle, problemsText } from "../problems.ts";

/** The text of an option, read by the rules of the configuration language; mistakes are shown as those of a file are. */
export class OptionText {
  readonly text: string;
  private readonly place: Place;

  /** @param option its name, without the hyphens */
  constructor(option: string, text: string) {
    const line = `--${option} ${text}`;
    this.text = text;
    this.place = { source: lineSource("command line", line), start: line.length - text.length, end: line.length };
  }

  /** @throws Refusal when the text is no such number */
  number(demand: Demand): number {
    return this.settled((settling) => settling.demanded(this.text, demand, []) ?? 1);
  }

  /** @throws Refusal when the text is no distribution of a time */
  distribution(): Distribution {
    return this.settled((settling) => settleDistribution(new Setting<DistributionText>(this.text, []), settling));
  }

  /** @throws Refusal always */
  refuse(complaint: Complaint): never {
    throw refusal([problemAt(this.place, [], complaint)]);
  }

  private settled<Value>(settle: (settling: Settling) => Value): Value {
    const root: Scalar = { is: "scalar", value: this.text, place: this.place };
    const [problems, warnings] = [new ProblemList(), new ProblemList()];
    const recordings = new Recordings({ read: () => ({ refused: "an option names no file" }) });
    const settling = new Settling(root, new Parameters(root, problems, null), { recordings, problems, warnings });
    const value = settle(settling);
    if (problems.length > 0) throw refusal(problems.sorted());
    return value;
  }
}

function refusal(problems: readonly Problem[]): Refusal {
  return new Refusal(problemsText(problems, errorStyle));
}
