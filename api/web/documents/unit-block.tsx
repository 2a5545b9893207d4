import { BlockLink } from "./block-link.tsx";
import { describeField, draftUnit, sameInOffice } from "./describe-field.ts";
import type { DraftPage } from "./draft-page.ts";
import { CorrectForm, DecisionForm } from "./field-form.tsx";

const dashed = (name: string): string => name.replaceAll("_", "-");

/** One unit of the document: which of the office's it is, or a new one. */
export const UnitBlock = ({ page, index }: { readonly page: DraftPage; readonly index: number }) => {
  const { t } = page.words;
  const { shown } = page;
  const read = shown.read.units[index];
  if (read === undefined) return null;
  const block = `unit-${index}`;
  const open = page.editing === block;
  const key = `unit.${read.name}`;
  const unit = draftUnit(shown, read.name) ?? read;
  const same = sameInOffice(shown, unit.name);
  const spellings = unit.aliases.filter((alias) => alias !== unit.name);
  const decided = shown.draft.decided.has(key);
  return (
    <article class={open ? "task open" : "task"} id={block} aria-labelledby={`${block}-title`}>
      <h4 id={`${block}-title`} tabindex={-1} dir="auto">
        {read.name}
      </h4>
      {open ? (
        <>
          <CorrectForm
            page={page}
            field={describeField(shown, key, { on: "unit", name: read.name })}
            place={block}
          />
          {decided ? (
            <DecisionForm page={page} decision={key} place={block} class="undo">
              <button type="submit" name="act" value="undo" class="plain">
                {t("review-as-read")}
              </button>
            </DecisionForm>
          ) : null}
        </>
      ) : (
        <p>
          {same === null ? (
            <>
              <span class="tag changed">{t("review-unit-tag-new")}</span>{" "}
              {unit.is_group
                ? t("review-unit-group")
                : t("review-unit-kind", { kind: { term: `unit-kind-${dashed(unit.kind)}` } })}
            </>
          ) : (
            <>
              <span class="tag good">{t("review-unit-tag-known")}</span>{" "}
              {same === read.name ? null : <span dir="auto">{same}</span>}
            </>
          )}
          {spellings.length === 0 ? null : (
            <span class="meaning" dir="auto">
              {t("review-unit-spellings", { names: { list: spellings.slice(0, 6) } })}
            </span>
          )}
        </p>
      )}
      <p class="row">
        <BlockLink page={page} name={block} open={!open} of={read.name} />
      </p>
    </article>
  );
};

export const UnitsSection = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { shown } = page;
  const known = shown.read.units.filter(
    ({ name }) => sameInOffice(shown, draftUnit(shown, name)?.name ?? name) !== null,
  );
  return (
    <section id="units" aria-labelledby="units-title">
      <h2 id="units-title">{t("review-units")}</h2>
      <p class="hint">
        {t("review-units-how", { known: known.length, fresh: shown.read.units.length - known.length })}
      </p>
      <div class="units">
        {[...shown.read.units.keys()].map((index) => (
          <UnitBlock page={page} index={index} />
        ))}
      </div>
    </section>
  );
};
