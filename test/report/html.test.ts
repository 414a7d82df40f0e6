import assert from "node:assert/strict";
import { beforeAll, describe, test } from "vitest";
import { html } from "../../src/report/page/markup.ts";
import { report } from "../../src/report/report.ts";
import type { Result } from "../../src/result.ts";
import { emptyResult, hostileResult, pointOf, rowOf, scenarioResult, sweepResult } from "./fixtures.ts";
import { inter } from "./inter.ts";

/** Opening tags of a page with their attributes as text. The style sheet and its fonts are left out. */
function tagsOf(page: string): { name: string; attributes: string }[] {
  const rest = page.replace(/<style>[\s\S]*?<\/style>/, "");
  return [...rest.matchAll(/<([a-zA-Z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g)].map(([, name, attributes]) => ({
    name: name!.toLowerCase(),
    attributes: attributes!,
  }));
}

const HTML =
  "html head meta title body main header section p h1 h2 div figure table thead tbody tr th td span b sub ul li dl dt dd code pre details summary";
const SVG = "svg g path text tspan rect line defs clippath";
const ALLOWED = new Set(`${HTML} ${SVG}`.split(" "));

const results: Record<string, Result> = {
  sweep: sweepResult(),
  scenarios: scenarioResult(),
  hostile: hostileResult(),
  empty: emptyResult(),
};
const pages: Record<string, string> = {};

beforeAll(async () => {
  for (const [kind, result] of Object.entries(results)) pages[kind] = await report(result, inter);
});

describe.each(Object.keys(results))("the page of the %s result", (kind) => {
  test("has only elements that show something and no attribute that runs something", () => {
    const tags = tagsOf(pages[kind]!);
    assert.ok(tags.length > 20);
    assert.deepEqual(
      [...new Set(tags.map(({ name }) => name))].filter((name) => !ALLOWED.has(name)),
      [],
    );
    for (const { name, attributes } of tags) {
      const names = [...attributes.replace(/"[^"]*"/g, '""').matchAll(/([\w:-]+)=/g)].map(
        ([, attribute]) => attribute!,
      );
      assert.deepEqual(
        names.filter((attribute) => /^on|^(xlink:)?href$|^src|^action$|^formaction$|^style$/i.test(attribute)),
        [],
        name,
      );
    }
  });

  test("asks for nothing: fonts are data, and the policy forbids the rest", () => {
    const page = pages[kind]!;
    assert.ok(page.indexOf("Content-Security-Policy") < page.indexOf("<style>"));
    assert.match(page, /content="default-src &#39;none&#39;; style-src|content="default-src 'none'; style-src/);
    for (const [, target] of page.matchAll(/url\(([^)]*)\)/g))
      assert.match(target!, /^(data:font\/ttf;base64,[\w+/=]+|#[\w-]+)$/);
    assert.doesNotMatch(page, /@import|<link|<script/i);
  });

  test("has ids that occur once and well-formed characters", () => {
    const ids = [...pages[kind]!.matchAll(/<[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      [...pages[kind]!].filter(
        (character) => character < "\t" || (character >= "\ud800" && character <= "\udfff" && character.length === 1),
      ),
      [],
    );
  });

  test("is small", () => assert.ok(pages[kind]!.length < 600_000, String(pages[kind]!.length)));
});

test("a page answers in the order in which one asks", () => {
  const headings = [...pages.scenarios!.matchAll(/<h[12]>([^<]*)</g)].map(([, heading]) => heading);
  assert.deepEqual(headings, [
    "Prefetch on RabbitMQ",
    "Results",
    "Percentiles of latency",
    "Differences",
    "Measured and simulated",
    "Ledger",
    "How it was simulated",
    "Caveats",
    "How to reproduce",
    "The charts as Vega-Lite",
  ]);
  const inOrder = [
    "How much latency does a generous prefetch cost",
    "The objective p99(latency) &lt; 500 ms is met",
    "<figure>",
    "<h2>Results",
  ].map((text) => pages.scenarios!.indexOf(text));
  assert.deepEqual(
    inOrder,
    inOrder.toSorted((a, b) => a - b),
  );
  assert.ok(inOrder.every((at) => at > 0));
});

test("a question that begins with the title is not asked twice", async () => {
  const title = "What does pooling buy?";
  const page = async (question: string) => report(emptyResult({ title, question }), inter);
  assert.doesNotMatch(await page(title), /class="question"/);
  assert.match(await page(`${title}\nOne server against four.`), /<p class="question">One server against four\.<\/p>/);
});

test("Little's law is written out with the numbers of one point", () => {
  const text = pages
    .sweep!.replace(/<sub>i<\/sub>/g, "ᵢ")
    .replace(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ");
  assert.match(text, /Throughput T = N\/t = 16,200,000 \/ 50 h = 90\.0\/s/);
  assert.match(text, /Latency L = Σtᵢ\/N = 966 h \/ 16,200,000 = 215 ms/);
  assert.match(text, /Queue Q = Σtᵢ\/t = T·L = 90\.0\/s × 215 ms = 19\.3; observed over time: 19\.3/);
});

test("every chart is there for a desk and for a phone, described in words", () => {
  const wide = pages.sweep!.split('<div class="wide" role="img" aria-label="').length - 1;
  const narrow = pages.sweep!.split('<div class="narrow" role="img" aria-label="').length - 1;
  assert.deepEqual([wide, narrow], [5, 5]);
});

test("a plot that could not be made is a caveat", async () => {
  const page = await report({ ...sweepResult(), plots: [{ kind: "heat-map", options: {} }] }, inter);
  assert.match(page, /<h2>Caveats<\/h2>\s*<ul><li>The plot “heat-map” is missing/);
});

test("a study of a thousand points is still a page", async () => {
  const points = Array.from({ length: 1000 }, (_, i) => pointOf("", { size: i }));
  const rows = points.flatMap((_, point) =>
    ["mean", "p50", "p90", "p99"].map((statistic) => rowOf({ point, metric: "latency", statistic, value: 1 + point })),
  );
  const page = await report(emptyResult({ points, rows }), inter);
  assert.ok(page.length < 1_500_000, String(page.length));
  assert.match(page, /Shows the first 300 of 1,000 lines; result\.csv has them all\./);
});

test("a template escapes whatever is inserted, in text and in attributes", () => {
  const name = `"><img src=x onerror='alert(1)'>&`;
  assert.equal(html`<p title="${name}">${name}${[html`<b>${name}</b>`]}</p>`.text.includes("<img"), false);
  const quotes = `" onclick="alert(1)' `;
  assert.equal(html`<p title="${quotes}">`.text, '<p title="&quot; onclick=&quot;alert(1)&#39; ">');
  assert.equal(html`${1}<i>${"&amp;"}</i>`.text, "1<i>&amp;amp;</i>");
});

test("a caveat that names its place is not headed by it once more", async () => {
  const caveat = (text: string) => ({ point: null, where: "queues.a", code: "unstable", text });
  const page = await report(emptyResult({ caveats: [caveat("queues.a grew."), caveat("It grew.")] }), inter);
  assert.match(page, /<li>queues\.a grew\.<\/li>\s*<li>queues\.a: It grew\.<\/li>/);
});
