import type { Message, MessageLine } from "../../api/outbox/message.ts";
import type { DocumentEntry } from "../../api/overviews/list-documents.ts";
import { excerpt } from "./excerpt.ts";
import { detail, heading, line, message } from "./lines.ts";

const DOCUMENTS_SHOWN = 8;

/** `after`: how a new one is brought in, for whoever may. */
export const documentList = (
  documents: readonly DocumentEntry[],
  after: readonly MessageLine[] = [],
): Message =>
  documents.length === 0
    ? message([[line("documents-none")], after])
    : message([
        [heading("documents-title")],
        ...documents.slice(0, DOCUMENTS_SHOWN).map((document) => [
          heading(document.number === null ? "document-name-unnumbered" : "document-name", {
            kind: { term: `document-kind-${document.kind}` },
            number: document.number ?? "",
          }),
          ...(document.title === null
            ? []
            : [detail("document-title", { title: excerpt(document.title, 150) })]),
          detail(document.inForce ? "document-in-force" : "document-closed", {
            start: { date: document.scope.startOn },
            end: { date: document.scope.endOn },
            tasks: document.tasks,
          }),
          ...(document.withoutLead > 0
            ? [detail("document-without-lead", { count: document.withoutLead })]
            : []),
          ...(document.rounds === 0 ? [detail("document-without-rounds")] : []),
          ...(document.consolidatingUnit === null
            ? []
            : [detail("document-consolidator", { unit: document.consolidatingUnit })]),
        ]),
        after,
      ]);
