import { isDeepStrictEqual } from "node:util";
import { TASK_FIELDS, type TaskField } from "../../imports/reading.ts";
import { doubtName } from "./block.ts";
import { BlockLink } from "./block-link.tsx";
import { describeField, taskAt } from "./describe-field.ts";
import { Read } from "./doubt-block.tsx";
import type { DraftPage } from "./draft-page.ts";
import { DecisionForm, RevisedField } from "./field-form.tsx";
import { LineLink } from "./source-lines.tsx";

const DETAILS = ["lead_units", "coordinating_units", "time_frame", "targets"] as const;

/** Doubtful, corrected, or looked at and left as it was read. */
const Mark = ({
  page,
  index,
  name,
}: {
  readonly page: DraftPage;
  readonly index: number;
  readonly name: TaskField;
}) => {
  const { t } = page.words;
  const { draft, read } = page.shown;
  const key = `task.${index}.${name}`;
  if (draft.doubts.some((doubt) => doubt.key === key))
    return (
      <a class="tag unsure" href={`#${doubtName(key)}`}>
        {t("review-tag-unsure")}
      </a>
    );
  const [before, now] = [read.tasks[index]?.[name], taskAt(page.shown, index)?.[name]];
  if (!isDeepStrictEqual(before, now)) return <span class="tag changed">{t("review-tag-changed")}</span>;
  return draft.decided.has(key) ? <span class="tag good">{t("review-settled")}</span> : null;
};

const LeftOut = ({
  page,
  index,
  title,
}: {
  readonly page: DraftPage;
  readonly index: number;
  readonly title: string;
}) => {
  const { t } = page.words;
  const name = `task-${index}`;
  return (
    <article class="task out" id={name}>
      <p>
        <span class="tag">{t("review-task-out")}</span> <s dir="auto">{title}</s>
      </p>
      <DecisionForm page={page} decision={`task.${index}.out`} place={name}>
        <button type="submit" name="act" value="undo" class="plain">
          {t("review-task-back")}
        </button>
      </DecisionForm>
    </article>
  );
};

const Forms = ({ page, index }: { readonly page: DraftPage; readonly index: number }) => {
  const { t } = page.words;
  const name = `task-${index}`;
  return (
    <>
      {TASK_FIELDS.map((field) => (
        <RevisedField
          page={page}
          field={describeField(page.shown, `task.${index}.${field}`, { on: "task", index, field })}
          place={name}
        />
      ))}
      <DecisionForm page={page} decision={`task.${index}.out`} place={name} class="undo">
        <input type="hidden" name="answer" value="yes" />
        <button type="submit" name="act" value="correct" class="plain grave">
          {t("review-task-leave")}
        </button>
      </DecisionForm>
    </>
  );
};

/** One task as it will be published; open, every field has its control. */
export const TaskBlock = ({ page, index }: { readonly page: DraftPage; readonly index: number }) => {
  const { t } = page.words;
  const { shown } = page;
  const task = taskAt(shown, index);
  if (task === undefined) return null;
  const name = `task-${index}`;
  if (!shown.draft.taskIndexes.includes(index))
    return <LeftOut page={page} index={index} title={`${task.number}. ${task.title}`} />;
  const open = page.editing === name;
  const [from, to] = task.source_lines;
  return (
    <article
      class={open ? "task open" : "task"}
      id={name}
      data-lines={`${from}-${to}`}
      aria-labelledby={`${name}-title`}
    >
      <h4 id={`${name}-title`} tabindex={-1}>
        <span class="number">{task.number}</span> <span dir="auto">{task.title}</span>{" "}
        <Mark page={page} index={index} name="number" /> <Mark page={page} index={index} name="title" />
      </h4>
      {open ? (
        <Forms page={page} index={index} />
      ) : (
        <dl class="facts">
          {DETAILS.map((field) => {
            const key = `task.${index}.${field}`;
            const described = describeField(shown, key, { on: "task", index, field });
            const empty = described.values.length === 0 && field !== "lead_units" && field !== "time_frame";
            return empty ? null : (
              <>
                <dt>{t(described.label.key)}</dt>
                <dd>
                  <Read page={page} field={described} /> <Mark page={page} index={index} name={field} />
                </dd>
              </>
            );
          })}
        </dl>
      )}
      <p class="row">
        <BlockLink page={page} name={name} open={!open} of={t("review-of-task", { number: task.number })} />
        <LineLink page={page} lines={task.source_lines} />
      </p>
    </article>
  );
};

/** Every section with its tasks, those that were left out included. */
export const TasksSection = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { read, draft } = page.shown;
  const sections = [
    ...read.sections,
    ...(read.tasks.some(({ section }) => !read.sections.some(({ number }) => number === section))
      ? [null]
      : []),
  ];
  return (
    <section id="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t("review-tasks", { count: draft.reading.tasks.length })}</h2>
      {sections.map((section) => {
        const indexes = [...read.tasks.keys()].filter((at) => {
          const own = read.tasks[at]?.section;
          return section === null
            ? !read.sections.some(({ number }) => number === own)
            : own === section.number;
        });
        return indexes.length === 0 ? null : (
          <>
            {section === null ? null : (
              <h3 class="section-title" dir="auto">
                {section.number_in_document ?? section.number}. {section.title}
              </h3>
            )}
            {indexes.map((index) => (
              <TaskBlock page={page} index={index} />
            ))}
          </>
        );
      })}
    </section>
  );
};
