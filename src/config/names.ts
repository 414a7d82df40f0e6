import type { Name } from "../spec.ts";
import type { ModelText } from "./model-schema.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/** The name of the queue that a model without `queues:` has. */
export const IMPLIED_QUEUE = "queue";

/** The names of a model's parts, without their section. */
export interface PartNames {
  producers: ReadonlySet<string>;
  queues: ReadonlySet<string>;
  consumers: ReadonlySet<string>;
}

export function partNames(model: Setting<ModelText>): PartNames {
  const queues = Object.keys(model.value?.queues ?? {});
  return {
    producers: new Set(Object.keys(model.value?.producers ?? {})),
    queues: new Set(queues.length > 0 ? queues : [IMPLIED_QUEUE]),
    consumers: new Set(Object.keys(model.value?.consumers ?? {})),
  };
}

/** The qualified name of the queue that a text names, plainly or as queues.name. */
export function queueNamed(text: string, names: PartNames): Name | Complaint {
  const plain = text.startsWith("queues.") ? text.slice("queues.".length) : text;
  if (names.queues.has(plain)) return `queues.${plain}`;
  return { code: "name-unknown", message: `There is no queue ${shown(plain)}.${otherwise(plain, names)}` };
}

function otherwise(name: string, { queues, consumers, producers }: PartNames): string {
  const near = didYouMean(name, queues);
  if (near !== "") return near;
  if (consumers.has(name)) return ` ${shown(name)} is a consumer; messages go to the queue it takes from.`;
  if (producers.has(name)) return ` ${shown(name)} is a producer.`;
  const some = [...queues].slice(0, 10);
  return ` There ${some.length === 1 ? "is" : "are"} ${some.join(", ")}${queues.size > some.length ? " and more" : ""}.`;
}

/** The only queue of a model, for those who name none; otherwise a complaint that asks for its name. */
export function onlyQueue(names: PartNames, key: string): Name | Complaint {
  const [only, second] = names.queues;
  if (second === undefined) return `queues.${only}`;
  const some = [...names.queues].slice(0, 10).join(", ");
  return { code: "queue-unnamed", message: `There are several queues, so ${key}: must say which: ${some}.` };
}

/** The last part of a qualified name: "payment" of "queues.payment". */
export function plainName(name: Name): string {
  return name.slice(name.indexOf(".") + 1);
}

/** The keys under which a qualified name is written. */
export function pathOf(name: Name): [string, string] {
  const dot = name.indexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1)];
}
