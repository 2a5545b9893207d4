import type { CatalogueFile } from "../../catalogues/catalogue-file.ts";
import type { Reading } from "../reading.ts";
import { shortenTitle } from "../shorten-title.ts";

/** Every section that a task stands in; a document without sections is one. */
export const convertSections = (reading: Reading): CatalogueFile["catalogue"]["sections"] => {
  const used = new Set(reading.tasks.map(({ section }) => section));
  const sections = reading.sections
    .filter(({ number }) => used.has(number))
    .map(({ number, number_in_document, title }) => ({
      number,
      number_in_document: number_in_document?.slice(0, 30) ?? null,
      title: title.slice(0, 500) || number,
      short_title: shortenTitle(title) || number,
    }));
  const missing = [...used].filter(
    (number): number is string => number !== null && !sections.some((one) => one.number === number),
  );
  const title = reading.document.title.slice(0, 500) || "–";
  const extra = missing.map((number) => ({
    number,
    number_in_document: null,
    title,
    short_title: shortenTitle(title),
  }));
  const all = [...sections, ...extra];
  return used.has(null) && all.length === 0
    ? [{ number: "1", number_in_document: null, title, short_title: shortenTitle(title) }]
    : all;
};
