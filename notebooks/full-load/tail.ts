import { chartsOf } from "../../src/report/charts.ts";
import { figure, type Place } from "../laboratory/figure.ts";
import { messagesOf } from "./rows.ts";
import type { Run } from "./run.ts";

/** The tail of the latency at the setting of the sliders, as a report draws it. */
export function tailFigure({ result, more }: Run, place: Place): Promise<HTMLElement> {
  const plots = [{ kind: "latency-tail", options: { metric: "latency", where: "system" } }];
  const [chart] = chartsOf({ ...result, plots }, place.canvas).charts;
  if (chart === undefined) throw new Error("the run has no tail to draw");
  const count = messagesOf([result]).toLocaleString("en-US");
  return figure(chart, `${count} messages simulated in this page${more ? "; a longer run is under way" : ""}.`, place);
}
