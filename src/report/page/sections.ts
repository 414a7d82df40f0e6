import type { Result } from "../../result.ts";
import { answer } from "../answer.ts";
import { plain, quantity } from "../format.ts";
import { pointLabels } from "../points.ts";
import { methodSentences, reproduction } from "../prose/method.ts";
import { besideTheoryTable, differenceTable } from "../table/beside-theory.ts";
import type { Table } from "../table/cells.ts";
import { ledgerTable } from "../table/ledger.ts";
import { type LittlesLaw, littlesLaw, littleTable } from "../table/little.ts";
import { measuredTable } from "../table/measured.ts";
import { percentileTable } from "../table/percentiles.ts";
import { summaryTable } from "../table.ts";
import { chanceSentences } from "../theory.ts";
import { atPlace, metricName } from "../words.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { paragraphs, tableMarkup, unbroken } from "./table-markup.ts";

/** Most points whose ledgers stand side by side. */
const MOST_LEDGERS = 4;

/** Longer tables that few read are folded away. */
const MOST_OPEN = 8;

export function answerSection(result: Result): Markup {
  const { title } = result;
  const question = result.question.startsWith(title) ? result.question.slice(title.length).trim() : result.question;
  const asked = question === "" ? nothing : html`<p class="question">${question}</p>`;
  return html`<header><p class="kind">queuelab report</p>\n<h1>${title}</h1>\n${asked}</header>\n<section class="answer" aria-label="Answer">${paragraphs(answer(result))}</section>\n`;
}

export function tableSection(result: Result): Markup {
  const table = summaryTable(result, { width: 92, stacked: true });
  const percent = Math.round(100 * result.made.confidence);
  return html`<section><h2>Results</h2>\n<p class="note">With each value: both ends of its ${percent}\u00a0% interval.</p>\n${tableMarkup(table)}</section>\n`;
}

export function percentileSection(result: Result): Markup {
  const table = percentileTable(result);
  if (!table || table.rows.length === 0) return nothing;
  return html`<section><h2>Percentiles of ${atPlace(metricName(table.metric), table.where)}</h2>\n${tableMarkup(table)}</section>\n`;
}

/** Theory beside everything that it has an answer for. */
export function theorySection(result: Result): Markup {
  const table = besideTheoryTable(result);
  if (!table) return nothing;
  const approximate = result.rows.some(({ theory }) => theory && !theory.exact);
  const note = `Beside theory: simulation minus theory, in standard errors (se) where theory is exact${approximate ? "; ≈ marks approximations, from which the difference is in percent and no verdict" : ""}.`;
  return html`<section><h2>Theory beside simulation</h2>\n<p class="note">${unbroken([...chanceSentences(result), note].join(" "))}</p>\n${folded(table, "comparisons")}</section>\n`;
}

export function differenceSection(result: Result): Markup {
  const table = differenceTable(result);
  if (!table) return nothing;
  return html`<section><h2>Differences</h2>\n${folded(table, "differences")}</section>\n`;
}

/** A long table waits behind a line. */
export function folded(table: Table, what: string): Markup {
  const shown = tableMarkup(table);
  if (table.rows.length <= MOST_OPEN) return shown;
  return html`<details><summary>All ${table.rows.length.toLocaleString("en-US")} ${what}</summary>${shown}</details>\n`;
}

export function measuredSection(result: Result): Markup {
  const table = measuredTable(result);
  return table ? html`<section><h2>Measured and simulated</h2>\n${tableMarkup(table)}</section>\n` : nothing;
}

/** Little's law, with the numbers of one place written out and a line for each point. */
export function littleSection(result: Result): Markup {
  const laws = littlesLaw(result);
  const shown = laws.findLast(({ where }) => where === "system") ?? laws.at(-1);
  if (!shown) return nothing;
  const wholes = laws.filter(({ where }) => where === "system");
  const table = littleTable(result, result.points.length > 1 && wholes.length > 0 ? wholes : laws);
  return html`<section><h2>Little’s law</h2>\n${formulas(result, shown)}\n${folded(table, "points")}</section>\n`;
}

function formulas(result: Result, law: LittlesLaw): Markup {
  const label = [pointLabels(result)[law.point], law.where === "system" ? "" : law.where]
    .filter((part) => part)
    .join(", ");
  const sum = law.latency * law.messages;
  const measured = Math.abs(law.messages / law.seconds / law.throughput - 1) < 0.005; // else the count is of something else
  const [rate, time] = [quantity(law.throughput, "1/s", "throughput"), quantity(law.latency, "s", "latency")];
  const inNumbers = (numbers: Markup): Markup => (measured ? numbers : nothing);
  const seconds = quantity(law.seconds, "s", "latency");
  const n = law.messages.toLocaleString("en-US");
  return html`<div class="law"><p>N messages pass in the time t, and message i spends t<sub>i</sub> inside${label === "" ? "" : ` (${label})`}:</p>
<p><b>Throughput</b> T = N/t${inNumbers(html` = ${n} / ${seconds}`)} = ${rate}</p>
<p><b>Latency</b> L = Σt<sub>i</sub>/N${inNumbers(html` = ${quantity(sum, "s", "latency")} / ${n}`)} = ${time}</p>
<p><b>Queue</b> Q = Σt<sub>i</sub>/t = T·L = ${rate} × ${time} = ${plain(law.queue)}; observed over time: ${plain(law.observed)}</p>
<p class="note">T·L adds up what messages experienced, Q observed is the average level over time. They are counted separately and differ only by messages that were inside at the beginning or the end of the measured time, or that left without being completed.</p></div>`;
}

export function ledgerSection(result: Result): Markup {
  const ledgers = result.ledgers.slice(0, MOST_LEDGERS);
  if (ledgers.length === 0) return nothing;
  return html`<section><h2>Ledger</h2>\n<p class="note">Every copy of a message that began has ended or is still inside, over all replications from their beginning.</p>\n${tableMarkup(ledgerTable(result, ledgers))}</section>\n`;
}

export const methodSection = (result: Result): Markup =>
  html`<section><h2>How it was simulated</h2>\n${paragraphs(methodSentences(result))}</section>\n`;

export function caveatSection(result: Result, notes: readonly string[]): Markup {
  const labels = pointLabels(result);
  const items = result.caveats.map(({ point, where, text }) => {
    const place = [point === null ? "" : labels[point]!, where === "system" || text.includes(where) ? "" : where]
      .filter((part) => part !== "")
      .join(", ");
    return html`<li>${place === "" ? "" : `${place}: `}${text}</li>\n`;
  });
  const all = [...items, ...notes.map((note) => html`<li>${note}</li>\n`)];
  return all.length === 0 ? nothing : html`<section><h2>Caveats</h2>\n<ul>${all}</ul></section>\n`;
}

export const reproduceSection = (result: Result): Markup =>
  html`<section><h2>How to reproduce</h2>\n<p class="note">The same specification, seed and version give the same numbers, digit for digit.</p>\n<dl>${reproduction(result).map(([label, value]) => html`<dt>${label}</dt><dd><code>${value}</code></dd>\n`)}</dl></section>\n`;
