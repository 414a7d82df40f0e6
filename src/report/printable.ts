/**
 * Replaces what neither XML nor HTML can hold, not even escaped: control characters, halves of surrogate pairs and
 * non-characters. A name in a user's file may contain them, and one of them spoils a whole picture.
 * @see Extensible Markup Language 1.0, production Char
 */
export const printable = (text: string): string => text.replace(UNPRINTABLE, "\ufffd");

const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
