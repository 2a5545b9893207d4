import type { NewCatalogue } from "../../db/queries/catalogue-load-queries.ts";
import type { CatalogueFile } from "./catalogue-file.ts";

export const planDocumentRow = (
  document: CatalogueFile["document"],
  id: string,
  createdAt: Date,
): NewCatalogue["document"] => ({
  id,
  kind: document.kind,
  number: document.number,
  issuedOn: document.issued_on,
  issuer: document.issuer,
  title: document.title,
  superiors: document.parent_documents.map(({ number, date, issuer, text }) => ({
    number,
    date,
    issuer,
    text,
  })),
  restricted: document.restricted,
  createdAt,
});
