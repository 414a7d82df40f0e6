/** Before so much time [s] and so much of the work have passed, nobody knows how long the rest takes. */
const FEWEST_SECONDS = 5;
const LEAST_SHARE = 0.01;

/** "about 40 min to go", if the rest goes as fast as what is done; "" while that cannot be said. */
export function timeToGo(seconds: number, share: number): string {
  if (seconds < FEWEST_SECONDS || share < LEAST_SHARE) return "";
  return `about ${spoken((seconds * (1 - share)) / share)} to go`;
}

/** "1 h 40 min", "25 min", "40 s": no finer than anybody plans by. */
function spoken(seconds: number): string {
  if (seconds < 55) return `${5 * Math.ceil(seconds / 5)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const tens = 10 * Math.round(seconds / 600);
  return `${Math.floor(tens / 60)} h${tens % 60 === 0 ? "" : ` ${tens % 60} min`}`;
}
