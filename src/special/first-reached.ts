/**
 * The point between `before`, where `reached` does not hold, and `at`, where it does, from which on it holds; to the
 * last bit. Halving needs no slope and cares for neither jumps nor level stretches. `at` may lie on either side.
 */
export function firstReached(reached: (x: number) => boolean, before: number, at: number): number {
  for (;;) {
    const middle = before + (at - before) / 2;
    if (middle === before || middle === at) return at;
    if (reached(middle)) at = middle;
    else before = middle;
  }
}
