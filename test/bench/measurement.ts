/** What one run of one system took. */
export interface Measurement {
  /** Nanoseconds of processor time a message: what neighbours on a shared machine take away is not counted. */
  nanoseconds: number;
  /** Largest resident memory of the whole process [MB]. */
  memory: number;
}

/** Length of the first stretch, in lengths of the measured one. */
const WARM_UP = 0.25;

/**
 * Processor time a message [ns], helping threads included. The system runs a first stretch for the compiler to warm
 * up and then the one that is measured.
 *
 * @param messages in the measured stretch
 * @param runTo goes on until so many lengths of the measured stretch have passed since the start
 */
export function timed(messages: number, runTo: (lengths: number) => void): number {
  runTo(WARM_UP);
  const before = process.cpuUsage();
  runTo(WARM_UP + 1);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1e3) / messages;
}

/** Largest resident memory of this process so far [MB]. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}
