import { LocalObserver } from "../experiment/observer.ts";
import type { Bench } from "./bench.ts";
import { taskOf } from "./engines.ts";
import type { Evidence } from "./evidence.ts";
import { nameOf, type Simulated } from "./simulated.ts";

const MESSAGES = 20_000;
/** Of one case, in both ways. */
export const repeatMessages = 2 * MESSAGES;

/** Runs a case once on another thread and once in this one, in three stretches: the bytes must be the same. */
export async function repeat(of: Simulated, { pool, seed }: Bench): Promise<Partial<Evidence>> {
  const whole = taskOf(of, MESSAGES, seed);
  const task = { ...whole, key: `repeats/${whole.key}` };
  const elsewhere = await pool.observe(task);
  pool.forget([task.key]);
  const here = new LocalObserver();
  for (const share of [0.3, 0.31]) here.observeNow({ ...task, until: share * task.until });
  return { repeats: [{ model: nameOf(of), same: isSameData(elsewhere, here.observeNow(task)) }] };
}

/** Whether two pieces of plain data are the same to the last bit. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const [left, right] = [a, b] as Record<string, unknown>[];
  return keys.length === others.length && keys.every((key) => key in right && isSameData(left[key], right[key]));
}
