import type { Doubt } from "../../imports/draft.ts";
import { doubtName } from "./block.ts";
import { describeField, type Field, taskAt } from "./describe-field.ts";
import { type DraftPage, importPath, sayWarning, spoken } from "./draft-page.ts";
import { CorrectForm, DecisionForm } from "./field-form.tsx";
import { LineLink } from "./source-lines.tsx";

/** More of the document's words than this are folded away. */
const QUOTED_LINES = 4;
const MOST_LINES = 40;

export const Quote = ({ page, lines }: { readonly page: DraftPage; readonly lines: Doubt["lines"] }) => {
  if (lines === null) return null;
  const [from, to] = lines;
  const words = page.shown.lines
    .slice(from - 1, Math.min(to, from - 1 + MOST_LINES))
    .map(({ text }) => text.trim())
    .filter((text) => text !== "");
  if (words.length === 0) return null;
  const more = words.slice(QUOTED_LINES);
  return (
    <figure class="quote">
      <figcaption>
        <LineLink page={page} lines={lines} />
      </figcaption>
      <blockquote>
        {words.slice(0, QUOTED_LINES).map((text) => (
          <p dir="auto">{text}</p>
        ))}
      </blockquote>
      {more.length === 0 ? null : (
        <details>
          <summary>{page.words.t("review-quote-more", { count: more.length })}</summary>
          <blockquote>
            {more.map((text) => (
              <p dir="auto">{text}</p>
            ))}
          </blockquote>
        </details>
      )}
    </figure>
  );
};

const Where = ({ page, doubt }: { readonly page: DraftPage; readonly doubt: Doubt }) => {
  const { t } = page.words;
  if (doubt.number !== null)
    return <span class="where">{t("review-of-task", { number: doubt.number })}</span>;
  const { about } = doubt;
  if (about.on !== "round") return <span class="where">{t("review-of-document")}</span>;
  const round = page.shown.read.report_rounds[about.index];
  return <span class="where">{t("review-of-round", { label: round?.label ?? "" })}</span>;
};

/** What was read, with what it means. */
export const Read = ({ page, field }: { readonly page: DraftPage; readonly field: Field }) => {
  const meaning = spoken(page.words, field.meaning);
  if (field.values.length === 0)
    return (
      <span class={meaning === "" ? "none" : undefined}>{meaning || page.words.t("review-nothing")}</span>
    );
  return (
    <>
      {field.values.length === 1 ? (
        <span dir="auto">{field.values[0]}</span>
      ) : (
        <ul class="entries">
          {field.values.map((value) => (
            <li dir="auto">{value}</li>
          ))}
        </ul>
      )}
      {meaning === "" ? null : <span class="meaning">{meaning}</span>}
    </>
  );
};

/** A field that a person should look at: why, the document's words, what was read, and what to do about it. */
export const DoubtBlock = (props: {
  readonly page: DraftPage;
  readonly doubt: Doubt;
  /** Of the doubt below: there the page goes on. */
  readonly next: string | undefined;
}) => {
  const { page, doubt, next } = props;
  const { t } = page.words;
  const { key, about, lines, warnings, blocking, confidence } = doubt;
  const name = doubtName(key);
  const field = describeField(page.shown, key, about);
  const refused = page.problem?.key === key;
  const task = about.on === "task" && about.field !== "title" ? taskAt(page.shown, about.index) : undefined;
  const remark = field.control.kind === "none";
  return (
    <article
      class={blocking ? "doubt blocking" : "doubt"}
      id={name}
      data-lines={lines?.join("-")}
      aria-labelledby={`${name}-title`}
    >
      <h3 id={`${name}-title`} tabindex={-1}>
        <Where page={page} doubt={doubt} /> {t(field.label.key)}
        {blocking ? <span class="tag must">{t("review-must")}</span> : null}
      </h3>
      {task === undefined ? null : (
        <p class="of-task" dir="auto">
          {task.title}
        </p>
      )}
      <ul class="why">
        {warnings.length === 0 ? (
          <li>{t("review-unsure", { percent: Math.round(confidence * 100) })}</li>
        ) : (
          warnings.map((warning) => <li>{sayWarning(page.words, warning)}</li>)
        )}
      </ul>
      <Quote page={page} lines={lines} />
      {remark ? null : (
        <div class="read">
          <span class="read-label">{t("review-read-as")}</span> <Read page={page} field={field} />
        </div>
      )}
      <div class="decide">
        {blocking ? null : (
          <DecisionForm page={page} decision={key} place={name} next={next} class="accept">
            <button type="submit" name="act" value="accept" class="choice main">
              {t(remark ? "review-seen" : "review-accept")}
            </button>
          </DecisionForm>
        )}
        {remark ? null : (
          <details class="correct" open={refused || blocking}>
            <summary class="choice">{t("review-correct")}</summary>
            <CorrectForm page={page} field={field} place={name} next={next} />
          </details>
        )}
      </div>
    </article>
  );
};

/** A doubt that was settled on this page: it stays for a look and can be taken back. */
export const SettledDoubt = ({ page, doubt }: { readonly page: DraftPage; readonly doubt: Doubt }) => {
  const { t } = page.words;
  const name = doubtName(doubt.key);
  const field = describeField(page.shown, doubt.key, doubt.about);
  return (
    <article class="doubt settled" id={name}>
      <div>
        <span class="tag good">{t("review-settled")}</span> <Where page={page} doubt={doubt} />{" "}
        {t(field.label.key)}
        {field.control.kind === "none" ? null : (
          <>
            : <Read page={page} field={field} />
          </>
        )}
      </div>
      <DecisionForm page={page} decision={doubt.key} place={name}>
        <button type="submit" name="act" value="undo" class="plain">
          {t("review-undo")}
        </button>
      </DecisionForm>
    </article>
  );
};

export const DoubtsSection = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { shown } = page;
  const { doubts } = shown.draft;
  return (
    <section id="doubts" aria-labelledby="doubts-title">
      <h2 id="doubts-title" tabindex={-1}>
        {t("review-doubts")}
      </h2>
      {doubts.length === 0 ? <p class="good-words">{t("review-doubts-none")}</p> : null}
      {doubts.length > 1 ? <p class="hint">{t("review-doubts-how")}</p> : null}
      {doubts.map((doubt, at) => (
        <DoubtBlock page={page} doubt={doubt} next={doubts[at + 1]?.key} />
      ))}
      {shown.restAccepted ? (
        <form method="post" action={`${importPath(shown)}/fields`} class="row">
          <input type="hidden" name="revision" value={shown.revision} />
          <input type="hidden" name="key" value="rest" />
          <p>{t("review-rest-accepted")}</p>
          <button type="submit" name="act" value="undo" class="plain">
            {t("review-rest-undo")}
          </button>
        </form>
      ) : null}
    </section>
  );
};
