/** Successive times of arrival. */
export interface ArrivalProcess {
  /** The next one [s since the start of the run], never before the last; Infinity when there are no more. */
  next(): number;
}
