import { Composer, type CST, type Document, Lexer, LineCounter, Parser } from "yaml";
import { convert } from "./convert.ts";
import { LIMITS } from "./limits.ts";
import type { Located } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Source } from "./source.ts";
import { syntaxComplaint, syntaxPlace } from "./traps.ts";

/** Characters YAML does not allow; most often a sign of a binary file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/**
 * Reads YAML into values that know their place; undefined, with problems added, if the text is not one small document.
 * Size, number and nesting are bounded before anything recursive runs, so that no text takes long or overflows.
 */
export function readYaml(text: string, file: string, problems: ProblemList): Located | undefined {
  const source: Source = { file, text, lines: new LineCounter() };
  const refuse = ({ at, ...complaint }: Refusal) => {
    startLines(source, at);
    problems.add({ source, start: at, end: at + 1 }, [], complaint);
    return undefined;
  };
  const refusal = textRefusal(text);
  if (refusal) return refuse(refusal);
  const tokens = parse(source);
  if (!Array.isArray(tokens)) return refuse(tokens);
  const document = compose(tokens, source, problems);
  return document && convert(document, source, problems);
}

type Refusal = Complaint & { at: number };

function textRefusal(text: string): Refusal | null {
  if (text.length > LIMITS.text) {
    const message = `The file has ${text.length} characters, more than ${LIMITS.text}. Keep recorded data in a CSV file.`;
    return { code: "file-too-large", message, at: 0 };
  }
  const at = text.search(FORBIDDEN);
  if (at >= 0) {
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
    return { code: "character-forbidden", message: `U+${code} may not stand in a YAML file. Is this a text?`, at };
  }
  return separators(text) > LIMITS.separators ? { ...tooMany("lines and commas", LIMITS.separators), at: 0 } : null;
}

/** Lines and commas: more than there can be values, and counted a hundred times faster than YAML is parsed. */
function separators(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 44) count++;
  }
  return count;
}

/** Feeds the parser, which does not recurse, word by word, and stops where it has too much to remember. */
function parse({ text, lines }: Source): CST.Token[] | Refusal {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let words = 0;
  let marks = 0;
  for (const word of new Lexer().lex(text)) {
    if (++words > LIMITS.words) return { ...tooMany("words and signs", LIMITS.words), at: parser.offset };
    if (MARKS.has(word[0]) && ++marks > LIMITS.marks) return { ...tooMany("anchors", LIMITS.marks), at: parser.offset };
    for (const token of parser.next(word)) tokens.push(token);
    if (parser.stack.length > LIMITS.nesting) return { ...NESTING_TOO_DEEP, at: parser.offset };
  }
  tokens.push(...parser.end());
  return tokens;
}

/** First characters of anchors, aliases and tags. */
const MARKS = new Set(["&", "*", "!"]);

const NESTING_TOO_DEEP: Complaint = {
  code: "nesting-too-deep",
  message: `Settings lie more than ${LIMITS.nesting} levels deep here; no setting of the language is so deep.`,
};

function tooMany(what: string, most: number): Complaint {
  const message = `The file has more than ${most} ${what}. Keep recorded data in a CSV file.`;
  return { code: "too-many-values", message };
}

/** The starts of lines up to an offset: what the parser would have noted on its way there. */
function startLines({ text, lines }: Source, end: number): void {
  lines.lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
}

function compose(tokens: CST.Token[], source: Source, problems: ProblemList): Document.Parsed | undefined {
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  const documents = composer.compose(tokens, true, source.text.length);
  const document: Document.Parsed = documents.next().value!; // forced, so there is always one
  const [error] = document.errors;
  if (error) {
    problems.add(syntaxPlace(error, source), [], syntaxComplaint(error, source));
    return undefined;
  }
  const second = documents.next().value;
  if (second) {
    const [start, end] = second.contents?.range ?? second.range;
    problems.add({ source, start, end }, [], SEVERAL_DOCUMENTS);
    return undefined;
  }
  return document;
}

const SEVERAL_DOCUMENTS: Complaint = {
  code: "yaml-unsupported",
  message: "A second document begins after ---. Write each model or experiment in a file of its own.",
};
