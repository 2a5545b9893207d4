import type { VersionComparison } from "../../catalogues/version-task.ts";
import type { DraftPage } from "./draft-page.ts";
import { DecisionForm } from "./field-form.tsx";

const dashed = (name: string): string => name.replaceAll("_", "-");

/** What a later document changes in the catalogue that is there. */
export const Comparison = ({
  words: { t },
  comparison,
}: {
  readonly words: DraftPage["words"];
  readonly comparison: VersionComparison;
}) => {
  const added = comparison.tasks.filter(({ before }) => before === null);
  const changed = comparison.tasks.filter(({ before, changes }) => before !== null && changes.length > 0);
  const same = comparison.tasks.length - added.length - changed.length;
  const groups = [
    {
      title: t("review-compare-added", { count: added.length }),
      rows: added.map(({ after }) => ({ task: after, note: "" })),
    },
    {
      title: t("review-compare-changed", { count: changed.length }),
      rows: changed.map(({ before, after, changes }) => ({
        task: after,
        note: changes
          .map((change) =>
            change === "number"
              ? t("review-change-number", { number: before?.content.number ?? "" })
              : t(`review-change-${dashed(change)}`),
          )
          .join(", "),
      })),
    },
    {
      title: t("review-compare-removed", { count: comparison.removed.length }),
      rows: comparison.removed.map(({ content }) => ({ task: content, note: "" })),
    },
  ];
  return (
    <div class="comparison">
      {groups.map(({ title, rows }) =>
        rows.length === 0 ? null : (
          <details open={rows.length <= 8}>
            <summary>{title}</summary>
            <ul>
              {rows.map(({ task, note }) => (
                <li>
                  <span class="number">{task.number}</span> <span dir="auto">{task.short_title}</span>
                  {note === "" ? null : <span class="meaning">{note}</span>}
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
      <p class="hint">{t("review-compare-same", { count: same })}</p>
    </div>
  );
};

/** A new catalogue, or the next version of one that is there. */
export const AmendsSection = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { shown } = page;
  if (shown.amendable.length === 0) return null;
  const undecided = shown.amends === undefined;
  return (
    <section id="amends" class={undecided ? "card-block must" : "card-block"} aria-labelledby="amends-title">
      <h2 id="amends-title" tabindex={-1}>
        {t("review-amends")}
      </h2>
      {undecided ? <p>{t("review-amends-undecided")}</p> : null}
      <DecisionForm page={page} decision="catalogue.amends" place="amends" whole>
        <fieldset>
          <legend class="unseen">{t("review-amends")}</legend>
          <label class="radio">
            <input type="radio" name="answer" value="" checked={shown.amends === null} required />
            <span>{t("review-amends-new")}</span>
          </label>
          {shown.amendable.map(({ catalogueId, number, title, scope, likely }) => (
            <label class="radio">
              <input
                type="radio"
                name="answer"
                value={catalogueId}
                checked={shown.amends === catalogueId}
                required
              />
              <span dir="auto">
                {number === null
                  ? t("review-amends-unnumbered", { title })
                  : t("review-amends-one", { number, title })}
                <span class="meaning">
                  {t("review-amends-scope", { from: { date: scope.startOn }, to: { date: scope.endOn } })}
                </span>
                {likely ? <span class="tag unsure">{t("review-amends-likely")}</span> : null}
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" name="act" value="correct" class="choice">
          {t("review-amends-choose")}
        </button>
      </DecisionForm>
      {shown.comparison === null ? null : <Comparison words={page.words} comparison={shown.comparison} />}
    </section>
  );
};
