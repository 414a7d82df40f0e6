import { fontMetrics } from "../report/font/metrics.ts";
import { figureMarkup, page } from "../report/html.ts";
import type { Fonts } from "../report/page/embedded-fonts.ts";
import { html, type Markup, nothing } from "../report/page/markup.ts";
import { folded } from "../report/page/sections.ts";
import { paragraphs, tableMarkup } from "../report/page/table-markup.ts";
import { svg } from "../report/render.ts";
import { PHONE, WIDE } from "../report/report.ts";
import type { Table } from "../report/table/cells.ts";
import { errorChart } from "./chart.ts";
import type { Check } from "./checks/check.ts";
import { caseTable, checkTable, comparisonTable, coverageTable, farthestFirst, skippedTable } from "./tables.ts";
import type { Verification } from "./verify.ts";
import { verificationSentences } from "./words.ts";

/** Comparisons that are shown at once: those farthest apart. */
const SHOWN = 8;

/** The report of a verification as one HTML page that needs nothing but itself. */
export async function verificationPage(found: Verification, fonts: Fonts): Promise<string> {
  const { made } = found;
  const title = `Verification of queuelab ${made.version}`;
  const body = html`${head(found, title)}<section><h2>Checks</h2>
${tableMarkup(checkTable(found))}</section>
${await figure(found, fonts)}${details(found)}<section><h2>Farthest apart</h2>
${tableMarkup(comparisonTable(farthestFirst(found.comparisons).slice(0, SHOWN)))}
${all("comparisons", comparisonTable(found.comparisons))}</section>
${coverage(found)}${cases(found)}${skipped(found)}${reproduce(found)}`;
  return page({ title, body, version: made.version, fonts });
}

/** The errors as a picture, for a desk and for a phone. */
async function figure({ comparisons }: Verification, fonts: Fonts): Promise<Markup> {
  const metrics = fontMetrics(fonts.regular, fonts.semibold);
  const [wide, narrow] = [WIDE, PHONE].map((canvas) => errorChart(comparisons, canvas));
  if (!wide || !narrow) return nothing;
  const drawn = await Promise.all([
    svg(wide.spec, { fontMetrics: metrics, id: "w" }),
    svg(narrow.spec, { fontMetrics: metrics, id: "n" }),
  ]);
  return figureMarkup({ chart: wide, wide: drawn[0], narrow: drawn[1] });
}

const head = (found: Verification, title: string): Markup =>
  html`<header><p class="kind">queuelab verify, ${found.made.effort}</p>\n<h1>${title}</h1></header>\n<section class="answer" aria-label="Answer">${paragraphs(verificationSentences(found))}</section>\n`;

/** What each check found, as a paragraph of its own. */
const details = ({ checks }: Verification): Markup =>
  html`<section><h2>What they found</h2>\n${checks.filter(({ outcome }) => outcome !== "nothing compared").map(detail)}</section>\n`;

const detail = ({ title, text, findings }: Check): Markup =>
  html`<p><strong>${title}.</strong> ${text}</p>\n${findings.length === 0 ? nothing : html`<ul>${findings.map((finding) => html`<li>${finding}</li>\n`)}</ul>\n`}`;

const all = (what: string, table: Table): Markup => (table.rows.length <= SHOWN ? nothing : folded(table, what));

const coverage = (found: Verification): Markup =>
  found.coverages.length === 0
    ? nothing
    : html`<section><h2>Coverage</h2>\n${tableMarkup(coverageTable(found))}</section>\n`;

function cases(found: Verification): Markup {
  const table = caseTable(found);
  if (table.rows.length === 0) return nothing;
  return html`<section><h2>The exact cases</h2>\n<p class="note">Each is known without simulation, from a formula or a Markov chain solved numerically; cases.json, which comes with the program, says by which second method a value was checked.</p>\n${folded(table, "cases")}</section>\n`;
}

const skipped = (found: Verification): Markup =>
  found.skipped.length === 0
    ? nothing
    : html`<section><h2>Not checked</h2>\n${folded(skippedTable(found), "things")}</section>\n`;

function reproduce({ made }: Verification): Markup {
  const only = made.only.map((name) => ` ${name}`).join("");
  const thorough = made.effort === "thorough" ? " --thorough" : "";
  const command = `queuelab verify${only}${thorough} --seed ${made.seed}`;
  return html`<section><h2>How to reproduce</h2>\n<p class="note">The same version and seed give the same numbers, digit for digit.</p>\n<dl><dt>Command</dt><dd><code>${command}</code></dd></dl></section>\n`;
}
