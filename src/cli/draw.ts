import type { ChartSpec } from "../report/chart/picture.ts";
import { fontMetrics } from "../report/font/metrics.ts";
import { type Fonts, fontFaces } from "../report/page/embedded-fonts.ts";
import { svg } from "../report/render.ts";
import { png } from "./png.ts";

/** A chart in each of its forms, by the ending of its file. */
export interface Drawn {
  /** With the letters it needs inside, so that it looks the same everywhere. */
  svg: string;
  /** null = it cannot be drawn. */
  png: Uint8Array | null;
  /** Vega-Lite, data included, to be changed. */
  "vl.json": string;
}

/** Draws a chart in all its forms. */
export async function draw({ spec }: ChartSpec, fonts: Fonts): Promise<Drawn> {
  const picture = await svg(spec, { fontMetrics: fontMetrics(fonts.regular, fonts.semibold) });
  const style = `<style>${fontFaces(fonts, [...new Set(picture)].join(""))}</style>`;
  const standalone = picture.replace(/^<svg[^>]*>/, (opening) => opening + style);
  return { svg: standalone, png: await png(picture), "vl.json": `${JSON.stringify(spec, null, 2)}\n` };
}
