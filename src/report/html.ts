import type { Result } from "../result.ts";
import type { ChartSpec } from "./chart/picture.ts";
import { type Fonts, fontFaces } from "./page/embedded-fonts.ts";
import { asIs, html, type Markup, nothing } from "./page/markup.ts";
import {
  answerSection,
  caveatSection,
  differenceSection,
  ledgerSection,
  littleSection,
  measuredSection,
  methodSection,
  percentileSection,
  reproduceSection,
  tableSection,
  theorySection,
} from "./page/sections.ts";
import { STYLE } from "./page/style.ts";
import { printable } from "./printable.ts";

/** A picture and how it was drawn, for a desk and for a phone. */
export interface Figure {
  chart: ChartSpec;
  /** From `svg`, whose output is asIs to be free of scripts. */
  wide: string;
  narrow: string;
}

export interface PageParts {
  figures: readonly Figure[];
  /** Sentences about plots that could not be made. */
  notes: readonly string[];
  fonts: Fonts;
}

/** Nothing may be fetched and nothing may run: styles, fonts and images are inside the page. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole report as one HTML page that needs nothing but itself. */
export function document(result: Result, { figures, notes, fonts }: PageParts): string {
  return page({ title: result.title, body: bodyOf(result, figures, notes), version: result.made.version, fonts });
}

/** What a page of ours is made of. */
export interface Page {
  title: string;
  body: Markup;
  /** Of queuelab. */
  version: string;
  fonts: Fonts;
}

/** An HTML page in our style, with the letters it needs inside. */
export function page({ title, body, version, fonts }: Page): string {
  const characters = [...new Set(title + body.text)].join("");
  const style = asIs(`${fontFaces(fonts, characters)}\n${STYLE}`);
  const whole = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="queuelab ${version}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
  return printable(whole.text);
}

function bodyOf(result: Result, figures: readonly Figure[], notes: readonly string[]): Markup {
  return html`${answerSection(result)}${figures.map(figureMarkup)}
${tableSection(result)}${percentileSection(result)}${theorySection(result)}${differenceSection(result)}${measuredSection(result)}${littleSection(result)}${ledgerSection(result)}
${methodSection(result)}${caveatSection(result, notes)}${reproduceSection(result)}${dataSection(figures)}`;
}

export const figureMarkup = ({ chart, wide, narrow }: Figure): Markup =>
  html`<figure><div class="wide" role="img" aria-label="${chart.describes}">${asIs(wide)}</div>
<div class="narrow" role="img" aria-label="${chart.describes}">${asIs(narrow)}</div></figure>\n`;

/** The pictures as Vega-Lite, data included, to be copied and changed. */
function dataSection(figures: readonly Figure[]): Markup {
  if (figures.length === 0) return nothing;
  const specs = figures.map(
    ({ chart }) => html`<details><summary>${chart.title}</summary><pre>${JSON.stringify(chart.spec)}</pre></details>\n`,
  );
  return html`<section class="data"><h2>The charts as Vega-Lite</h2>\n${specs}</section>\n`;
}
