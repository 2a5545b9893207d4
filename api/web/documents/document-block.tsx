import { type DecisionKey, parseDecisionKey } from "../../imports/decision.ts";
import { doubtName } from "./block.ts";
import { BlockLink } from "./block-link.tsx";
import { describeField } from "./describe-field.ts";
import { Read } from "./doubt-block.tsx";
import type { DraftPage } from "./draft-page.ts";
import { CorrectForm, DecisionForm } from "./field-form.tsx";

const KEYS = [
  "document.kind",
  "document.number",
  "document.issued_on",
  "document.issuer",
  "document.title",
  "document.scope_start_on",
  "document.scope_end_on",
  "catalogue.consolidating_unit",
  "catalogue.ad_hoc_reports",
  "document.restricted",
];
const FIELDS: readonly (readonly [string, DecisionKey])[] = KEYS.flatMap((key) => {
  const about = parseDecisionKey(key);
  return about === null ? [] : [[key, about] as const];
});

/** What the document is. */
export const DocumentBlock = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { shown } = page;
  const open = page.editing === "document";
  return (
    <section id="document" class={open ? "card-block open" : "card-block"} aria-labelledby="document-title">
      <h2 id="document-title" tabindex={-1}>
        {t("review-document")}
      </h2>
      {open ? (
        FIELDS.map(([key, about]) => {
          const field = describeField(shown, key, about);
          return (
            <>
              <CorrectForm page={page} field={field} place="document" />
              {field.decided ? (
                <DecisionForm page={page} decision={key} place="document" class="undo">
                  <button type="submit" name="act" value="undo" class="plain">
                    {t("review-as-read")}
                  </button>
                </DecisionForm>
              ) : null}
            </>
          );
        })
      ) : (
        <dl class="facts">
          {FIELDS.map(([key, about]) => {
            const field = describeField(shown, key, about);
            const doubtful = shown.draft.doubts.some((doubt) => doubt.key === key);
            return (
              <>
                <dt>{t(field.label.key)}</dt>
                <dd>
                  <Read page={page} field={field} />{" "}
                  {doubtful ? (
                    <a class="tag unsure" href={`#${doubtName(key)}`}>
                      {t("review-tag-unsure")}
                    </a>
                  ) : field.decided ? (
                    <span class="tag good">{t("review-settled")}</span>
                  ) : null}
                </dd>
              </>
            );
          })}
          <dt>{t("review-file")}</dt>
          <dd dir="auto">{shown.fileName}</dd>
        </dl>
      )}
      <p class="row">
        <BlockLink page={page} name="document" open={!open} of={t("review-document")} />
      </p>
    </section>
  );
};
