import { getResolvedPDFJS } from "unpdf";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { LIMITS, type Outline, type ReaderRemark } from "../outline.ts";
import { describeFont } from "./pdf/describe-font.ts";
import { interpretOperators } from "./pdf/interpret-operators.ts";
import { outlinePages } from "./pdf/outline-pages.ts";
import type { PageDrawing, PdfFont } from "./pdf/page-drawing.ts";
import { provideBufferTransfer } from "./pdf/provide-buffer-transfer.ts";
import { verifyStreams } from "./pdf/verify-streams.ts";

/** Glyphs of one page: the fullest sheet of paper holds a third. */
const MOST_GLYPHS = 20_000;
/** Fewer letters on a page with a picture are a stamp on a scan. */
const FEWEST_LETTERS = 40;

type Library = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type OpenPdf = Awaited<ReturnType<Library["getDocument"]>["promise"]>;

export const readPdf = async (bytes: Uint8Array): Promise<Result<Outline>> => {
  if (bytes.length === 0) return refuse("file_empty");
  if (!isWhole(bytes)) return refuse("file_damaged");
  const streams = verifyStreams(bytes);
  if (streams !== "whole") return refuse(streams === "broken" ? "file_damaged" : "file_too_long");
  provideBufferTransfer();
  const library = await getResolvedPDFJS();
  const opening = library.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are never decoded.
    maxImageSize: 1,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    return await outlineOf(await opening.promise, library);
  } catch (error) {
    const protectedFile = error instanceof Error && error.name === "PasswordException";
    return refuse(protectedFile ? "file_protected" : "file_damaged");
  } finally {
    await opening.destroy().catch(() => undefined);
  }
};

/** A file ends with its end mark; what was cut off on the way lost it, and pages with it. */
const isWhole = (bytes: Uint8Array): boolean => {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  return Buffer.from(bytes.buffer, bytes.byteOffset, end).subarray(-2048).includes("%%EOF");
};

const outlineOf = async (pdf: OpenPdf, library: Library): Promise<Result<Outline>> => {
  if (pdf.numPages > LIMITS.pages) return refuse("file_too_long");
  const drawings: PageDrawing[] = [];
  const remarks: ReaderRemark[] = [];
  let glyphs = 0;
  let letters = 0;
  let pictures = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { drawing, overlaid, placesPicture } = await readPage(pdf, number, library);
    glyphs += drawing.glyphs.length;
    if (drawing.glyphs.length > MOST_GLYPHS || glyphs > LIMITS.characters) return refuse("file_too_long");
    drawings.push(drawing);
    const own = drawing.glyphs.filter(isReadable).length;
    letters += own;
    if (placesPicture && own < FEWEST_LETTERS) pictures += 1;
    if (placesPicture && own === 0) {
      remarks.push({ code: "page_without_text", line: null, detail: String(number) });
    }
    if (overlaid !== "")
      remarks.push({ code: "embedded_ignored", line: null, detail: overlaid.slice(0, 300) });
  }
  if (pictures > 0 && pictures === pdf.numPages) return refuse("file_scanned");
  if (letters === 0) return refuse(pictures > 0 ? "file_scanned" : "file_empty");
  const outline = outlinePages(drawings, remarks);
  return outline.lines.length > LIMITS.lines ? refuse("file_too_long") : ok(outline);
};

const READABLE = /[\p{L}\p{N}]/u;
const isReadable = ({ text }: { readonly text: string }): boolean => READABLE.test(text);

const readPage = async (pdf: OpenPdf, number: number, library: Library) => {
  const page = await pdf.getPage(number);
  try {
    const list = await page.getOperatorList();
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const [a = 1, b = 0, c = 0, d = -1, e = 0, f = height] = transform;
    const fonts = new Map<string, PdfFont | null>();
    const fontOf = (id: string): PdfFont | null => {
      const known = fonts.get(id);
      if (known !== undefined) return known;
      const font = page.commonObjs.has(id) ? describeFont(page.commonObjs.get(id)) : null;
      fonts.set(id, font);
      return font;
    };
    const { glyphs, segments, overlaid } = interpretOperators(list, library.OPS, fontOf, [a, b, c, d, e, f]);
    const { transform: placing, paintFormXObjectBegin: form } = library.OPS;
    // A picture leaves no operator of its own, only the one that places it.
    const placesPicture = list.fnArray.some((operator) => operator === placing || operator === form);
    return { drawing: { number, width, height, glyphs, segments }, overlaid, placesPicture };
  } finally {
    page.cleanup();
  }
};
