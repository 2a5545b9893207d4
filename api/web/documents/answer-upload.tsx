import type { Context } from "hono";
import { sentenceOf } from "../../http/refusal-words.ts";
import { importFile } from "../../imports/import-file.ts";
import { listImports } from "../../imports/list-imports.ts";
import { LIMITS } from "../../imports/outline.ts";
import { ok, type Refusal, type Result, refusalOf, refuse } from "../../shared/result.ts";
import type { Work } from "../../shared/work.ts";
import { statusOf } from "../answer-refusal.ts";
import { inVisitorWork, type WebDoors } from "../open-visitor-work.ts";
import { asPage } from "../page-frame.tsx";
import type { DocumentDesk } from "./document-desk.tsx";
import { DocumentsPage } from "./documents-page.tsx";

/** Each reading is a thread of its own with hundreds of megabytes at most. */
const READINGS_AT_ONCE = 2;

/** The session ended while the file was read. */
class SessionGone extends Error {}

/** The list of documents, and what becomes of a file that is sent there. */
export const createUpload = (doors: WebDoors, desk: DocumentDesk) => {
  let reading = 0;

  const list = (c: Context, refusal: Refusal | null = null): Promise<Response> =>
    desk.answer(
      c,
      (work) => listImports(work, {}),
      (imports, { words, office }) =>
        c.html(
          asPage(
            <DocumentsPage
              words={words}
              office={office}
              imports={imports}
              wrong={refusal === null ? null : sentenceOf(refusal, words.locale)}
              good={c.req.query("withdrawn") === undefined ? null : words.t("web-documents-withdrawn")}
            />,
          ),
          refusal === null ? 200 : statusOf(refusal),
        ),
    );

  const inWork =
    (c: Context) =>
    async <T,>(steps: (work: Work) => Promise<T>): Promise<T> => {
      const visited = await inVisitorWork(doors, desk.cookie.token(c), steps);
      if (visited === null) throw new SessionGone();
      return visited.done;
    };

  const readFile = async (
    c: Context,
    file: File,
  ): Promise<Result<{ readonly importId: string; readonly isNew: boolean }>> => {
    if (file.size > LIMITS.fileBytes)
      return refuse("file_too_large", { max: LIMITS.fileBytes / 1024 / 1024 });
    if (reading >= READINGS_AT_ONCE) return refuse("too_many_requests");
    reading += 1;
    try {
      return await importFile(inWork(c), {
        bytes: new Uint8Array(await file.arrayBuffer()),
        fileName: file.name,
      });
    } finally {
      reading -= 1;
    }
  };

  const take = async (c: Context): Promise<Response> => {
    const form = await c.req.formData().catch(() => null);
    const file = form?.get("file");
    // A form that was sent without choosing a file holds one without name and bytes.
    if (!(file instanceof File) || file.name === "") return list(c, refusalOf("file_missing"));
    try {
      const imported = await readFile(c, file);
      if (!imported.ok) return list(c, imported.refusal);
      const { importId, isNew } = imported.value;
      return c.redirect(`/documents/${importId}${isNew ? "" : "?again"}`, 303);
    } catch (error) {
      if (error instanceof SessionGone) return desk.toLogin(c);
      throw error;
    }
  };

  return {
    list: (c: Context) => list(c),
    tooLarge: (c: Context) => list(c, refusalOf("file_too_large", { max: LIMITS.fileBytes / 1024 / 1024 })),
    /** Whoever may not load a catalogue is answered before the file is looked at. */
    take: (c: Context) =>
      desk.answer(
        c,
        async () => ok(null),
        () => take(c),
      ),
  };
};
