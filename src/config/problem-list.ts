import type { Path } from "./located.ts";
import { type Complaint, inReadingOrder, type Problem, problemAt } from "./problem.ts";
import { counted } from "./show.ts";
import { type Place, position } from "./source.ts";

/** Problems shown at once. A file with more of them has one cause, and looking for the rest takes time. */
const MOST_PROBLEMS = 100;

/** Thrown when looking for more problems is not worth the time; whoever made the list catches it and shows the list. */
export class GivenUp extends Error {
  override name = "GivenUp";
}

/** What was said about one place, and at which points of the study. */
interface Finding {
  problems: Problem[];
  points: Set<string>;
}

/**
 * The problems of a configuration, collected while it is read and settled. What is wrong at one place counts once,
 * although many points of a study may have it, each with another value in its message.
 */
export class ProblemList {
  private readonly findings = new Map<string, Finding>();
  private count = 0;
  private point = "";

  get length(): number {
    return this.count;
  }

  /** From now on problems belong to this point of the study. */
  at(point: string): void {
    this.point = point;
  }

  /** @throws GivenUp when there are enough of them */
  add(place: Place, path: Path, complaint: Complaint): void {
    const { line, column } = position(place);
    const key = `${complaint.code} ${place.source.file}:${line}:${column}`;
    const finding = this.findings.get(key) ?? { problems: [], points: new Set() };
    const isNewPoint = finding.points.size > 0 && !finding.points.has(this.point);
    finding.points.add(this.point);
    this.count++;
    if (isNewPoint || finding.problems.some(({ message }) => message === complaint.message)) return;
    if (this.kept() >= MOST_PROBLEMS) this.giveUp(place, path, TOO_MANY);
    finding.problems.push(problemAt(place, path, complaint));
    this.findings.set(key, finding);
  }

  /** Adds the last problem. @throws GivenUp always */
  giveUp(place: Place, path: Path, complaint: Complaint): never {
    this.count++;
    this.findings.set("last", { problems: [problemAt(place, path, complaint)], points: new Set() });
    throw new GivenUp(complaint.message);
  }

  /** In the order in which a reader meets them. @param points how many the study has */
  sorted(points = 1): Problem[] {
    const all = [...this.findings.values()].flatMap((finding) => {
      const where = finding.points.size < points ? pointsText([...finding.points]) : "";
      return finding.problems.map((problem) => ({ ...problem, points: where }));
    });
    return all.sort(inReadingOrder);
  }

  private kept(): number {
    return [...this.findings.values()].reduce((sum, { problems }) => sum + problems.length, 0);
  }
}

function pointsText([first = "", ...others]: readonly string[]): string {
  return first !== "" && others.length > 0 ? `${first} and ${counted(others.length, "more point")}` : first;
}

const TOO_MANY: Complaint = {
  code: "problems-too-many",
  message: `There are more than ${MOST_PROBLEMS} problems; the others are not shown. Mend these first.`,
};

/** Runs `work`; the answer is undefined if it gave up, which the problems then tell. */
export function unlessGivenUp<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof GivenUp) return undefined;
    throw error;
  }
}
