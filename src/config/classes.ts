import type { MessageClass, Producer } from "../spec.ts";
import { DISTRIBUTION_NAMES } from "./distribution-schema.ts";
import type { ModelText, ProducerText } from "./model-schema.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { addingUp, SHARE } from "./shares.ts";
import { shown } from "./show.ts";

/** The class of messages whose producer names none. */
export const UNTAGGED = "message";

/** The message classes of a model, in the order in which they are first written. Producers share classes by name. */
export function settleClasses(
  producers: Setting<NonNullable<ModelText["producers"]>>,
  settling: Settling,
): MessageClass[] {
  const found = new Map<string, MessageClass>();
  for (const [, producer] of producers.entries()) {
    for (const [name, priority] of classesOf(producer, settling)) {
      const known = found.get(name);
      if (known && known.priority !== priority)
        settling.refuseKey([...producer.path, "classes", name], clash(known, priority));
      found.set(name, known ?? { name, priority });
    }
  }
  return [...found.values()];
}

function classesOf(producer: Setting<ProducerText>, settling: Settling): [string, number][] {
  const classes = producer.at("classes").entries();
  if (classes.length === 0) return [[UNTAGGED, 0]];
  return classes.map(([name, setting]) => {
    if (DISTRIBUTION_NAMES.includes(name) || name === "times") settling.refuseKey(setting.path, ambiguous(name));
    return [name, settling.number(setting.at("priority"), { is: "number", least: -1000, most: 1000 }, 0)];
  });
}

/** The shares of the classes among a producer's messages. */
export function settleMix(
  producer: Setting<ProducerText>,
  known: readonly MessageClass[],
  settling: Settling,
): Producer["mix"] {
  const index = (name: string) => known.findIndex((each) => each.name === name);
  const classes = producer.at("classes");
  const entries = classes.entries();
  if (entries.length === 0) return [{ class: index(UNTAGGED), share: 1 }];
  const read = () =>
    entries.map(([name, setting]) => {
      const share = setting.at("share");
      if (!share.given && entries.length > 1) settling.refuseKey(setting.path, SHARE_MISSING);
      return { class: index(name), share: settling.number(share, SHARE, 1) };
    });
  return addingUp(classes, settling, read, ({ share }) => share);
}

const SHARE_MISSING: Complaint = {
  code: "key-missing",
  message: "share is missing: with several classes each needs one, such as share: 20%.",
};

function clash(known: MessageClass, priority: number): Complaint {
  const message = `The class ${known.name} has priority ${priority} here and ${known.priority} with another producer. Rename one of them.`;
  return { code: "class-clash", message };
}

function ambiguous(name: string): Complaint {
  const message = `${shown(name)} is the name of a distribution, so a service by class could not be told from it. Rename the class.`;
  return { code: "name-invalid", message };
}
