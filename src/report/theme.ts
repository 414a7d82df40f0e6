import type { TopLevelSpec } from "vega-lite";

/** The look of every picture: Inter, quiet grid, colours that the colour-blind can tell apart, the plot in front. */

/** Falls back to what a reader's machine has when Inter is not embedded. */
export const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', sans-serif";

/** Text, second text, lines between cells, and paper. The page recolours exactly these four in the dark. */
export const INK = "#1f2328";
export const MUTED = "#59636e";
export const GRID = "#e4e7eb";
export const PAPER = "#ffffff";

/**
 * Okabe and Ito's palette without its yellow, which is too faint on paper; the stronger colours first.
 * @see Okabe & Ito (2008), Color Universal Design
 */
export const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"] as const;

/** The same hues dark enough to read as text on paper (contrast at least 4.5 : 1). */
export const TEXT_COLOURS = ["#00619a", "#b04c00", "#00755a", "#9c4374", "#8a5d00", "#1f6f9f", "#000000"] as const;

/** Light to dark, so that more ink is more of the quantity, in print as well. */
export const SHADES = ["#f0f5fa", "#b5d3e8", "#64a5d0", "#2171b0", "#0b3c6f"] as const;

export const TITLE_SIZE = 15;
export const TEXT_SIZE = 12;

/** Vega-Lite's settings, shared by all charts. */
export const CONFIG: NonNullable<TopLevelSpec["config"]> = {
  background: PAPER,
  font: FONT,
  aria: false, // the picture as a whole is described; a label on each mark would be noise to a screen reader
  view: { stroke: null },
  padding: 0,
  title: {
    anchor: "start",
    frame: "bounds",
    color: INK,
    fontSize: TITLE_SIZE,
    fontWeight: 600,
    lineHeight: 20,
    subtitleColor: MUTED,
    subtitleFontSize: TEXT_SIZE,
    subtitleLineHeight: 16,
    subtitlePadding: 4,
    offset: 14,
  },
  axis: {
    labelColor: MUTED,
    labelFontSize: TEXT_SIZE,
    labelPadding: 6,
    titleColor: INK,
    titleFontSize: TEXT_SIZE,
    titleFontWeight: 400,
    gridColor: GRID,
    domainColor: MUTED,
    tickColor: MUTED,
  },
  axisX: { grid: false, tickSize: 4, titlePadding: 8, labelFlush: false, labelOverlap: "greedy" },
  axisY: { domain: false, ticks: false, titleAngle: 0, titleAlign: "left", titleAnchor: "end", labelOverlap: "greedy" },
  legend: {
    labelColor: INK,
    labelFontSize: TEXT_SIZE,
    titleColor: MUTED,
    titleFontSize: TEXT_SIZE,
    titleFontWeight: 400,
  },
};
