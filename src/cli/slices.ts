/** Characters of a slice: each write has its price. */
const ENOUGH = 1 << 16;

/** The same text in fewer, longer pieces. */
export function* slices(pieces: Iterable<string>): Generator<string> {
  let slice = "";
  for (const piece of pieces) {
    slice += piece;
    if (slice.length < ENOUGH) continue;
    yield slice;
    slice = "";
  }
  if (slice !== "") yield slice;
}
