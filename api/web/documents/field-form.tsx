import type { Child } from "hono/jsx";
import type { Field } from "./describe-field.ts";
import { type DraftPage, importPath } from "./draft-page.ts";

export const UNIT_NAMES = "unit-names";

/** Empty lines to write one more unit into, so that a page without its script can add some. */
const SPARE_LINES = 2;

type FormProps = {
  readonly page: DraftPage;
  readonly decision: string;
  /** The block or doubt in which the form stands: it is what comes back. */
  readonly place: string;
  readonly next?: string | undefined;
  readonly class?: string;
  /** The decision touches more than its place: all of the draft comes back. */
  readonly whole?: boolean;
  readonly children: Child;
};

/** One decision. Without its script the page comes back at the same place; with it only the block does. */
export const DecisionForm = ({ page, decision, place, next, whole, children, ...rest }: FormProps) => (
  <form
    method="post"
    action={`${importPath(page.shown)}/fields`}
    hx-post={`${importPath(page.shown)}/fields`}
    hx-target={whole === true ? "#draft" : `#${place}`}
    hx-swap="outerHTML"
    hx-sync="#draft:queue all"
    class={rest.class}
  >
    <input type="hidden" name="revision" value={page.shown.revision} />
    <input type="hidden" name="key" value={decision} />
    <input type="hidden" name="place" value={place} />
    {next === undefined ? null : <input type="hidden" name="next" value={next} />}
    {children}
  </form>
);

type ControlProps = {
  readonly page: DraftPage;
  readonly field: Field;
  readonly id: string;
  readonly describedBy: string | undefined;
};

/** The control that fits the field, filled with what stands in the draft or with what was typed and refused. */
export const FieldControl = ({ page, field, id, describedBy }: ControlProps) => {
  const { t } = page.words;
  const refused = page.problem?.key === field.key ? page.problem : null;
  const values = refused?.typed ?? field.values;
  const common = {
    id,
    name: "answer",
    "aria-invalid": refused === null ? undefined : ("true" as const),
    "aria-describedby": describedBy,
  };
  const { control } = field;
  if (control.kind === "none") return null;
  if (control.kind === "choice") {
    const chosen = refused?.typed[0] ?? control.value;
    return (
      <select {...common}>
        {control.choices.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {typeof label === "string" ? label : t(label.key, label.args)}
          </option>
        ))}
      </select>
    );
  }
  if (control.kind === "units") {
    const lines = control.many
      ? [...values, ...Array.from({ length: SPARE_LINES }, () => "")]
      : [values[0] ?? ""];
    return (
      <span class="unit-lines">
        {lines.map((value, at) => (
          <input
            {...common}
            id={at === 0 ? id : undefined}
            aria-label={at === 0 ? undefined : t("review-unit-more")}
            type="text"
            list={UNIT_NAMES}
            value={value}
            autocomplete="off"
          />
        ))}
      </span>
    );
  }
  if (control.kind === "area" || control.kind === "targets")
    return (
      <textarea
        {...common}
        rows={Math.min(8, Math.max(2, Math.ceil(values.join("\n").length / 60)))}
        dir="auto"
      >
        {values.join("\n")}
      </textarea>
    );
  return <input {...common} type="text" value={values.join("; ")} autocomplete="off" dir="auto" />;
};

/** Label, control, hint and what was wrong, with the button that saves. */
export const CorrectForm = (props: {
  readonly page: DraftPage;
  readonly field: Field;
  readonly place: string;
  readonly next?: string | undefined;
}) => {
  const { page, field, place, next } = props;
  const { t } = page.words;
  const id = `${place}-${field.key.replaceAll(/[^\w]/g, "-")}`;
  const wrong = page.problem?.key === field.key ? page.problem.sentence : null;
  const hint = hintOf(field);
  const described = [wrong === null ? [] : [`${id}-wrong`], hint === null ? [] : [`${id}-hint`]]
    .flat()
    .join(" ");
  return (
    <DecisionForm page={page} decision={field.key} place={place} next={next} class="field">
      <label for={id}>{t(field.label.key)}</label>
      {wrong === null ? null : (
        <p class="wrong-words" id={`${id}-wrong`} role="alert" tabindex={-1}>
          {wrong}
        </p>
      )}
      <FieldControl
        page={page}
        field={field}
        id={id}
        describedBy={described === "" ? undefined : described}
      />
      {hint === null ? null : (
        <p class="hint" id={`${id}-hint`}>
          {t(hint)}
        </p>
      )}
      <div class="acts">
        <button type="submit" name="act" value="correct" class="choice">
          {t("review-save")}
        </button>
      </div>
    </DecisionForm>
  );
};

/** The field's form, and behind a field that somebody decided the way back to what was read. */
export const RevisedField = ({
  page,
  field,
  place,
}: {
  readonly page: DraftPage;
  readonly field: Field;
  readonly place: string;
}) => (
  <>
    <CorrectForm page={page} field={field} place={place} />
    {field.decided ? (
      <DecisionForm page={page} decision={field.key} place={place} class="undo">
        <button type="submit" name="act" value="undo" class="plain">
          {page.words.t("review-as-read")}
        </button>
      </DecisionForm>
    ) : null}
  </>
);

const hintOf = ({ control }: Field): string | null => {
  if (control.kind === "date") return "review-hint-date";
  if (control.kind === "time") return "review-hint-time";
  if (control.kind === "targets") return "review-hint-targets";
  if (control.kind === "units") return control.many ? "review-hint-units" : null;
  return null;
};
