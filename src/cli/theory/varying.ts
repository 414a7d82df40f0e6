import { quantity } from "../../report/format.ts";
import type { Answer } from "../../theory/answer.ts";
import type { ArrivalCourse } from "../../theory/course/arrival-course.ts";
import type { QueueCourse } from "../../theory/course/queue-course.ts";
import type { Station } from "../../theory/station.ts";
import { type Answered, answered } from "./answered.ts";
import { type ShownCourse, shownCourse } from "./course.ts";
import { stationWords } from "./station-words.ts";

/** What theory says of a queue whose rate of arrivals varies: its course, and averages over it. */
export function answeredCourse(where: string, station: Station, course: QueueCourse | { why: string }): Answered {
  const words = "at" in course ? courseWords(station, course.arrivals) : stationWords(station);
  const about = { where, words, station };
  const shown = "at" in course ? tried(course) : course.why;
  if (typeof shown === "string") return answered(about, { answer: null, others: [], why: shown });
  return { ...answered(about, { answer: averagesOf(shown), others: [], why: shown.why }), course: shown };
}

/** A course, or in words why it cannot be had. */
function tried(course: QueueCourse): ShownCourse | string {
  try {
    return shownCourse(course);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** "Poisson arrivals between 2/s and 50/s, exponential service of 100 ms, 4 servers". */
function courseWords(station: Station, { rate, corners, span }: ArrivalCourse): string {
  const rates = [0, ...corners(0, span), span].map(rate);
  const between = [Math.min(...rates), Math.max(...rates)].map((one) => quantity(one, "1/s", "arrivalRate"));
  return `Poisson arrivals between ${between.join(" and ")}, ${stationWords(station).split(", ").slice(1).join(", ")}`;
}

/** Averages over the course. Times are averages over messages, by Little's law, where a period ends as it began. */
function averagesOf({ model, exact, source, servers, span, from, moments }: ShownCourse): Answer {
  const { totals } = moments[moments.length - 1];
  const entered = totals.arrived - totals.lost;
  const all = {
    utilization: (totals.numberInSystem - totals.numberInQueue) / span / servers,
    throughput: totals.served / span,
    numberInSystem: totals.numberInSystem / span,
    numberInQueue: totals.numberInQueue / span,
    ...(totals.lost === 0 ? {} : { lossProbability: totals.lost / totals.arrived }),
    ...(from === "empty"
      ? {}
      : { sojournTime: totals.numberInSystem / entered, waitingTime: totals.numberInQueue / entered }),
  };
  return { model, exact, source, all, classes: new Map() };
}
