import assert from "node:assert/strict";
import { test } from "vitest";
import type { ChartSpec } from "../../src/report/chart/picture.ts";
import { chartsOf } from "../../src/report/charts.ts";
import { svg } from "../../src/report/render.ts";
import { WIDE } from "../../src/report/report.ts";
import { HOSTILE, hostileResult, sweepResult } from "./fixtures.ts";
import { interMetrics } from "./inter.ts";

const first = (): ChartSpec => chartsOf(sweepResult(), WIDE).charts[0]!;

test("a picture is drawn in Inter, with other fonts to fall back on", async () => {
  const drawn = await svg(first().spec, { fontMetrics: interMetrics });
  assert.match(drawn, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.match(drawn, /font-family="Inter, system-ui/);
});

test("labels are placed by the widths of the given font", async () => {
  const spec = first().spec;
  const plotWidth = (drawn: string) => Number(/class="background"[^>]* d="M0,0h([\d.]+)/.exec(drawn)![1]);
  const narrow = { width: (text: string, size: number) => 0.3 * size * text.length };
  const wide = { width: (text: string, size: number) => 0.9 * size * text.length };
  const plots = [
    plotWidth(await svg(spec, { fontMetrics: narrow })),
    plotWidth(await svg(spec, { fontMetrics: wide })),
  ];
  assert.ok(plots[0]! > plots[1]! + 50, plots.join());
});

test("pictures with different ids have no id in common", async () => {
  const ids = async (id: string) =>
    [...(await svg(gradient, { fontMetrics: interMetrics, id })).matchAll(/ id="([^"]+)"/g)].map(([, name]) => name!);
  const [a, b] = [await ids("a"), await ids("b")];
  assert.ok(a.length > 0);
  assert.deepEqual(
    a.filter((id) => b.includes(id)),
    [],
  );
  const drawn = await svg(gradient, { fontMetrics: interMetrics, id: "a" });
  for (const [, used] of drawn.matchAll(/url\(#([^)]+)\)/g)) assert.ok(a.includes(used!), used);
});

test("the same picture is drawn in the same bytes, however many were drawn before", async () => {
  const drawings = [1, 2].map(() => svg(gradient, { fontMetrics: interMetrics }));
  assert.equal(await drawings[0], await drawings[1]);
});

const gradient: ChartSpec["spec"] = {
  data: {
    values: [
      { x: 1, y: 2 },
      { x: 2, y: 5 },
    ],
  },
  mark: { type: "point", clip: true },
  encoding: {
    x: { field: "x", type: "quantitative" },
    y: { field: "y", type: "quantitative" },
    color: { field: "y", type: "quantitative" },
  },
};

test("a picture that would load something is refused", async () => {
  const spec: ChartSpec["spec"] = { data: { url: "https://example.org/data.json" }, mark: "point" };
  const warnings: string[] = [];
  const drawn = svg(spec, { fontMetrics: interMetrics, warn: (warning) => warnings.push(warning) });
  await assert.rejects(
    drawn.then(() => Promise.reject(new Error(warnings.join()))),
    /may load nothing/,
  );
});

test("names that look like markup or expressions are drawn as what they are, and nothing in them runs", async () => {
  let ran = false;
  Object.assign(globalThis, {
    alert: () => {
      ran = true;
    },
  });
  try {
    for (const { spec } of chartsOf(hostileResult(), WIDE).charts) {
      const drawn = await svg(spec, { fontMetrics: interMetrics });
      const elements = new Set([...drawn.matchAll(/<\/?([a-zA-Z][\w:-]*)/g)].map(([, name]) => name));
      assert.deepEqual(
        [...elements].filter(
          (name) => !["svg", "g", "path", "text", "tspan", "rect", "line", "defs", "clipPath"].includes(name!),
        ),
        [],
      );
      for (const [tag] of drawn.matchAll(/<[^>]*>/g)) assert.doesNotMatch(tag, / on\w+=/);
      assert.deepEqual(
        [...drawn].filter((character) => character < "\t"),
        [],
      );
    }
  } finally {
    Reflect.deleteProperty(globalThis, "alert");
  }
  assert.equal(ran, false);
  const drawn = await svg(chartsOf(hostileResult(), WIDE).charts[0]!.spec, { fontMetrics: interMetrics });
  assert.ok(drawn.includes("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"), HOSTILE[0]);
});

test("between two pictures others have their turn", async () => {
  const { spec } = first();
  await svg(spec, { fontMetrics: interMetrics });
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  try {
    for (let i = 0; i < 3; i++) await svg(spec, { fontMetrics: interMetrics });
  } finally {
    clearInterval(timer);
  }
  assert.ok(turns >= 2, String(turns));
});
