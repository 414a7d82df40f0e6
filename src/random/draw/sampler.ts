/** A source of independent numbers of one law. */
export interface Sampler {
  next(): number;
}
