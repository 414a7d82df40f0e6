import type { Loader } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { FontMetrics } from "./font/metrics.ts";
import { printable } from "./printable.ts";

/** How to draw a picture. */
export interface Drawing {
  /** Widths of the font in which the picture will be shown. */
  fontMetrics: FontMetrics;
  /** Keeps the ids of several pictures on one page apart; letters and digits. */
  id?: string;
  /** Told what Vega and Vega-Lite find doubtful in the specification. */
  warn?: (message: string) => void;
}

/**
 * Draws a Vega-Lite picture as SVG, without a browser and without fetching anything.
 * @throws Error when Vega cannot make sense of the specification
 */
export async function svg(spec: TopLevelSpec, { fontMetrics, id = "", warn = () => {} }: Drawing): Promise<string> {
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  await turn();
  const logger = reporting(warn);
  measureWith(vega, fontMetrics);
  const runtime = vega.parse(compile(spec, { logger }).spec);
  const view = new vega.View(runtime, { renderer: "none", loader: nothingToLoad, logger });
  try {
    return withDistinctIds(printable(await view.toSVG()), id);
  } finally {
    view.finalize();
  }
}

/** Lets others have their turn, such as a signal that asks to stop: Vega draws picture after picture without a pause. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Vega measures labels through a hook that its type declarations do not mention. */
interface Measuring {
  textMetrics: { width(item: { fontSize?: number; fontWeight?: string | number }, text: unknown): number };
}

function measureWith(vega: object, metrics: FontMetrics): void {
  (vega as Measuring).textMetrics.width = ({ fontSize = 11, fontWeight = 400 }, text) =>
    metrics.width(String(text ?? ""), fontSize, fontWeight === "bold" || Number(fontWeight) >= 600);
}

const refuse = (uri: string): Promise<never> =>
  Promise.reject(new Error(`A picture may load nothing, but asks for ${uri}.`));

/** Pictures carry their data; whatever would fetch something is a mistake. */
const nothingToLoad: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

function reporting(warn: (message: string) => void) {
  return {
    level(): number {
      return 2;
    },
    error(...problem: unknown[]): never {
      throw new Error(problem.map(String).join(" "));
    },
    warn(...problem: unknown[]) {
      warn(problem.map(String).join(" "));
      return this;
    },
    info() {
      return this;
    },
    debug() {
      return this;
    },
  };
}

/** Vega numbers clipping paths and gradients through all pictures it ever drew; here, each picture counts for itself. */
function withDistinctIds(text: string, prefix: string): string {
  const numbers = new Map<string, string>();
  return text.replace(/(<[^<>]* id="|url\(#)((?:clip|gradient)[\w-]*)/g, (_, before: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, `${prefix}id${numbers.size}`);
    return `${before}${numbers.get(id)}`;
  });
}
