import { rowSums } from "./matrix.ts";
import type { Level } from "./qbd.ts";

/** Sets the diagonal of the local rates so that all rows sum to 0. */
export function fillDiagonal(level: Level): Level {
  const [up, local, down] = [level.up, level.local, level.down].map(rowSums);
  up.forEach((rate, i) => {
    level.local.data[i * level.local.columns + i] -= rate + local[i] + down[i];
  });
  return level;
}
