import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { preview } from "vite";
import { afterAll, beforeAll, test } from "vitest";
import { BROWSER, openBrowser } from "./browser.ts";
import { type Built, built, CONFIG } from "./built.ts";
import { serve } from "./static-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let lessons: Built;

beforeAll(async () => {
  lessons = await built();
}, 120_000);

afterAll(() => rmSync(lessons.folder, { recursive: true }));

/** Names of vocabularies, an explanation in a warning and the home of a number type: written like addresses, never fetched. */
const NAMES = [
  "http://www.w3.org/1999/xlink",
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/2000/xmlns/",
  "http://www.w3.org/XML/1998/namespace",
  "https://vega.github.io/schema/vega/v6.json",
  "https://vega.github.io/schema/vega-lite/v6.json",
  "https://github.com/vega/vega-lite/issues/2415",
  "https://github.com/MikeMcl/decimal.js",
];

test("nothing that is given away names another server", () => {
  for (const [file, text] of lessons.texts) {
    const addresses = text.match(/\b(https?|wss?):\/\/[\w.-]+[^\s"'`)\\]*/g) ?? [];
    const unknown = addresses.filter((address) => !NAMES.includes(address));
    assert.deepEqual(unknown, [], file);
    assert.doesNotMatch(text, /(src|href)="\/\/|url\(["']?\/\//, file);
  }
});

test("each page forbids itself to ask anybody but its own server", () => {
  const pages = [...lessons.texts].filter(([file]) => file.endsWith(".html"));
  assert.deepEqual(pages.map(([file]) => file).sort(), ["full-load.html", "index.html"]);
  for (const [file, text] of pages) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? "";
    assert.match(policy, /^default-src 'none'; script-src 'self'; worker-src 'self';/, file);
    assert.match(policy, /connect-src 'self'/, file);
    assert.doesNotMatch(policy, /unsafe-eval|\*|https?:/, file);
  }
});

test("the lessons are made of code that runs in a browser: nothing of Node, nothing of the command line", () => {
  const modules = [...lessons.modules];
  assert.ok(
    modules.some((id) => id.endsWith("/src/engine/kernel.ts")),
    "the engine itself is inside",
  );
  assert.ok(
    modules.some((id) => id.endsWith("/src/queueing/mmc.ts")),
    "theory itself is inside",
  );
  // Under this name stands what a package of mathjs, by its own word, does without in a browser: nothing.
  const nothing = "__vite-browser-external";
  const foreign = /^node:|browser-external:|\/src\/(cli|config|reference)\//;
  assert.deepEqual(
    modules.filter((id) => id !== nothing && foreign.test(id)),
    [],
  );
});

test("the lessons' sources have no type errors", () => {
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  execFileSync(process.execPath, [tsc, "--noEmit", "-p", "notebooks"], { cwd: root, stdio: "pipe" });
});

test("npm run notebooks serves on this machine only", async () => {
  const server = await preview({ configFile: CONFIG, logLevel: "error", build: { outDir: lessons.folder } });
  try {
    assert.equal((server.httpServer.address() as AddressInfo).address, "127.0.0.1");
  } finally {
    await server.close();
  }
});

/** Opens the lesson from a server of plain files, and tells afterwards what the page asked for and complained about. */
async function visit(width: number, walk: (page: Page) => Promise<void>): Promise<void> {
  const site = await serve(lessons.folder);
  const browser = await openBrowser();
  const visitor = await browser.newContext({ viewport: { width, height: 900 } });
  const [asked, complaints] = [new Set<string>(), [] as string[]];
  visitor.on("request", (request) => asked.add(new URL(request.url()).origin));
  visitor.on("console", (message) => complaints.push(message.text()));
  visitor.on("weberror", (error) => complaints.push(String(error.error())));
  try {
    const page = await visitor.newPage();
    await page.goto(`${site.address}/full-load.html`);
    await walk(page);
    assert.deepEqual([...asked], [site.address]);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    site.close();
  }
}

/** Cells of the lesson by what they show. */
const CELL = { words: "#cell-11", alongLoad: "#cell-12", little: "#cell-31", file: "#cell-81" };
const PATIENCE = { timeout: 60_000 };

const withBrowser = test.skipIf(BROWSER === undefined);
const without = BROWSER === undefined ? " (skipped: there is no Chromium under /usr/bin)" : "";

withBrowser(
  `the sliders move theory, simulation and text, and no request leaves the machine${without}`,
  async () => {
    await visit(1280, async (page) => {
      const text = (cell: string) => page.locator(cell).innerText();
      await page.locator(CELL.alongLoad).getByText("90 % load: 90 ms = 9 S").waitFor(PATIENCE);
      await page.locator(CELL.little).getByText("They differ by").waitFor(PATIENCE);
      assert.match(await text(CELL.words), /waits 90\sms on average: 9 times/);
      const before = await page.locator(`${CELL.alongLoad} svg`).innerHTML();
      const [passed] = (await text(CELL.little)).split("\n");

      for (let step = 0; step < 10; step++) await page.getByRole("slider", { name: "Load" }).press("ArrowLeft");
      await page.locator(CELL.alongLoad).getByText("80 % load: 40 ms = 4 S").waitFor(PATIENCE);
      assert.notEqual(await page.locator(`${CELL.alongLoad} svg`).innerHTML(), before);
      await page.locator(CELL.little).filter({ hasNotText: passed! }).waitFor(PATIENCE);
      assert.match(await text(CELL.words), /waits 40\sms on average: 4 times/);
      assert.match(await text(CELL.file), /parameters: \{load: 0\.8\}/);
      await page.locator(CELL.alongLoad).getByText("Simulated in this page just now").waitFor(PATIENCE);
    });
  },
  180_000,
);

withBrowser(
  `the lesson fits on a phone${without}`,
  async () => {
    await visit(390, async (page) => {
      await page.locator(`${CELL.alongLoad} svg`).waitFor(PATIENCE);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 390);
    });
  },
  180_000,
);
