/**
 * How the parts of a running system meet. Copies and slots are integers, calls are direct, nothing is allocated.
 *
 * A copy has one owner. `offer` moves ownership (TAKEN) or does not. FULL is answered by exactly one later
 * `room(slot)`, in order of refusal, and means "offer again". REFUSED is final: the sender still owns the copy and
 * ends it. A queue keeps custody of what it hands out until the holder settles it.
 *
 * State first, calls last: a part finishes changing itself before it calls out. What could call back in zero time
 * (`room`) is an event, so calls are a few frames deep however long a chain of parts is.
 */
export const TAKEN = 0;
export const FULL = 1;
export const REFUSED = 2;
export type Verdict = typeof TAKEN | typeof FULL | typeof REFUSED;

/** Where copies can be sent: a queue, a consumer pool. */
export interface Inlet {
  /** `slot` is the sender's own number for this offer; it comes back in {@link Sender.room}. */
  offer(copy: number, from: Sender, slot: number): Verdict;
}

/** Who sends copies: a producer, a consumer that publishes. */
export interface Sender {
  /** There is room again for what was answered FULL under this slot. */
  room(slot: number): void;
}

/** Who keeps custody of copies that others work on: a queue. */
export interface Custodian {
  /** Holder `holder` has finished with `copy`. */
  settle(copy: number, holder: number): void;
}
