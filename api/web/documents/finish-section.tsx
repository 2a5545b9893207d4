import { doubtName } from "./block.ts";
import { type DraftPage, importPath } from "./draft-page.ts";
import { DecisionForm } from "./field-form.tsx";
import { obstacleOf } from "./publishing-state.ts";

/** Accept the rest, publish, throw away. */
export const FinishSection = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { shown } = page;
  const obstacle = obstacleOf(shown);
  const soft = shown.draft.doubts.filter(({ blocking }) => !blocking).length;
  return (
    <section id="finish" class="card-block" aria-labelledby="finish-title">
      <h2 id="finish-title">{t("review-finish")}</h2>
      {soft === 0 ? null : (
        <DecisionForm page={page} decision="rest" place="finish" whole>
          <p class="hint">{t("review-rest-how")}</p>
          <button type="submit" name="act" value="accept" class="choice wide">
            {t("review-rest", { count: soft })}
          </button>
        </DecisionForm>
      )}
      {obstacle === null ? (
        <p>
          <a class="choice main wide" href={`${importPath(shown)}/publish`}>
            {t("review-publish")}
          </a>
        </p>
      ) : (
        <>
          <p id="obstacle" class="hint">
            {t(obstacle.key, obstacle.args)}
          </p>
          <button type="button" class="choice main wide" disabled aria-describedby="obstacle">
            {t("review-publish")}
          </button>
        </>
      )}
      <details class="throw-away">
        <summary>{t("review-withdraw")}</summary>
        <form method="post" action={`${importPath(shown)}/withdraw`}>
          <p class="hint">{t("review-withdraw-how")}</p>
          <button type="submit" class="choice grave">
            {t("review-withdraw-sure")}
          </button>
        </form>
      </details>
    </section>
  );
};

/** Always in sight: what there is, how much is left, and where to go on. */
export const CountsBar = ({ page, swap }: { readonly page: DraftPage; readonly swap?: boolean }) => {
  const { t } = page.words;
  const { shown } = page;
  const { doubts, reading } = shown.draft;
  const [first] = doubts;
  const obstacle = obstacleOf(shown);
  return (
    <div
      class="counts"
      id="counts"
      data-revision={shown.revision}
      hx-swap-oob={swap === true ? "true" : undefined}
    >
      <div class="counts-inner">
        <p class="counts-words">
          <strong>
            {doubts.length === 0 ? t("review-left-none") : t("review-left", { count: doubts.length })}
          </strong>
          <span>
            {t("review-counts", {
              tasks: reading.tasks.length,
              sections: reading.sections.length,
              units: reading.units.length,
              rounds: reading.report_rounds.length,
            })}
          </span>
        </p>
        {first !== undefined ? (
          <a class="choice main" href={`#${doubtName(first.key)}`} id="next-doubt">
            {t("review-next")}
          </a>
        ) : obstacle === null ? (
          <a class="choice main" href={`${importPath(shown)}/publish`}>
            {t("review-publish")}
          </a>
        ) : (
          <a class="choice main" href="#amends">
            {t("review-next")}
          </a>
        )}
      </div>
    </div>
  );
};
