import { Resvg } from "@resvg/resvg-js";
import { FONT_FILES } from "./fonts.ts";

/** A process of its own: reads an SVG from standard input and writes it as PNG to standard output. */

/** Pixels of the image for one of the picture: sharp on dense screens and in print. */
const SCALE = 2;

process.on("SIGINT", () => {}); // Ctrl-C reaches the whole group; whoever asked for the picture decides

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const font = { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false, defaultFontFamily: "Inter" };
const settings = { font, fitTo: { mode: "zoom", value: SCALE }, background: "white" } as const;
process.stdout.write(new Resvg(Buffer.concat(chunks), settings).render().asPng());
