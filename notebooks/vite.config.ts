import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { observable } from "@observablehq/notebook-kit/vite";
import { defineConfig, type Plugin } from "vite";
import { STYLE } from "../src/report/page/style.ts";

const here = dirname(fileURLToPath(import.meta.url));
const kit = dirname(dirname(fileURLToPath(import.meta.resolve("@observablehq/notebook-kit/vite"))));

/** Nothing may be fetched from anywhere else, by the page or by what it runs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export default defineConfig({
  root: here,
  base: "./",
  appType: "mpa",
  plugins: [
    nothingFromElsewhere(),
    observable({
      template: join(here, "page/template.html"),
      transformNotebook: (notebook) => ({ ...notebook, cells: notebook.cells.map(unbroken) }),
      transformTemplate: (template) => template.replace("/* house style */", STYLE).replace("{policy}", POLICY),
    }),
  ],
  resolve: {
    alias: [
      { find: /^observable:runtime$/, replacement: join(here, "page/runtime.ts") },
      { find: /^observable:styles\/theme-house\.css$/, replacement: join(here, "page/house.css") },
      { find: /^observable:(.*)$/, replacement: `${kit}/$1` },
    ],
  },
  worker: { format: "es", plugins: () => [nothingFromElsewhere()] },
  build: {
    target: "es2023",
    cssTarget: ["chrome123", "firefox120", "safari17.5"], // the first to know light-dark()
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { index: join(here, "index.html"), "full-load": join(here, "full-load.html") },
    },
  },
  preview: {
    host: "127.0.0.1",
    // Workers obey the headers of their own scripts instead of the page's policy, and Vega compiles expressions in one.
    headers: { "Content-Security-Policy": POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'") },
  },
});

/** Keeps numbers and their units on one line. */
function unbroken<Cell extends { mode: string; value: string }>(cell: Cell): Cell {
  if (cell.mode !== "html") return cell;
  return { ...cell, value: cell.value.replace(/(\d) (%|ms\b|s\b|consumers?\b)/g, "$1\u00a0$2") };
}

/** Refuses what would be loaded from another server, when the page is built. */
function nothingFromElsewhere(): Plugin {
  return {
    name: "nothing-from-elsewhere",
    enforce: "pre",
    resolveId(source, importer) {
      if (/^(https?:|npm:|jsr:|\/\/)/.test(source)) this.error(`${importer} would load ${source}`);
    },
  };
}
