/** Copies that wait to be handed out, in the queue's order. */
export interface ReadyList {
  readonly length: number;
  add(copy: number): void;
  /** Takes the copy whose turn it is. There must be one. */
  take(): number;
  /** Takes the copy that has waited longest. There must be one. */
  takeOldest(): number;
}
