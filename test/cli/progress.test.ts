import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { afterEach, beforeEach, test, vi } from "vitest";
import { barLine, showDoing, showProgress, standingText } from "../../src/cli/progress.ts";

beforeEach(() => {
  vi.stubEnv("TERM", "xterm");
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A stream that remembers what was written to it. */
function stream(isTTY: boolean): NodeJS.WriteStream & { text: string } {
  const written = new Writable({
    write(chunk, _, done) {
      Object.assign(written, { text: `${(written as unknown as { text: string }).text}${chunk}` });
      done();
    },
  });
  return Object.assign(written, { text: "", isTTY, columns: 80 }) as unknown as NodeJS.WriteStream & { text: string };
}

const standing = { points: 3.6, of: 9, doing: "load = 0.8" };

test("a line says how many points are finished, not how many are begun", () => {
  assert.equal(standingText("first", standing, 20), "first: 3 of 9 points after 20 s, load = 0.8");
  assert.equal(standingText("first", { ...standing, doing: "" }, 20), "first: 3 of 9 points after 20 s");
});

test("a bar is filled by the share that is done and fits into its line", () => {
  const line = barLine("first", standing, { seconds: 20, width: 80 });
  assert.equal(line, `first ${"█".repeat(12)}${"░".repeat(18)} 3/9 points  20 s  load = 0.8`);
  const long = { ...standing, doing: "consumers.worker.prefetch = 10, load = 0.8" };
  for (const width of [20, 40, 80, 200]) assert.ok(barLine("first", long, { seconds: 20, width }).length < width);
  assert.match(barLine("first", { ...standing, points: 9 }, { seconds: 20, width: 80 }), / █{30} 9\/9/);
});

test("without a terminal there are lines, ever more rarely, and none after the end", () => {
  const out = stream(false);
  const progress = showProgress("first", () => standing, out);
  vi.advanceTimersByTime(300_000);
  const times = [...out.text.matchAll(/after (\d+) s/g)].map(([, seconds]) => Number(seconds));
  assert.deepEqual(times, [2, 4, 8, 16, 32, 64, 124, 184, 244]);
  progress.stop();
  const before = out.text;
  vi.advanceTimersByTime(300_000);
  assert.equal(out.text, before);
});

test("in a terminal the bar moves and is gone at the end", () => {
  const out = stream(true);
  let points = 0;
  const progress = showProgress("first", () => ({ ...standing, points }), out);
  vi.advanceTimersByTime(1000);
  points = 8;
  vi.advanceTimersByTime(1000);
  progress.stop();
  assert.match(out.text, /0\/9 points/);
  assert.match(out.text, /8\/9 points {2}[12] s {2}load = 0\.8/);
  assert.ok(out.text.endsWith("\u001b[2K"), "the line is cleared");
});

test("what goes on is said in a terminal alone", () => {
  const [terminal, pipe] = [stream(true), stream(false)];
  for (const out of [terminal, pipe]) showDoing("Drawing", out).stop();
  assert.equal(pipe.text, "");
  assert.ok(terminal.text.startsWith("Drawing\u001b"));
});

test("a terminal that cannot go back in a line gets lines, as a pipe does", () => {
  vi.stubEnv("TERM", "dumb");
  const [bar, doing] = [stream(true), stream(true)];
  const progress = showProgress("first", () => standing, bar);
  vi.advanceTimersByTime(2000);
  progress.stop();
  showDoing("Drawing", doing).stop();
  assert.deepEqual([bar.text, doing.text], ["first: 3 of 9 points after 2 s, load = 0.8\n", ""]);
});
