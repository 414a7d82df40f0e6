/** Text that is HTML already. Only `html` and `trusted` make it, so everything else that gets onto a page is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts and numbers are escaped, markup stays, lists are joined. */
export type Insert = string | number | Markup | readonly Markup[];

/** HTML from a template, with whatever is inserted escaped, in text as well as in quoted attributes. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return new Markup(strings.map((text, i) => text + (i < inserts.length ? rendered(inserts[i]!) : "")).join(""));
}

/** Takes a text for HTML as it is. For what this program drew or wrote itself only. */
export const asIs = (text: string): Markup => new Markup(text);

export const nothing: Markup = asIs("");

function rendered(insert: Insert): string {
  if (insert instanceof Markup) return insert.text;
  return typeof insert === "object" ? insert.map((markup) => markup.text).join("") : escapeHtml(String(insert));
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
