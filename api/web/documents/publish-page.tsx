import type { PreviewedShare, PublicationPreview } from "../../imports/preview-publication.ts";
import type { ShownImport } from "../../imports/show-import.ts";
import type { PageWords } from "../page-frame.tsx";
import { Comparison } from "./amends-section.tsx";
import { DocumentShell } from "./document-shell.tsx";
import { importPath } from "./draft-page.ts";
import { obstacleOf } from "./publishing-state.ts";

type Publication = {
  readonly words: PageWords;
  readonly office: string;
  readonly shown: ShownImport;
  readonly preview: PublicationPreview;
};

const peopleWords = ({ t }: PageWords, { people, isNew }: PreviewedShare): string => {
  if (people === null) return t("publish-group");
  if (isNew) return t("publish-unit-new");
  return people === 0 ? t("publish-nobody") : t("publish-people", { count: people });
};

/** Who gets how much, and who is there to read it. */
const Shares = ({ words, preview }: Pick<Publication, "words" | "preview">) => {
  const { t } = words;
  return (
    <div class="wide-table">
      <table>
        <caption class="unseen">{t("publish-shares")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("publish-unit")}</th>
            <th scope="col">{t("publish-leads")}</th>
            <th scope="col">{t("publish-coordinates")}</th>
            <th scope="col">{t("publish-reader")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.shares.map((share) => (
            <tr>
              <th scope="row" dir="auto">
                {share.name}
              </th>
              <td>{share.leads}</td>
              <td>{share.coordinates}</td>
              <td class={share.people === 0 ? "unsure-words" : undefined}>{peopleWords(words, share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Summary = ({ words, shown, preview }: Omit<Publication, "office">) => {
  const { t } = words;
  const { document } = shown.draft.reading;
  const units = preview.shares.filter(({ isGroup }) => !isGroup).length;
  return (
    <>
      <p class="lead" dir="auto">
        {document.title}
      </p>
      <ul class="summary">
        <li>{t("publish-tasks", { count: preview.tasks })}</li>
        <li>{t("publish-units", { units, groups: preview.shares.length - units })}</li>
        <li>{t("publish-rounds", { count: preview.rounds, undated: preview.undatedRounds })}</li>
      </ul>
    </>
  );
};

/** The last look before it binds. */
export const PublishPage = (props: Publication & { readonly wrong: string | null }) => {
  const { words, office, shown, preview, wrong } = props;
  const { t } = words;
  const obstacle = obstacleOf(shown);
  const sentence = wrong ?? (obstacle === null ? null : t(obstacle.key, obstacle.args));
  return (
    <DocumentShell words={words} office={office} title={t("publish-title")}>
      <main class="draft alone">
        <section class="card-block" aria-labelledby="sure-title">
          <h2 id="sure-title">{t(shown.comparison === null ? "publish-new" : "publish-next-version")}</h2>
          {sentence === null ? null : (
            <p class="wrong-words" role="alert">
              {sentence}
            </p>
          )}
          <Summary {...props} />
          {shown.comparison === null ? null : <Comparison words={words} comparison={shown.comparison} />}
          <p class="hint">
            {preview.past
              ? t("publish-past")
              : t(shown.comparison === null ? "publish-told-all" : "publish-told-changed")}
          </p>
          {obstacle === null ? (
            <form method="post" action={`${importPath(shown)}/publish`}>
              <input type="hidden" name="revision" value={shown.revision} />
              <button type="submit" class="choice main wide">
                {t("publish-sure")}
              </button>
            </form>
          ) : null}
          <p>
            <a href={importPath(shown)}>{t("publish-back")}</a>
          </p>
        </section>
        <Shares {...props} />
      </main>
    </DocumentShell>
  );
};

/** After the publication: what was published, and who has it. */
export const PublishedPage = (
  props: Publication & {
    /** Known right after it alone. */
    readonly told: number | null;
  },
) => {
  const { words, office, shown, preview, told } = props;
  const { t } = words;
  const { number } = shown.draft.reading.document;
  const nobody = preview.shares.some(({ people, leads }) => people === 0 && leads > 0);
  return (
    <DocumentShell words={words} office={office} title={number ?? t("web-documents")}>
      <main class="draft alone">
        <section class="card-block" aria-labelledby="done-title">
          <h2 id="done-title">{t("published-title")}</h2>
          <Summary {...props} />
          {told === null ? null : (
            <p class="good-words" role="status">
              {told === 0 ? t("published-told-nobody") : t("published-told", { count: told })}
            </p>
          )}
          {nobody ? <p class="hint">{t("published-invite")}</p> : null}
          {preview.shares.some(({ isGroup }) => isGroup) ? <p class="hint">{t("published-groups")}</p> : null}
          {preview.undatedRounds > 0 ? <p class="hint">{t("published-undated")}</p> : null}
          <p class="row">
            <a class="choice main" href="/">
              {t("published-chat")}
            </a>
            <a href="/documents">{t("web-documents-list")}</a>
          </p>
        </section>
        <Shares {...props} />
      </main>
    </DocumentShell>
  );
};
