import { estimate, quantity } from "../../src/report/format.ts";
import { html } from "../../src/report/page/markup.ts";
import { tableMarkup } from "../../src/report/page/table-markup.ts";
import type { Table } from "../../src/report/table/cells.ts";
import type { Row } from "../../src/result.ts";
import type { Cell } from "../laboratory/crew.ts";
import { element } from "../laboratory/figure.ts";
import { exactAt } from "./calculator.ts";
import { messagesOf, rowOf, type Wanted } from "./rows.ts";
import type { Run } from "./run.ts";
import { arrivalRate, modelName, SERVICE_TIME, type Setting } from "./setting.ts";
import { brief, time } from "./words.ts";

/** What the sliders say, in a sentence with the numbers of theory. */
export async function inWords(setting: Setting, cell: Cell): Promise<HTMLElement> {
  const { waitingTime, delayed } = await exactAt(setting, cell);
  const { load, consumers } = setting;
  const rate = quantity(arrivalRate(setting), "1/s", "arrivalRate");
  const most = quantity(consumers / SERVICE_TIME, "1/s", "throughput");
  const can = consumers === 1 ? "One consumer can do" : `${consumers} consumers together can do`;
  const busy = consumers === 1 ? "the consumer busy" : "all of them busy";
  const times = waitingTime / SERVICE_TIME;
  const average = `${brief(times)} ${times === 1 ? "time" : "times"}`;
  return element(html`<p class="now">${can} c/S = ${most}; λ = ${rate} arrive. The load is ρ = λS/c = <b>${Math.round(100 * load)}\u00a0%</b>.
A message finds ${busy} with probability ${brief(100 * delayed)}\u00a0%, and waits <b>${time(waitingTime)}</b> on average: <b>${average}</b> as long as it is worked on.</p>`);
}

const ROWS: (Wanted & { name: string })[] = [
  { name: "utilisation", metric: "utilization", where: "consumers.worker" },
  { name: "mean waiting time", metric: "waitingTime" },
  { name: "mean latency", metric: "sojournTime" },
  { name: "p99 latency", metric: "sojournTime", statistic: "p99" },
  { name: "mean number waiting", metric: "numberInQueue" },
  { name: "mean number in system", metric: "numberInSystem" },
];

/** Simulation and theory side by side at the setting of the sliders. */
export function sideBySide({ setting, result, more }: Run): HTMLElement {
  const count = messagesOf([result]).toLocaleString("en-US");
  const table: Table = {
    head: [`At ${Math.round(100 * setting.load)}\u00a0% load`, "simulated", `exact, ${modelName(setting)}`],
    rows: ROWS.map(({ name, ...wanted }) => lineOf(name, rowOf(result, wanted))),
    labels: 1,
    notes: [
      `${count} messages simulated in this page${more ? "; a longer run is under way" : ""}. In grey: 95 % intervals.`,
    ],
  };
  const box = element(tableMarkup(table));
  box.querySelector("table")!.className = ""; // three columns have room on a phone: no cards
  return box;
}

function lineOf(name: string, row: Row): string[] {
  const { theory, unit, metric } = row;
  const simulated = row.value === null ? "too few messages" : estimate(row);
  return [name, simulated, theory === null ? "–" : quantity(theory.value, unit, metric)];
}
