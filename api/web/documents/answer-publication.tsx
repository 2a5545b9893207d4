import type { Context } from "hono";
import { sentenceOf } from "../../http/refusal-words.ts";
import { previewPublication } from "../../imports/preview-publication.ts";
import { publishImport } from "../../imports/publish-import.ts";
import { type ShownImport, showImport } from "../../imports/show-import.ts";
import { withdrawImport } from "../../imports/withdraw-import.ts";
import { ok, type Refusal, type Result } from "../../shared/result.ts";
import type { Work } from "../../shared/work.ts";
import { statusOf } from "../answer-refusal.ts";
import { asPage } from "../page-frame.tsx";
import type { DocumentDesk } from "./document-desk.tsx";
import { importPath } from "./draft-page.ts";
import { PublishedPage, PublishPage } from "./publish-page.tsx";

const load = async (work: Work, importId: string) => {
  const shown = await showImport(work, { importId });
  if (!shown.ok) return shown;
  const preview = await previewPublication(work, { importId });
  return preview.ok ? ok({ shown: shown.value, preview: preview.value }) : preview;
};

const toldOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : null;

/** What was published, and who has it. */
export const answerPublished = (
  desk: DocumentDesk,
  c: Context,
  { importId }: ShownImport,
): Promise<Response> =>
  desk.answer(
    c,
    (work) => load(work, importId),
    ({ shown, preview }, { words, office }) =>
      c.html(
        asPage(
          <PublishedPage
            words={words}
            office={office}
            shown={shown}
            preview={preview}
            told={toldOf(c.req.query("told"))}
          />,
        ),
      ),
  );

/** The last look, the publication itself, and throwing a draft away. */
export const createPublication = (desk: DocumentDesk) => {
  const look = (c: Context, refusal: Refusal | null): Promise<Response> =>
    desk.answer(
      c,
      (work) => load(work, c.req.param("id") ?? ""),
      ({ shown, preview }, { words, office }) => {
        if (shown.state === "published") return c.redirect(importPath(shown), 303);
        const wrong = refusal === null ? null : sentenceOf(refusal, words.locale);
        return c.html(
          asPage(<PublishPage words={words} office={office} shown={shown} preview={preview} wrong={wrong} />),
          refusal === null ? 200 : statusOf(refusal),
        );
      },
    );

  const publish = async (c: Context): Promise<Response> => {
    const form = await c.req.formData().catch(() => null);
    const revision = Number(form?.get("revision"));
    const importId = c.req.param("id") ?? "";
    return desk.answer(
      c,
      (work) => publishImport(work, { importId, revision }),
      ({ told }) => c.redirect(`/documents/${importId}?told=${told}`, 303),
      (refusal) => (refusal.code === "import_not_found" ? null : look(c, refusal)),
    );
  };

  const withdraw = (c: Context): Promise<Response> =>
    desk.answer(
      c,
      (work): Promise<Result<unknown>> => withdrawImport(work, { importId: c.req.param("id") ?? "" }),
      () => c.redirect("/documents?withdrawn", 303),
    );

  return { look: (c: Context) => look(c, null), publish, withdraw };
};
