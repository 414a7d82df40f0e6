import type { Twist } from "../../theory/twist.ts";
import { Refusal } from "../exit.ts";
import { OptionText } from "./option-text.ts";
import type { SettingName } from "./setting-names.ts";
import { type Read, required } from "./settings.ts";

/** What a queue does besides, from the options that say so. @throws Refusal when they make no sense, or are two */
export function twistFrom(notation: string, read: Read): Twist | null {
  const given = TWISTS.flatMap(({ options, from }) => {
    const option = options.find((name) => read(name) !== null);
    return option === undefined ? [] : [{ option, from }];
  });
  const [first, second] = given;
  if (second === undefined) return first?.from(notation, read) ?? null;
  throw new Refusal(`--${first.option} and --${second.option} together are beyond what is known here. Leave one out.`);
}

interface Reading {
  options: SettingName[];
  from: (notation: string, read: Read) => Twist;
}

const TWISTS: Reading[] = [
  { options: ["serve-batch"], from: (notation, read) => bulk(required("serve-batch", notation, read)) },
  {
    options: ["vacation"],
    from: (notation, read) => ({ kind: "vacations", absence: required("vacation", notation, read).distribution() }),
  },
  {
    options: ["setup"],
    from: (notation, read) => ({ kind: "set-up", time: required("setup", notation, read).distribution() }),
  },
  {
    options: ["time-to-failure", "repair"],
    from: (notation, read) => ({
      kind: "breakdowns",
      timeToFailure: required("time-to-failure", notation, read).number({ is: "time", above: 0 }),
      repairTime: required("repair", notation, read).number({ is: "time", above: 0 }),
    }),
  },
  { options: ["retry"], from: (notation, read) => retry(required("retry", notation, read)) },
  {
    options: ["feedback"],
    from: (notation, read) => {
      const chance = required("feedback", notation, read).number({ is: "share", least: 0, most: 1 });
      return { kind: "feedback", chance };
    },
  },
];

function bulk(text: OptionText): Twist {
  const [, least, most] = /^\s*(\d+)\s*\.\.\s*(\d+)\s*$/.exec(text.text) ?? ["", "1", text.text];
  const count = (of: string) => new OptionText("serve-batch", of).number({ is: "number", whole: true, least: 1 });
  const batch = { least: count(least!), most: count(most!) };
  if (batch.least <= batch.most) return { kind: "bulk", ...batch };
  throw new Refusal(`--serve-batch ${text.text} begins above its end. Write the smaller number first.`);
}

function retry(text: OptionText): Twist {
  const [, every, who] = /^(.*?)\s*(each|together)?$/.exec(text.text.trim())!;
  const seconds = new OptionText("retry", every).number({ is: "time", above: 0 });
  return { kind: "retrials", every: seconds, who: who === "together" ? "together" : "each" };
}
