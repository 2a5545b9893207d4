import { ok, type Result, refuse } from "../../shared/result.ts";
import { LIMITS, type Outline, type OutlineLine } from "../outline.ts";
import { decodeText } from "./decode-text.ts";
import { plainParagraph, tidyLine } from "./shape-paragraph.ts";

/**
 * A text file, line by line as an editor numbers them: one paragraph a line that is not blank. What belongs together
 * is found out by `arrangeFlattened`.
 */
export const readText = (bytes: Uint8Array, format: "text" | "markdown"): Promise<Result<Outline>> =>
  Promise.resolve(outlineText(bytes, format));

const outlineText = (bytes: Uint8Array, format: "text" | "markdown"): Result<Outline> => {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, convertedFrom } = decoded.value;
  if (text.length > LIMITS.characters) return refuse("file_too_long");
  const { lines, pages } = linesOf(text);
  if (lines.length > LIMITS.lines || (pages ?? 0) > LIMITS.pages) return refuse("file_too_long");
  const blocks = lines.flatMap((line, at) =>
    tidyLine(line.text) === "" ? [] : [plainParagraph(line.text, at + 1)],
  );
  if (blocks.length === 0) return refuse("file_empty");
  return ok({
    format,
    pages,
    lines,
    blocks,
    footnotes: [],
    remarks:
      convertedFrom === null ? [] : [{ code: "encoding_converted", line: null, detail: convertedFrom }],
  });
};

const FORM_FEED = "\f";

/** A form feed before a line's first letter opens its page, one later in the line the next line's. */
const linesOf = (text: string): { readonly lines: readonly OutlineLine[]; readonly pages: number | null } => {
  const paged = text.includes(FORM_FEED);
  let page = 1;
  const written = text.split(/\r\n|\r|\n/);
  if (written.at(-1)?.trim() === "" && written.length > 1) {
    const end = written.pop() ?? "";
    // What `pdftotext` and printers leave at the end is the end of the last page, not a page more.
    if (end.replaceAll(FORM_FEED, "") !== "") written.push(end);
  }
  const lines = written.map((line): OutlineLine => {
    const breaks = line.split(FORM_FEED).length - 1;
    const leading = /^\f*/.exec(line)?.[0].length ?? 0;
    page += leading;
    const own = page;
    page += breaks - leading;
    const bare = breaks === 0 ? line : line.slice(leading).replaceAll(FORM_FEED, " ");
    return { text: bare, page: paged ? own : null, row: null, cell: null };
  });
  return { lines, pages: paged ? (lines.at(-1)?.page ?? 1) : null };
};
