import { coordinate, plain } from "../format.ts";
import { counted } from "../words.ts";
import type { Axis } from "./axis.ts";
import type { Line } from "./lines.ts";

/** What a line chart shows, for those who cannot see it: where each line begins, ends and is highest. */
export function describeLines(title: string, lines: readonly Line[], { x, y }: { x: Axis; y: Axis }): string {
  const sentences = lines.slice(0, 7).map((line) => describeLine(line));
  const left = lines.length > 7 ? ` And ${counted(lines.length - 7, "more line")}.` : "";
  return `${title}: ${y.title} by ${x.title}. ${sentences.filter((sentence) => sentence !== "").join(" ")}${left}`;
}

function describeLine({ label, samples }: Line): string {
  const known = samples.filter((sample): sample is typeof sample & { y: number } => sample.y !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return "";
  const top = known.reduce((a, b) => (b.y > a.y ? b : a));
  const between = top === first || top === last ? "" : `, highest ${plain(top.y)} at ${coordinate(top.x)}`;
  return `${label || "The line"} goes from ${plain(first.y)} at ${coordinate(first.x)} to ${plain(last.y)} at ${coordinate(last.x)}${between}.`;
}
