import { FONT, GRID, INK, MUTED, PAPER } from "../theme.ts";

/**
 * The style of a report page: one column, quiet, for a desk, a phone, the dark and paper.
 * Charts have their colours as attributes; in the dark, the four neutral ones are replaced by selector.
 */
export const STYLE = `
:root { --ink: ${INK}; --muted: ${MUTED}; --grid: ${GRID}; --paper: ${PAPER}; --soft: #f6f8fa; --link: #00619a; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --muted: #9aa4af; --grid: #343a42; --paper: #15181c; --soft: #1d2127; --link: #56b4e9; }
  svg [fill="${PAPER}"] { fill: var(--paper); } svg [stroke="${PAPER}"] { stroke: var(--paper); }
  svg [fill="${INK}"] { fill: var(--ink); } svg [stroke="${INK}"] { stroke: var(--ink); }
  svg [fill="${MUTED}"] { fill: var(--muted); } svg [stroke="${MUTED}"] { stroke: var(--muted); }
  svg [stroke="${GRID}"] { stroke: var(--grid); }
  svg text[fill="#00619a"] { fill: #56b4e9; } svg text[fill="#b04c00"] { fill: #ff8a3d; } svg text[fill="#00755a"] { fill: #2fc79d; }
  svg text[fill="#9c4374"] { fill: #e09cc0; } svg text[fill="#8a5d00"] { fill: #e69f00; } svg text[fill="#1f6f9f"] { fill: #7cc4ee; }
  svg [stroke="#000000"] { stroke: #c8ccd2; } svg [fill="#000000"] { fill: #c8ccd2; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 ${FONT}; overflow-wrap: break-word; }
main { max-width: 760px; margin: 0 auto; padding: 40px 20px 64px; }
h1 { font-size: 28px; line-height: 1.2; font-weight: 600; letter-spacing: -0.012em; margin: 4px 0 10px; text-wrap: balance; }
h2 { font-size: 18px; line-height: 1.3; font-weight: 600; margin: 48px 0 10px; }
p { margin: 0 0 10px; }
b { font-weight: 600; }
.kind { color: var(--muted); font-size: 14px; margin: 0; }
.question { color: var(--muted); font-size: 17px; margin-bottom: 24px; }
.answer { border-left: 3px solid #0072b2; padding: 2px 0 2px 16px; margin: 24px 0 8px; }
.answer p { margin: 0 0 8px; } .answer p:first-child { font-size: 19px; line-height: 1.45; } .answer p:last-child { margin: 0; }
figure { margin: 28px 0 36px; }
figure svg { display: block; width: 100%; height: auto; }
.narrow { display: none; }
.note, .notes { color: var(--muted); font-size: 14px; }
.notes { margin: 8px 0 0; } .notes p { margin: 0 0 2px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.35; font-family: "Inter Tabular", ${FONT}; }
.scroll { overflow-x: auto; }
th { text-align: left; font-weight: 600; vertical-align: bottom; white-space: pre-line; padding: 6px 16px 6px 0; border-bottom: 1.5px solid var(--ink); }
td { padding: 5px 16px 5px 0; border-bottom: 1px solid var(--grid); vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
.figure { text-align: right; } td.figure { white-space: nowrap; }
.value { white-space: nowrap; }
.again { display: none; }
.figure .interval { display: block; color: var(--muted); font-size: 12px; }
.law { background: var(--soft); padding: 16px 18px; margin: 0 0 16px; }
.law p { margin: 0 0 6px; } .law p:last-child { margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0; font-size: 14px; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
ul { padding-left: 20px; margin: 0; } li { margin: 0 0 6px; }
details { margin: 0 0 6px; font-size: 14px; } summary { cursor: pointer; color: var(--link); }
pre { background: var(--soft); padding: 12px; max-height: 320px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { margin-top: 56px; color: var(--muted); font-size: 13px; }
@media screen and (max-width: 560px) {
  main { padding: 24px 16px 48px; }
  h1 { font-size: 24px; } h2 { margin-top: 40px; } .answer p:first-child { font-size: 18px; }
  .wide { display: none; } .narrow { display: block; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; }
  .stack thead { display: none; }
  .stack tr { display: block; padding: 10px 0; border-bottom: 1px solid var(--grid); }
  .stack td { display: flex; justify-content: space-between; gap: 16px; border: 0; padding: 2px 0; text-align: right; white-space: normal; }
  .stack td::before { content: attr(data-head); color: var(--muted); text-align: left; }
  .stack td:empty { display: none; } .again { display: inline; }
  .stack td .value { margin-left: auto; } .stack td .interval { margin-left: -10px; display: inline; font-size: inherit; } .stack td .interval::before { content: "("; } .stack td .interval::after { content: ")"; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  h1 { font-size: 20pt; } h2 { font-size: 13pt; margin-top: 26pt; } h2, h2 + .note { break-after: avoid; } .notes { break-before: avoid; }
  figure, .law, tr, .answer { break-inside: avoid; } figure { margin: 14pt 0 18pt; } thead { display: table-header-group; }
  table { font-size: 9pt; } .scroll { overflow: visible; } .data { display: none; } .again { display: inline; color: var(--muted); }
}
`;
