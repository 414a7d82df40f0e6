/** Lines of the comment at the head of a file, without their signs; "" between paragraphs. */
export function headLines(text: string): string[] {
  const lines = text
    .slice(0, 20_000)
    .replace(/^\ufeff?\s*/, "")
    .split("\n");
  const end = lines.findIndex((line) => !line.trimStart().startsWith("#"));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.replace(/^\s*#+/, "").trim())
    .filter((line) => !line.startsWith("yaml-language-server:")); // that line speaks to editors
}

/** The comment at the head of a file, as prose: lines joined, an empty comment line between paragraphs. */
export function headComment(text: string): string {
  return headLines(text)
    .join("\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().replaceAll("\n", " "))
    .join("\n\n");
}

/** A name for the results folder, from the name of a file. */
export function studyName(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? "";
  const name = base
    .replace(/\.ya?ml$/i, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  return name.slice(0, 100) || "study";
}
