/**
 * Keys of the language that this version does not have, by where they stand; `*` is any name. They are refused in
 * other words than misspelt keys, so that nobody looks for a mistake where there is none.
 */
const NOT_YET: Readonly<Record<string, string>> = {
  "": "exchanges links faults autoscale",
  producers: "",
  "producers.*": "confirms key size retry headers message-ttl window link",
  "producers.*.classes.*": "key size headers message-ttl",
  "queues.*":
    "type bind message-ttl expires dead-letter dead-letter-exchange dead-letter-routing-key delivery-limit " +
    "single-active-consumer max-length-bytes max-priority requeue queue-mode partitions lease commit",
  "consumers.*":
    "fail on-fail acknowledge batch serialization cold-start autoscale cost retry lease link receive-maximum timeout",
  run: "engine cool-down",
};

/** Words that a key may have in the language but not in this version. */
const WORDS_NOT_YET: Readonly<Record<string, string>> = {
  "queues.*.overflow": "drop-head reject-publish reject-publish-dlx drop-newest",
};

/** Whether a key at the end of `path` belongs to the language but is not supported yet. */
export function isKeyNotYet(path: readonly (string | number)[]): boolean {
  const key = String(path.at(-1));
  const listed = NOT_YET[pattern(path.slice(0, -1))] ?? "";
  return listed.split(" ").includes(key);
}

/** Whether a word written at `path` belongs to the language but is not supported yet. */
export function isWordNotYet(path: readonly (string | number)[], word: string): boolean {
  return (WORDS_NOT_YET[pattern(path)] ?? "").split(" ").includes(word);
}

/** producers.shop.classes.eu → producers.*.classes.*: every second step is a name. */
function pattern(path: readonly (string | number)[]): string {
  return path.map((step, index) => (index % 2 === 1 ? "*" : step)).join(".");
}
