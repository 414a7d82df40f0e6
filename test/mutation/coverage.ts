import { Session } from "node:inspector";

/** A stretch of a script and how often it ran. */
interface Range {
  startOffset: number;
  endOffset: number;
  count: number;
}

/** Tells which places of one script a piece of code runs through, as the engine itself counts. */
export class Coverage {
  private readonly session = new Session();

  constructor() {
    this.session.connect();
    this.session.post("Profiler.enable");
    this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** Whether each offset of `script` was reached since the last call. */
  reached(script: string, offsets: number[]): boolean[] {
    const functions: Range[][] = [];
    this.session.post("Profiler.takePreciseCoverage", (_, { result }) => {
      for (const one of result)
        if (one.url === `file://${script}`) functions.push(...one.functions.map(({ ranges }) => ranges));
    });
    // of nested ranges the innermost counts, and functions not called since are not listed at all
    const ranges = functions.flat().sort((a, b) => b.endOffset - b.startOffset - (a.endOffset - a.startOffset));
    return offsets.map(
      (at) => ranges.reduce((count, one) => (one.startOffset <= at && at < one.endOffset ? one.count : count), 0) > 0,
    );
  }

  stop(): void {
    this.session.post("Profiler.stopPreciseCoverage");
    this.session.disconnect();
  }
}
