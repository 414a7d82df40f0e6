/**
 * Width of a text in regular Inter [px], never too small for European letters: charts leave room for labels before a
 * font is at hand.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width * size;
}

/** Breaks a text at its spaces so that no line is wider than `width` [px]; a longer word is broken inside. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((whole) => broken(whole, size, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Cuts a text with an ellipsis so that it is no wider than `width` [px]. */
export function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("")}…`;
}

function broken(word: string, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Advance widths of Inter for the characters U+0020 … U+007E, in thousandths of an em, rounded up. */
const ASCII = [
  282, 288, 466, 634, 642, 982, 645, 300, 365, 365, 501, 662, 289, 460, 289, 361, 631, 407, 610, 618, 646, 594, 621,
  566, 619, 621, 289, 302, 662, 662, 662, 512, 966, 690, 655, 731, 722, 602, 591, 747, 744, 269, 571, 672, 566, 904,
  754, 765, 639, 765, 644, 642, 646, 745, 690, 986, 683, 679, 629, 365, 361, 365, 472, 457, 323, 562, 613, 572, 613,
  584, 371, 614, 592, 243, 243, 549, 243, 876, 591, 600, 613, 613, 377, 528, 328, 592, 563, 819, 546, 563, 553, 427,
  333, 427, 662,
];

/** In em; letters beyond ASCII are taken to be as wide as the widest of them, since one rarely meets many. */
function advance(character: string): number {
  const code = character.codePointAt(0)!;
  const known = ASCII[code - 32];
  if (known !== undefined) return known / 1000;
  return code === 0xa0 ? 0.29 : code < 0x180 ? 1.01 : 1.4;
}
