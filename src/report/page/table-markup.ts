import type { Table } from "../table/cells.ts";
import { counted } from "../words.ts";
import { html, type Markup, nothing } from "./markup.ts";

/** A paragraph for each sentence. */
export const paragraphs = (sentences: readonly string[]): Markup[] =>
  sentences.map((sentence) => html`<p>${unbroken(sentence)}</p>\n`);

/** A text whose intervals and stretches of time each stay on one line: behind a dash, a line may end even before a space that is not to be broken. */
export const unbroken = (text: string): Markup[] =>
  text.split(RANGE).map((part, i) => (i % 2 === 1 ? html`<span class="value">${part}</span>` : html`${part}`));

const RANGE = /(\([\d.,∞\u2212\u2013\u00a0to]+\)|[\d.]+\u00a0\u2013\u00a0[\d.]+(?:\u00a0\w+)?)/;

/** A page is for reading: longer tables are for programs. */
const MOST_LINES = 300;

/**
 * A table with figures to the right and names to the left; an interval stands under its value. What repeats the line
 * above is left out where lines are close together. On a phone, each line becomes a card.
 */
export function tableMarkup({ head, rows, labels, notes }: Table): Markup {
  const kinds = head.map((_, i) => (isFigures(rows.map((row) => row[i] ?? "")) ? "figure" : "name"));
  const heads = head.map((name, i) => html`<th class="${kinds[i]!}" scope="col">${name}</th>`);
  const body = rows.slice(0, MOST_LINES).map((row, line) => {
    const cells = row.map((text, i) => {
      const again = i < labels - 1 && row.slice(0, i + 1).every((own, k) => own === rows[line - 1]?.[k]);
      return html`<td class="${kinds[i]!}" data-head="${head[i]!.replace("\n", " ")}">${again ? html`<span class="again">${text}</span>` : cellMarkup(text)}</td>`;
    });
    return html`<tr>${cells}</tr>\n`;
  });
  const left =
    rows.length > MOST_LINES
      ? [`Shows the first ${MOST_LINES} of ${counted(rows.length, "line")}; result.csv has them all.`]
      : [];
  const said = [...left, ...notes];
  const below = said.length === 0 ? nothing : html`<div class="notes">${paragraphs(said)}</div>`;
  return html`<div class="scroll"><table class="stack"><thead><tr>${heads}</tr></thead>\n<tbody>\n${body}</tbody></table></div>\n${below}\n`;
}

/** Whether a column holds numbers and nothing else. */
const isFigures = (cells: readonly string[]): boolean =>
  cells.some((text) => text !== "") &&
  cells.every((text) => /^([−+≈ ]*[\d.,∞]+(e−?\d+)?([\u00a0/ %?×]|[µnm]?s²?|min|h|k|M|\(.*\))*|–)?$/.test(text));

/** "12.3 (11.9–12.8) ?" in two lines. Brackets behind words stay where they are. */
function cellMarkup(text: string): Markup {
  const [, value, interval, doubt] = /^([−+≈ ]*\d[^()]*) (\([^()]+\))( \?)?$/.exec(text) ?? [];
  if (value === undefined || interval === undefined) return html`${text}`;
  return html`<span class="value">${value}${doubt ?? ""}</span> <span class="interval">${interval.slice(1, -1)}</span>`;
}
