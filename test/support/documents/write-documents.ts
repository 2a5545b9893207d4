import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deriveTruth } from "./derive-truth.ts";
import type { DocumentSource } from "./document-source.ts";
import { flattenPages } from "./flatten-pages.ts";
import { renderDocx } from "./render-docx.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderSpreadsheet } from "./render-spreadsheet.ts";

const PRINTED = join(import.meta.dirname, "printed");

/**
 * Writes a document's files to FOLDER/documents and its truth to FOLDER/truth. PDF and the text copied out of it are
 * those kept beside this file, where there are any; with `anew` they are printed again, which needs LibreOffice and
 * poppler's tools.
 */
export const writeDocument = async (source: DocumentSource, folder: string, anew: boolean): Promise<void> => {
  for (const part of ["documents", "truth"]) mkdirSync(join(folder, part), { recursive: true });
  const put = (ending: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, "documents", `${source.name}.${ending}`), content);
  const { formats } = source;
  if (formats.includes("docx")) put("docx", renderDocx(source));
  if (formats.includes("md")) put("md", renderMarkdown(source));
  if (formats.includes("xlsx")) put("xlsx", await renderSpreadsheet(source));
  if (anew && (formats.includes("pdf") || formats.includes("txt"))) {
    const { pdf, pages } = print(renderDocx(source, PAPER));
    if (formats.includes("pdf")) put("pdf", pdf);
    if (formats.includes("txt")) put("txt", flattenPages(pages, source.footnotes ?? {}));
  } else if (!anew)
    for (const name of [`${source.name}.pdf`, `${source.name}.txt`])
      if (existsSync(join(PRINTED, name))) copyFileSync(join(PRINTED, name), join(folder, "documents", name));
  writeFileSync(
    join(folder, "truth", `${source.name}.json`),
    `${JSON.stringify(deriveTruth(source), null, 1)}\n`,
  );
};

/** A font with all Vietnamese letters that such machines have; it is a sixth wider than Times New Roman. */
const PAPER = { font: "DejaVu Serif Condensed", scale: 0.86 };

const print = (docx: Uint8Array): { readonly pdf: Uint8Array; readonly pages: readonly string[] } => {
  const folder = mkdtempSync(join(tmpdir(), "print-"));
  try {
    writeFileSync(join(folder, "a.docx"), docx);
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/office`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        join(folder, "a.docx"),
      ],
      { stdio: "ignore" },
    );
    const raw = execFileSync("pdftotext", ["-raw", join(folder, "a.pdf"), "-"], { encoding: "utf8" });
    return { pdf: readFileSync(join(folder, "a.pdf")), pages: raw.split("\f").filter((page) => page.trim()) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
