import { interMetrics } from "./inter.ts";

/** A piece of text in a drawing and the box it covers [px]. */
export interface PlacedText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Drawn {
  width: number;
  height: number;
  /** Of the plot inside its axes. */
  plotWidth: number;
  texts: PlacedText[];
}

/** Finds the visible texts of an SVG that Vega drew, by following its nested translations. */
export function textsOf(svg: string): Drawn {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
  const texts: PlacedText[] = [];
  const offsets: [number, number][] = [[0, 0]];
  for (const [tag, name, attributes] of svg.matchAll(/<(\/?\w+)([^>]*)>([^<]*)/g)) {
    if (name === "g" && !attributes!.endsWith("/")) offsets.push(add(offsets.at(-1)!, translation(attributes!)));
    else if (name === "/g") offsets.pop();
    else if (name === "text" && isSeen(attributes!))
      texts.push(...placed(tag, attributes!, add(offsets.at(-1)!, translation(attributes!)), svg));
  }
  const plotWidth = Number(/class="background"[^>]* d="M0(?:\.5)?,0(?:\.5)?h([\d.]+)/.exec(svg)?.[1]);
  return { width: Number(width), height: Number(height), plotWidth, texts };
}

/** Not hidden because it would overlap, and not the halo behind another text. */
const isSeen = (attributes: string): boolean => !/opacity="0"|stroke-width="5"/.test(attributes);

function placed(tag: string, attributes: string, [x, y]: [number, number], svg: string): PlacedText[] {
  const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 11);
  const bold = /font-weight="(600|bold)"/.test(attributes);
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? "start";
  return linesOf(tag, svg).map(({ text, dy }) => {
    const width = interMetrics.width(text, size, bold);
    const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    return { text, left, right: left + width, top: y + dy - 0.73 * size, bottom: y + dy + 0.2 * size };
  });
}

/** The lines of a text element: its own text, or that of the tspans inside it. */
function linesOf(tag: string, svg: string): { text: string; dy: number }[] {
  const own = decode(tag.slice(tag.indexOf(">") + 1));
  if (own.trim() !== "") return [{ text: own, dy: 0 }];
  const from = svg.indexOf(tag);
  const inside = svg.slice(from, svg.indexOf("</text>", from));
  let dy = 0;
  return [...inside.matchAll(/<tspan([^>]*)>([^<]*)/g)].map(([, attributes, text]) => {
    dy += Number(/dy="([\d.]+)"/.exec(attributes!)?.[1] ?? 0);
    return { text: decode(text!), dy };
  });
}

const translation = (attributes: string): [number, number] => {
  const [, x = "0", y = "0"] = /transform="translate\(([-\d.e]+),([-\d.e]+)\)/.exec(attributes) ?? [];
  return [Number(x), Number(y)];
};

const add = ([a, b]: [number, number], [c, d]: [number, number]): [number, number] => [a + c, b + d];

const decode = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Texts that leave the picture. */
export const cut = ({ width, height, texts }: Drawn): PlacedText[] =>
  texts.filter(
    ({ left, right, top, bottom }) => left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5,
  );

/** Pairs of texts that cover each other. */
export function overlapping({ texts }: Drawn): [string, string][] {
  const pairs = texts.flatMap((a, i) => texts.slice(i + 1).map((b) => [a, b] as const));
  const touching = pairs.filter(
    ([a, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
  );
  return touching.map(([a, b]) => [a.text, b.text]);
}
