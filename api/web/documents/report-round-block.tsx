import { deriveLateDay } from "../../imports/derive-late-day.ts";
import { BlockLink } from "./block-link.tsx";
import { describeField, roundAt } from "./describe-field.ts";
import type { DraftPage } from "./draft-page.ts";
import { DecisionForm, RevisedField } from "./field-form.tsx";
import { LineLink } from "./source-lines.tsx";

/** One reporting round. */
export const RoundBlock = ({ page, index }: { readonly page: DraftPage; readonly index: number }) => {
  const { t } = page.words;
  const { shown } = page;
  const round = roundAt(shown, index);
  if (round === undefined) return null;
  const name = `round-${index}`;
  const lateDay = deriveLateDay(round);
  if (!shown.draft.roundIndexes.includes(index))
    return (
      <article class="task out" id={name}>
        <p>
          <span class="tag">{t("review-round-out")}</span> <s dir="auto">{round.label}</s>
        </p>
        <DecisionForm page={page} decision={`round.${index}.out`} place={name}>
          <button type="submit" name="act" value="undo" class="plain">
            {t("review-round-back")}
          </button>
        </DecisionForm>
      </article>
    );
  const open = page.editing === name;
  const fields = (["label", "before"] as const).map((field) =>
    describeField(shown, `round.${index}.${field}`, { on: "round", index, field }),
  );
  return (
    <article
      class={open ? "task open" : "task"}
      id={name}
      data-lines={round.source_lines.join("-")}
      aria-labelledby={`${name}-title`}
    >
      <h4 id={`${name}-title`} tabindex={-1} dir="auto">
        {round.label}
      </h4>
      {open ? (
        <>
          {fields.map((field) => (
            <RevisedField page={page} field={field} place={name} />
          ))}
          <DecisionForm page={page} decision={`round.${index}.out`} place={name} class="undo">
            <input type="hidden" name="answer" value="yes" />
            <button type="submit" name="act" value="correct" class="plain grave">
              {t("review-round-leave")}
            </button>
          </DecisionForm>
        </>
      ) : (
        <p>
          {lateDay === null
            ? t("review-round-undated")
            : t("review-round-before", { date: { date: lateDay } })}
          {round.recurs === "none" ? null : (
            <span class="meaning">{t(`time-recurs-${round.recurs.replace("_", "-")}`)}</span>
          )}
          <span class="meaning" dir="auto">
            {t("review-quoted", { text: round.text })}
          </span>
        </p>
      )}
      <p class="row">
        <BlockLink page={page} name={name} open={!open} of={round.label} />
        <LineLink page={page} lines={round.source_lines} />
      </p>
    </article>
  );
};

export const RoundsSection = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { read } = page.shown;
  return (
    <section id="rounds" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t("review-rounds")}</h2>
      {read.report_rounds.length === 0 ? <p class="none">{t("review-rounds-none")}</p> : null}
      {[...read.report_rounds.keys()].map((index) => (
        <RoundBlock page={page} index={index} />
      ))}
    </section>
  );
};
