import { setFlagsFromString } from "node:v8";

/**
 * Sets the engine up for simulation, before anything is simulated and for all threads. Results do not depend on it.
 *
 * The compiler is to inline what happens to a message as a whole: with its own limit, made for programs of another
 * kind, it stops somewhere in the middle, and the calls that are left cost a fifth of the time. The space for young
 * objects is not to grow: what a model is built of stays to the end, and thirty megabytes would be set aside for what
 * dies young.
 */
export function setEngineFlags(): void {
  setFlagsFromString("--max-inlined-bytecode-size=3000");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=5000");
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * Has dead objects looked for when the heap has grown by half since the last time, not to a multiple of its size. To be
 * called before a model is read: it keeps large ones small, and costs what makes many objects a tenth of its time.
 */
export function spareMemory(): void {
  setFlagsFromString("--heap-growing-percent=50");
}
