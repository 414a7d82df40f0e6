import type { Model, Name } from "../../spec.ts";
import { Surroundings, stationOf } from "../recognise.ts";
import { arrivalCourse } from "./arrival-course.ts";
import { type QueueCourse, queueCourse } from "./queue-course.ts";

/** How the queues of a model change with time, each by a formula, or in words why none applies. */
export function modelCourse(model: Model): Map<Name, QueueCourse | { why: string }> {
  const around = new Surroundings(model);
  return new Map(
    model.queues.map((queue) => {
      const station = stationOf(around, queue);
      if ("why" in station) return [queue.name, station];
      const arrivals = arrivalCourse(around.sources.graph, queue.name);
      return [queue.name, "why" in arrivals ? arrivals : queueCourse(station, arrivals)];
    }),
  );
}

/** The courses of those queues whose rate of arrivals varies. */
export function varyingCourses(model: Model): Map<Name, QueueCourse | { why: string }> {
  const varying = model.producers.filter(({ profile }) => profile !== null);
  const fed = new Set(varying.flatMap(({ to }) => to.flatMap((way) => way.to)));
  return new Map([...modelCourse(model)].filter(([name]) => fed.has(name)));
}
