/** Little's law for a record of finished work, as a bookkeeper has it. */
export interface LittleRecord {
  /** T = N/t: finished per second [1/s]. */
  throughput: number;
  /** L = Σtᵢ/N: mean time each spent in the system [s]. */
  latency: number;
  /** Q = Σtᵢ/t = T·L: mean number in the system. */
  queue: number;
}

/**
 * Throughput, latency and number in system of N messages that came and went within a time t. Q = T·L holds for any
 * numbers; it says something about a system if nothing was inside at the beginning and at the end.
 *
 * @param times tᵢ: how long each was in the system [s]; at least one
 * @param seconds t: length of the record [s], > 0
 * @throws RangeError without any messages
 */
export function littleRecord(times: ArrayLike<number>, seconds: number): LittleRecord {
  if (times.length === 0) throw new RangeError("without messages there is no latency");
  let sum = 0;
  for (let i = 0; i < times.length; i++) sum += times[i];
  return { throughput: times.length / seconds, latency: sum / times.length, queue: sum / seconds };
}

/** What is measured of one place over a time, with something inside at both ends. */
export interface Passage {
  /** ∫N dt [s]. */
  presence: number;
  /** Σ of the sojourn times of all that left [s], however they left. */
  sojourns: number;
  /** Σ of the ages of those present at the start [s]. */
  agesAtStart: number;
  /** Σ of the ages of those present at the end [s]. */
  agesAtEnd: number;
}

/**
 * Little's law as an identity, true of every sample path: time spent inside is counted once by the clock and once by
 * those who spent it. Who left brings his whole stay, also what of it lay before the start; who is still inside has
 * not told of his.
 *
 * @returns both sides [s] and their difference relative to the larger
 */
export function littleIdentity(passage: Passage): { clock: number; stays: number; gap: number } {
  const { presence: clock, sojourns, agesAtStart, agesAtEnd } = passage;
  const stays = sojourns - agesAtStart + agesAtEnd;
  const larger = Math.max(Math.abs(clock), Math.abs(stays));
  return { clock, stays, gap: larger === 0 ? 0 : Math.abs(clock - stays) / larger };
}
