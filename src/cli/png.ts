import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Longest that a picture may take [ms]: a hundred times what it takes, since machines are sometimes busy. */
const PATIENCE = 60_000;

/** Tells Node to read TypeScript where we run from sources, as tests do. */
const LOADER = import.meta.url.endsWith(".ts") ? ["--import", import.meta.resolve("tsx")] : [];
const PROGRAM = fileURLToPath(import.meta.resolve(`./png-process.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`));

/**
 * Draws an SVG as PNG with the fonts that come with the product, so that it looks the same on every machine; null when
 * it cannot be drawn. Runs in a process of its own: the drawing library is native code, and where it meets a picture
 * it did not expect it ends its whole process.
 */
export async function png(svg: string): Promise<Uint8Array | null> {
  const child = spawn(process.execPath, [...LOADER, PROGRAM], { stdio: ["pipe", "pipe", "ignore"], timeout: PATIENCE });
  child.stdin.on("error", () => {}); // the child has ended; its exit code says so
  child.stdin.end(svg);
  const [image, [code]] = await Promise.all([buffer(child.stdout), once(child, "close")]);
  return code === 0 ? image : null;
}
