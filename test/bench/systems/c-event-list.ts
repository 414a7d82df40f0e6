import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Measurement } from "../measurement.ts";
import type { WorkloadName } from "../workloads.ts";

/** Compiles the C event list; null when there is no compiler. */
export function compileC(source: string, into: string): string | null {
  const program = join(into, "evlist");
  const options = ["-O3", "-march=native", "-DZIG", "-DHOLE", join(source, "evlist.c"), "-lm", "-o", program];
  for (const compiler of ["cc", "gcc", "clang"]) {
    try {
      execFileSync(compiler, options, { stdio: "ignore" });
      return program;
    } catch {
      // The next one may exist.
    }
  }
  return null;
}

/** One run; the program reports its processor time, warm-up included, and its largest resident memory. */
export function measureC(program: string, name: WorkloadName, messages: number): Measurement {
  const answer = JSON.parse(execFileSync(program, [name, String(messages), "1"], { encoding: "utf8" }));
  const warmUp = name === "W7" ? 0 : messages / 20;
  return { nanoseconds: (answer.cpu_s * 1e9) / (messages + warmUp), memory: answer.rss };
}
