import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";

/** A new folder with these files in it. */
export function scratch(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(resolve(tmpdir(), "queuelab-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(resolve(folder, path)), { recursive: true });
    writeFileSync(resolve(folder, path), text);
  }
  return folder;
}
