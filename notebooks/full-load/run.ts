import type { Result } from "../../src/result.ts";
import type { Cell } from "../laboratory/crew.ts";
import { simulate } from "./calculator.ts";
import type { Setting } from "./setting.ts";
import { steadyStudy } from "./system.ts";

/** A run at the setting of the sliders. */
export interface Run {
  setting: Setting;
  result: Result;
  /** Whether a longer one follows. */
  more: boolean;
}

const LENGTHS = [100_000, 1_000_000]; // messages

/** A short run at once, then a longer one. */
export async function* everLonger(setting: Setting, cell: Cell): AsyncGenerator<Run> {
  for (const [i, messages] of LENGTHS.entries()) {
    const result = await simulate(steadyStudy(setting, messages), cell);
    yield { setting, result, more: i < LENGTHS.length - 1 };
  }
}
