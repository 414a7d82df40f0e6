import { type Budget, budget } from "../../queueing/mt-mc.ts";
import type { Theory } from "../../result.ts";
import type { Model, Name } from "../../spec.ts";
import { FlowGraph } from "../flow-graph.ts";
import type { Question } from "../predictions.ts";
import { modelCourse } from "./model-course.ts";
import type { Moment, QueueCourse } from "./queue-course.ts";

interface Followed {
  course: QueueCourse;
  /** By time, for each of the times that may be asked about [s]. */
  moments: Map<number, Moment>;
}

/** What theory says of stretches of time, from the empty system with which a run begins. */
export class CoursePredictions {
  /** Queues that theory cannot follow, and why. */
  readonly gaps: { where: Name; why: string }[] = [];
  private readonly followed = new Map<Name, Followed>();
  private readonly queueOf: Map<Name, Name>;

  /** @param edges times at which stretches begin and end [s] */
  constructor(model: Model, edges: number[]) {
    const times = [...new Set([0, ...edges])].sort((a, b) => a - b);
    const work = budget(); // of all queues together, so that a large model does not take minutes
    for (const [where, course] of modelCourse(model)) {
      const crowded = this.followed.size >= MOST_FOLLOWED;
      const moments = "at" in course ? (crowded ? TOO_MANY : followed(course, times, work)) : course;
      if ("why" in moments) this.gaps.push({ where, why: moments.why });
      else this.followed.set(where, moments);
    }
    this.queueOf = placesOf(model);
  }

  /** Theory's average over a stretch of time [s] of what a measure is about, or null. */
  over({ where, class: cls, metric }: Question, [from, to]: readonly [number, number]): Theory | null {
    const queue = this.queueOf.get(where);
    const found = queue === undefined || cls !== "*" ? undefined : this.followed.get(queue);
    const [begin, end] = [found?.moments.get(from), found?.moments.get(to)];
    if (found === undefined || begin === undefined || end === undefined || to <= from) return null;
    const total = (key: keyof Moment["totals"]) => end.totals[key] - begin.totals[key];
    const { model, exact, source, servers } = found.course;
    const average = AVERAGES[`${where.split(".")[0]} ${metric}`]?.(total, { seconds: to - from, servers });
    return average === undefined || !Number.isFinite(average) ? null : { value: average, model, exact, source };
  }
}

/** Each may take seconds. */
const MOST_FOLLOWED = 50;
const TOO_MANY: { why: string } = { why: `only ${MOST_FOLLOWED} queues are followed over time` };

type Average = (total: (key: keyof Moment["totals"]) => number, of: { seconds: number; servers: number }) => number;

const present: Average = (total, { seconds }) => total("numberInSystem") / seconds;
const served: Average = (total, { seconds }) => total("served") / seconds;
const lost: Average = (total) => total("lost") / total("arrived");

/** By kind of place and metric. */
const AVERAGES: Partial<Record<string, Average>> = {
  "queues numberInSystem": present,
  "queues numberInQueue": (total, { seconds }) => total("numberInQueue") / seconds,
  "queues throughput": served,
  "queues lossProbability": lost,
  "consumers throughput": served,
  "consumers utilization": (total, { seconds, servers }) =>
    (total("numberInSystem") - total("numberInQueue")) / seconds / servers,
  "system numberInSystem": present,
  "system throughput": served,
  "system lossProbability": lost,
};

function followed(course: QueueCourse, times: number[], work: Budget): Followed | { why: string } {
  try {
    return { course, moments: new Map(course.at(times, "empty", work).map((moment) => [moment.time, moment])) };
  } catch (error) {
    if (error instanceof RangeError) return { why: error.message };
    throw error;
  }
}

/** The queue whose course speaks of a place: its own, that of its only pool, and of the system where there is no other. */
function placesOf(model: Model): Map<Name, Name> {
  const graph = new FlowGraph(model);
  const places = new Map<Name, Name>();
  for (const { name } of model.queues) {
    places.set(name, name);
    const [pool, ...others] = graph.takersOf(name);
    if (pool?.from.length === 1 && others.length === 0) places.set(pool.name, name);
  }
  const alone = model.queues.length === 1 && model.pools.every(({ then }) => then.every(({ to }) => to.length === 0));
  if (alone) places.set("system", model.queues[0].name);
  return places;
}
