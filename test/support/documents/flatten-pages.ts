/**
 * What is left when a person copies a PDF into a text file: every visual line with a blank line after it, the first
 * line of a page after a space, page numbers and repeated headers kept, footnotes under their rule.
 */
export const flattenPages = (pages: readonly string[], footnotes: Readonly<Record<string, string>>): string =>
  pages.map((page) => ` ${flattenPage(page, footnotes)}`).join("");

const RULE = `${" ".repeat(59)}\n`;

const flattenPage = (page: string, footnotes: Readonly<Record<string, string>>): string => {
  const lines = page
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const flat: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const note = footnotes[line];
    const next = lines[at + 1] ?? "";
    if (note !== undefined && next !== "" && note.startsWith(next.slice(0, 20))) {
      flat.push(RULE, `${line} ${next} \n\n`);
      at++;
    } else flat.push(`${line} \n\n`);
  }
  return flat.join("");
};
