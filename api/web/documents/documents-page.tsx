import type { ListedImport } from "../../imports/list-imports.ts";
import { LIMITS } from "../../imports/outline.ts";
import type { PageWords } from "../page-frame.tsx";
import { DocumentShell } from "./document-shell.tsx";

/** What the picker of a phone offers; what the file is, its content decides. */
const ACCEPTED = ".docx,.pdf,.xlsx,.txt,.md";

/** Drafts that wait and documents that were published, and the way in for a new one. */
export const DocumentsPage = (props: {
  readonly words: PageWords;
  readonly office: string;
  readonly imports: readonly ListedImport[];
  readonly wrong: string | null;
  readonly good: string | null;
}) => {
  const { words, office, imports, wrong, good } = props;
  const { t } = words;
  return (
    <DocumentShell words={words} office={office} title={t("web-documents-title")} list={false}>
      <main class="draft alone">
        {good === null ? null : (
          <p class="good-words" role="status">
            {good}
          </p>
        )}
        <section class="card-block" aria-labelledby="upload-title">
          <h2 id="upload-title">{t("web-documents-upload")}</h2>
          <p class="hint">{t("web-documents-upload-how")}</p>
          {wrong === null ? null : (
            <p class="wrong-words" id="wrong" role="alert" tabindex={-1}>
              {wrong}
            </p>
          )}
          <form method="post" action="/documents" enctype="multipart/form-data" class="field">
            <label for="file">{t("web-documents-file")}</label>
            <input
              type="file"
              id="file"
              name="file"
              accept={ACCEPTED}
              required
              aria-invalid={wrong === null ? undefined : "true"}
              aria-describedby={wrong === null ? "file-hint" : "wrong file-hint"}
            />
            <p class="hint" id="file-hint">
              {t("web-documents-file-hint", { max: LIMITS.fileBytes / 1024 / 1024 })}
            </p>
            <button type="submit" class="choice main">
              {t("web-documents-read")}
            </button>
          </form>
          <p class="hint">
            {t("web-documents-template-how")}{" "}
            <a href="/documents/template.xlsx" download>
              {t("web-documents-template")}
            </a>
          </p>
        </section>
        <section aria-labelledby="list-title">
          <h2 id="list-title">{t("web-documents-read-before")}</h2>
          {imports.length === 0 ? <p class="none">{t("web-documents-none")}</p> : null}
          <ul class="imports">
            {imports.map(({ importId, fileName, documentNumber, documentTitle, state, readOn }) => (
              <li>
                <a href={`/documents/${importId}`}>
                  <span class="file-name" dir="auto">
                    {fileName}
                  </span>
                  {documentNumber === null && documentTitle === null ? null : (
                    <span class="meaning">
                      {[documentNumber, documentTitle].filter((part) => part !== null).join(" · ")}
                    </span>
                  )}
                  <span class="meaning">{t("web-documents-read-on", { date: { date: readOn } })}</span>
                </a>
                <span class={state === "open" ? "tag unsure" : "tag good"}>
                  {t(state === "open" ? "web-documents-open" : "web-documents-published")}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </DocumentShell>
  );
};
