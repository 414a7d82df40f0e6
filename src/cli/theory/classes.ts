import { shown } from "../../config/show.ts";
import type { Notation } from "../../theory/kendall/notation.ts";
import type { ServiceClass } from "../../theory/station.ts";
import { Refusal } from "../exit.ts";
import { OptionText } from "./option-text.ts";
import { lawFrom } from "./service-law.ts";
import { type Read, required } from "./settings.ts";

interface Around {
  read: Read;
  classes: readonly string[];
  /** Of all classes together [1/s]. */
  rate: number;
}

/** The classes of messages, most urgent first, each with its share and service. @throws Refusal when they make no sense */
export function classesFrom(notation: Notation, text: string, { read, classes, rate }: Around): ServiceClass[] {
  const ranked = notation.order === "priority" || notation.order === "preemptive";
  if (ranked && classes.length < 2) {
    throw new Refusal(`${shown(text)} needs two classes or more, most urgent first, as in --class 20% --class 80%.`);
  }
  const cv = { option: "cv", text: read("cv") };
  if (classes.length === 0) {
    const service = lawFrom(notation.service, required("service", text, read), cv);
    return [{ name: "message", priority: 0, share: 1, ...service }];
  }
  const of = classes.map((one, i): ServiceClass => {
    const [, amount = "", own = ""] = /^\s*([\d.]+\s*(?:%|\/\s*\w+)?)\s*(.*)$/s.exec(one) ?? [];
    const service = own === "" ? required("service", text, read) : new OptionText("class", own);
    const share = shareOf(new OptionText("class", amount === "" ? one : amount), rate);
    return { name: `class ${i + 1}`, priority: classes.length - i, share, ...lawFrom(notation.service, service, cv) };
  });
  const sum = of.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return of;
  const all = classes.some((one) => one.includes("/"))
    ? `${Number((sum * rate).toPrecision(6))}/s of ${Number(rate.toPrecision(6))}/s`
    : `${Number((100 * sum).toPrecision(6))}%`;
  throw new Refusal(`The shares of the classes make up ${all}, and should make up all of the arrivals.`);
}

/** A share such as 20%, or a rate, of which the share follows. */
function shareOf(text: OptionText, rate: number): number {
  if (text.text.includes("/")) return text.number({ is: "rate", above: 0 }) / rate;
  return text.number({ is: "share", above: 0, most: 1 });
}
