import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

export const CONFIG = fileURLToPath(new URL("../../notebooks/vite.config.ts", import.meta.url));

/** The lessons as they are given away. */
export interface Built {
  folder: string;
  /** By path inside the folder; text files only. */
  texts: Map<string, string>;
  /** Everything that went in, workers included: absolute paths, or names where something is not a file. */
  modules: Set<string>;
}

/** Builds the lessons into a folder of their own. */
export async function built(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "queuelab-notebooks-"));
  const modules = new Set<string>();
  const listing = (): Plugin => ({
    name: "listing",
    moduleParsed({ id }) {
      modules.add(id);
    },
  });
  await build({
    configFile: CONFIG,
    logLevel: "error",
    plugins: [listing()],
    worker: { plugins: () => [listing()] },
    build: { outDir: folder, emptyOutDir: true },
  });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(html|js|css)$/.test(file),
  );
  return { folder, modules, texts: new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")])) };
}
