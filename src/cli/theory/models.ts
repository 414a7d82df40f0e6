import { existsSync } from "node:fs";
import type { Overrides } from "../../config/overrides.ts";
import type { Model, Point } from "../../spec.ts";
import { varyingCourses } from "../../theory/course/model-course.ts";
import { modelTheory } from "../../theory/model-theory.ts";
import { wholeAnswer } from "../../theory/whole.ts";
import { Refusal } from "../exit.ts";
import { loadFile } from "../load.ts";
import { errorStyle, problemsText } from "../problems.ts";
import { sweepOf } from "../sweep-argument.ts";
import { type Answered, type AnsweredPoint, answered } from "./answered.ts";
import { overloadText } from "./overload.ts";
import { stationWords } from "./station-words.ts";
import { answeredCourse } from "./varying.ts";

/** What theory says of the model, or of each point of the experiment, in a file. @throws Refusal when it has problems */
export async function modelPoints(file: string, sweeps: readonly string[]): Promise<AnsweredPoint[]> {
  const overrides: Overrides = sweeps.length === 0 ? {} : { sweep: Object.fromEntries(sweeps.map(sweepOf)) };
  const loaded = await loadFile(file, overrides);
  if ("problems" in loaded) throw new Refusal(problemsText(loaded.problems, errorStyle));
  return loaded.study.points.map(pointOf);
}

function pointOf({ scenario, at, model }: Point): AnsweredPoint {
  return { at: scenario === "" ? at : { scenario, ...at }, queues: queuesOf(model) };
}

function queuesOf(model: Model): Answered[] {
  const theory = modelTheory(model);
  const courses = varyingCourses(model);
  const queues = [...theory.queues].map(([where, { station, ...of }]) => {
    const course = courses.get(where);
    if (station !== null && course !== undefined) return answeredCourse(where, station, course);
    const overload = station === null ? null : overloadText(station);
    return answered(
      { where, words: station === null ? "" : stationWords(station), station },
      overload === null ? of : { answer: null, others: [], why: overload },
    );
  });
  const whole = wholeAnswer(model, theory);
  if (whole === null) return queues;
  const why = whole.exact ? "" : "not every queue has an exact formula";
  return [answered({ where: "system", words: "", station: null }, { answer: whole, others: [], why }), ...queues];
}

/** Whether a word names a file rather than a queue in Kendall's notation. */
export function isFile(word: string): boolean {
  return /\.(ya?ml|json)$/i.test(word) || existsSync(word);
}
