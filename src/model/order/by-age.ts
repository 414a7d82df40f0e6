import type { Copies } from "../copies.ts";

/** The order of arrival of copies that leave in another order: linked both ways. Hot path. */
export class ByAge {
  private length = 0;
  /** The copy that has waited longest; meaningless when empty. */
  oldest = 0;
  private newest = 0;
  private readonly copies: Copies;

  constructor(copies: Copies) {
    this.copies = copies;
  }

  add(copy: number): void {
    const { next, prev } = this.copies;
    if (this.length++ === 0) this.oldest = copy;
    else next[this.newest] = copy;
    prev[copy] = this.newest;
    this.newest = copy;
  }

  remove(copy: number): void {
    const { next, prev } = this.copies;
    if (copy === this.oldest) this.oldest = next[copy];
    else next[prev[copy]] = next[copy];
    if (copy === this.newest) this.newest = prev[copy];
    else prev[next[copy]] = prev[copy];
    this.length--;
  }
}
