/** Characters that a terminal or an editor might act upon instead of showing: controls, and those that reorder text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Longest piece of someone's text repeated in a message. */
const LONGEST = 80;

/** Someone's text, safe to print inside a message: controls escaped, shortened in the middle. */
export function shown(value: unknown): string {
  const text = String(value);
  const short = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 20)} … ${text.slice(-15)}`;
  return short.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A line of someone's text in which every character keeps its column: controls become dots, tabs become blanks. */
export function aligned(line: string): string {
  return line.replace(UNSAFE, (character) => (character === "\t" ? " " : "·"));
}

/** Words as a list in prose: "a, b or c". */
export function either(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** A number as people write it: at most six significant digits and no trailing zeros. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** A number with its noun: "1 more point", "2 more points". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
