import type { TopLevelSpec } from "vega-lite";
import { CONFIG, TEXT_SIZE, TITLE_SIZE } from "../theme.ts";
import { wrap } from "./text-width.ts";

/** One picture, described in Vega-Lite, with its data inside. */
export interface ChartSpec {
  /** File-system friendly. */
  name: string;
  /** The subject of the picture, in words. */
  title: string;
  spec: TopLevelSpec;
  /** What it shows, for those who cannot see it. */
  describes: string;
}

/** How large a picture may be [px]. Its height follows from its kind. */
export interface Canvas {
  width: number;
}

/** Settings of a plot as an experiment file gives them. */
export type PlotOptions = Record<string, string | number | boolean>;

/** What a chart says in words. */
export interface Heading {
  name: string;
  title: string;
  /** How to read the marks. */
  subtitle: string;
  describes: string;
}

/** Several marks over one another: what all our charts are. */
export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = LayeredSpec["layer"][number];

/** Below this width [px] a chart is for a phone: legends go on top, labels over their bars. */
export const NARROW = 480;

/** Semibold text is about this much wider than regular text. */
const SEMIBOLD = 1.06;

/** What is inside a picture, and how far labels of its horizontal axis stand out at the ends [px]. */
export interface Body extends Pick<LayeredSpec, "layer" | "encoding"> {
  /** Of the plot without its axes [px]. */
  height: number;
  standsOut: { left: number; right: number };
}

/** Puts title, look and size around the layers. Vega makes room for what lies beside the plot, but not for axis ends. */
export function picture(heading: Heading, canvas: Canvas, { standsOut, ...body }: Body): ChartSpec {
  const { name, title, describes } = heading;
  const room = canvas.width - 8 - standsOut.left - standsOut.right;
  const spec: LayeredSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: describes,
    width: canvas.width,
    autosize: { type: "fit-x", contains: "padding" },
    padding: { left: 1 + standsOut.left, top: 1, bottom: 4, right: 6 + standsOut.right },
    title: {
      text: wrap(title, TITLE_SIZE * SEMIBOLD, room),
      subtitle: heading.subtitle === "" ? [] : wrap(heading.subtitle, TEXT_SIZE, room),
    },
    config: CONFIG,
    ...body,
  };
  return { name, title, spec, describes };
}

/** A name made of letters, digits and hyphens, for a file or an id. */
export const fileName = (...parts: string[]): string =>
  parts
    .filter((part) => part !== "")
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "");
