import type { Canvas, ChartSpec } from "../../src/report/chart/picture.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { type Cell, Crew } from "./crew.ts";

const artists = new Crew<ChartSpec, string>(
  () => new Worker(new URL("./artist.worker.ts", import.meta.url), { type: "module", name: "artist" }),
  1,
);

/** A cell that shows a picture, and how large that may be. */
export interface Place extends Cell {
  canvas: Canvas;
}

/** A chart on the page, drawn as in a report, with a line below it that says where its numbers come from. */
export async function figure(chart: ChartSpec, caption: string, cell: Cell): Promise<HTMLElement> {
  const element = document.createElement("figure");
  const picture = element.appendChild(document.createElement("div"));
  picture.role = "img";
  picture.ariaLabel = chart.describes;
  picture.innerHTML = await artists.ask(chart, cell);
  element.appendChild(document.createElement("figcaption")).textContent = caption;
  return element;
}

/** Markup of the report's making as an element. */
export function element(markup: Markup): HTMLElement {
  const box = document.createElement("div");
  box.innerHTML = markup.text;
  return box;
}
