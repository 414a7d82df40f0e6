import type { YAMLParseError } from "yaml";
import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";
import { lineOf, type Place, type Source } from "./source.ts";

/** `*.error` without quotes is an alias to YAML. */
export function aliasComplaint(name: string): Complaint {
  const message = /^[\w-]+$/.test(name)
    ? `*${shown(name)} repeats an anchor, but no &${shown(name)} stands before it.`
    : `*${shown(name)} begins like a YAML alias. Put wildcards in quotes: "*${shown(name)}".`;
  return { code: "alias-unresolved", message };
}

/** The first half of a text that a comma inside braces or brackets has cut in two; null for any other text. */
export function splitComplaint(text: string): Complaint | null {
  if (parentheses(text) <= 0) return null;
  const message = /^(p\d[\d.]*|mean|max)\(\w+$/.test(text)
    ? `${shown(text)} was cut at a comma. Write one objective a line, in a block list: - p99(latency, where) < 1 s`
    : `${shown(text)} has an open parenthesis, because a comma inside braces separates settings. ` +
      "Write distributions as words, such as lognormal mean 20 ms p99 80 ms, and put expressions in quotes.";
  return { code: "parenthesis-split", message };
}

/** Whether a text is the second half of one that `splitComplaint` has told. */
export function isSecondHalf(text: string): boolean {
  return parentheses(text) < 0;
}

/** Parentheses opened and not closed. */
function parentheses(text: string): number {
  if (!text.includes("(") && !text.includes(")")) return 0; // nearly always
  return text.split("(").length - text.split(")").length;
}

const NAMELESS = "This item";

/** A key or an item without a value; a `#` on the same line has probably swallowed it. */
export function emptyComplaint(place: Place, name = NAMELESS): Complaint {
  const { text } = place.source;
  const end = text.indexOf("\n", place.end);
  const rest = text.slice(place.end, end < 0 ? text.length : end);
  const comment = /#.*/.exec(rest)?.[0];
  if (comment !== undefined) {
    const message = `${shown(name)} has no value, because # begins a comment. If ${shown(comment)} was meant, put it in quotes.`;
    return { code: "comment-swallowed", message };
  }
  if (/\s\S/.test(name) && name !== NAMELESS) {
    const message = `${shown(name)} has no value, because a comma inside braces begins a new setting. Leave the comma out, or use quotes.`;
    return { code: "value-missing", message };
  }
  const colon = /^([\w-]+):(\S+)$/.exec(name);
  if (colon) {
    const message = `${shown(name)} has no value, because YAML wants a blank after the colon: ${shown(colon[1])}: ${shown(colon[2])}.`;
    return { code: "value-missing", message };
  }
  const message = `${shown(name)} has no value. Write one, or {} for defaults only, or leave it out; null deletes under extends.`;
  return { code: "value-missing", message };
}

/** What is really wrong when YAML cannot be parsed, as far as the text around shows. */
export function syntaxComplaint(error: YAMLParseError, source: Source): Complaint {
  const place = syntaxPlace(error, source);
  const line = lineOf(place);
  if (isUnclosed(error) && /[:[{,]\s*#/.test(line)) {
    const message =
      "The closing bracket is missing, because # begins a comment. Put a # that belongs to a text in quotes.";
    return { code: "comment-swallowed", message };
  }
  if (isNested(error) && !source.text.slice(place.start).split("\n")[0].includes(":")) {
    return {
      code: "yaml-syntax",
      message: "The line below this value begins further right. Keys of one map begin in the same column.",
    };
  }
  return {
    code: "yaml-syntax",
    message: SYNTAX.find(([pattern]) => pattern.test(error.message))?.[1] ?? yamlSays(error),
  };
}

/** Where to point: an unclosed bracket is noticed at the end of the text, but belongs to the last line written. */
export function syntaxPlace(error: YAMLParseError, source: Source): Place {
  const [start, end] = error.pos;
  if (!isUnclosed(error)) return { source, start, end };
  const last = source.text.slice(0, start).trimEnd().length;
  return { source, start: Math.max(0, last - 1), end: Math.max(1, last) };
}

function isUnclosed(error: YAMLParseError): boolean {
  return /must be sufficiently indented and end with/.test(error.message);
}

function isNested(error: YAMLParseError): boolean {
  return /Nested mappings are not allowed/.test(error.message);
}

function yamlSays(error: YAMLParseError): string {
  return `This is not valid YAML: ${shown(error.message)}.`;
}

const SYNTAX: readonly (readonly [RegExp, string])[] = [
  [
    /Block scalar header/,
    "A text that begins with > or | means something else to YAML. An objective begins with a name: p99(latency) < 1 s.",
  ],
  [/Tabs are not allowed/, "A tab may not indent YAML. Use blanks."],
  [/must be sufficiently indented and end with/, "A bracket or brace is opened and not closed before this line ends."],
  [/Unexpected flow-map-start/, "Braces inside a text mean a map to YAML. Put the text in quotes."],
  [/Missing closing/, "A quote is opened and not closed."],
  [
    /Nested mappings are not allowed/,
    'A text that contains ": " must stand in quotes; a map under a key begins on the next line.',
  ],
  [/All mapping items must start at the same column/, "The keys of one map must begin in the same column."],
  [/Unexpected block-seq-ind/, "A list under a key begins on the next line, or is written in brackets: [a, b]."],
  [/Plain value cannot start with/, "A text that begins with this sign must stand in quotes."],
  [/at most one (anchor|tag)/, "One value may have one anchor."],
];
