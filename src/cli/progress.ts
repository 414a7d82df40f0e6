import { clearLine, cursorTo } from "node:readline";
import { SingleBar } from "cli-progress";
import { shown } from "../config/show.ts";

/** How far a run is. */
export interface Standing {
  /** Points finished; a fraction for those being worked on. */
  points: number;
  of: number;
  /** What is being worked on. */
  doing: string;
  /** What is counted, in the plural; "points" unless said. */
  unit?: string;
}

/** Shows on standard error how far a run is. */
export interface Progress {
  stop(): void;
}

/** Pictures of the bar in a second. */
const PICTURES = 10;

/** The first line where there is no terminal, and the longest time between two of them [s]. */
const FIRST_LINE = 2;
const LONGEST_SILENCE = 60;

/** A bar in a terminal; elsewhere a line now and then. `standing` is asked again and again until it is stopped. */
export function showProgress(name: string, standing: () => Standing, stream: NodeJS.WriteStream): Progress {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  return obeys(stream) ? bar(name, standing, { seconds, stream }) : lines(name, standing, { seconds, stream });
}

/** Whether it is a terminal that can go back in a line: one that is called dumb prints the signs for it. */
const obeys = (stream: NodeJS.WriteStream): boolean => stream.isTTY && process.env.TERM !== "dumb";

interface Showing {
  seconds: () => number;
  stream: NodeJS.WriteStream;
}

function bar(name: string, standing: () => Standing, { seconds, stream }: Showing): Progress {
  const format = () => barLine(name, standing(), { seconds: seconds(), width: stream.columns || 80 });
  const settings = { format, stream, clearOnComplete: true, gracefulExit: false, linewrap: true };
  const drawn = new SingleBar({ ...settings, fps: PICTURES, forceRedraw: true });
  drawn.start(1, 0);
  return { stop: () => drawn.stop() };
}

/** Says in a terminal what goes on, until it is stopped; elsewhere nothing. */
export function showDoing(doing: string, stream: NodeJS.WriteStream): Progress {
  if (!obeys(stream)) return { stop: () => {} };
  stream.write(doing);
  return {
    stop: () => {
      clearLine(stream, 0);
      cursorTo(stream, 0);
    },
  };
}

/** Lines come ever more rarely: after 2, 4, 8, … s, and then once a minute. */
function lines(name: string, standing: () => Standing, { seconds, stream }: Showing): Progress {
  let timer: NodeJS.Timeout;
  const wait = (time: number) => {
    timer = setTimeout(say, 1000 * Math.min(LONGEST_SILENCE, Math.max(FIRST_LINE, time)));
  };
  const say = () => {
    stream.write(`${standingText(name, standing(), seconds())}\n`);
    wait(seconds());
  };
  wait(0);
  return { stop: () => clearTimeout(timer) };
}

/** "first: 3 of 9 points after 20 s, load = 0.8" */
export function standingText(name: string, { points, of, doing, unit = "points" }: Standing, seconds: number): string {
  const at = doing === "" ? "" : `, ${shown(doing)}`;
  return `${shown(name)}: ${Math.floor(points)} of ${of} ${unit} after ${seconds} s${at}`;
}

/** The same with a bar, in one line of less than `width` characters. */
export function barLine(
  name: string,
  { points, of, doing, unit = "points" }: Standing,
  { seconds, width }: { seconds: number; width: number },
): string {
  const cells = Math.max(6, Math.min(30, width - 50));
  const full = Math.floor((cells * points) / Math.max(1, of));
  const drawn = "█".repeat(full) + "░".repeat(cells - full);
  const text = `${shown(name)} ${drawn} ${Math.floor(points)}/${of} ${unit}  ${seconds} s  ${shown(doing)}`;
  return text.trimEnd().slice(0, width - 1);
}
