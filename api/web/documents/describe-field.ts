import type { DecisionKey } from "../../imports/decision.ts";
import { deriveLateDay } from "../../imports/derive-late-day.ts";
import { describeReadTime } from "../../imports/describe-read-time.ts";
import { DOCUMENT_KINDS, type ReadTask, type ReadUnit } from "../../imports/reading.ts";
import type { ShownImport } from "../../imports/show-import.ts";
import type { MessageLine } from "../../outbox/message.ts";
import { foldVietnamese } from "../../shared/normalise-vietnamese.ts";
import { UNIT_KINDS } from "../../units/unit.ts";

type Choice = { readonly value: string; readonly label: string | MessageLine };

/** How a field is corrected. */
export type Control =
  | { readonly kind: "line" | "area" | "date" | "time" | "targets" }
  | { readonly kind: "units"; readonly many: boolean }
  | { readonly kind: "choice"; readonly choices: readonly Choice[]; readonly value: string }
  /** Nothing to correct: it is seen, or not. */
  | { readonly kind: "none" };

/** One field of the draft, ready to be shown and corrected. */
export type Field = {
  readonly key: string;
  readonly label: MessageLine;
  readonly control: Control;
  /** As it stands in the draft, an entry a line; empty where there is none. */
  readonly values: readonly string[];
  /** What the words mean, where they need saying. */
  readonly meaning: readonly MessageLine[];
  readonly decided: boolean;
};

const dashed = (name: string): string => name.replaceAll("_", "-");

export const kindLabel = (kind: string): MessageLine => ({ key: `review-kind-${dashed(kind)}` });

/** "2026-09-15" as an official writes it, and as `parseDecision` reads it. */
export const dayAsTyped = (date: string | null): string => {
  const [year, month, day] = date?.split("-") ?? [];
  return year === undefined ? "" : `${day}/${month}/${year}`;
};

/** The draft's task; the one that was read where it is left out. */
export const taskAt = ({ draft, read }: ShownImport, index: number): ReadTask | undefined =>
  draft.reading.tasks[draft.taskIndexes.indexOf(index)] ?? read.tasks[index];

export const roundAt = ({ draft, read }: ShownImport, index: number) =>
  draft.reading.report_rounds[draft.roundIndexes.indexOf(index)] ?? read.report_rounds[index];

const yesOrNo = (value: boolean): Control => ({
  kind: "choice",
  value: value ? "yes" : "no",
  choices: [
    { value: "yes", label: { key: "review-yes" } },
    { value: "no", label: { key: "review-no" } },
  ],
});

type Own = Pick<Field, "control" | "values"> & { readonly meaning?: readonly MessageLine[] };

const one = (value: string | null): readonly string[] => (value === null || value === "" ? [] : [value]);

const documentField = ({ draft }: ShownImport, field: string): Own => {
  const { document } = draft.reading;
  switch (field) {
    case "kind":
      return {
        control: {
          kind: "choice",
          value: document.kind,
          choices: DOCUMENT_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) })),
        },
        values: [],
        meaning: [kindLabel(document.kind)],
      };
    case "issued_on":
      return { control: { kind: "date" }, values: one(dayAsTyped(document.issued_on)) };
    case "scope_start_on":
      return { control: { kind: "date" }, values: one(dayAsTyped(document.scope_period?.start_on ?? null)) };
    case "scope_end_on":
      return { control: { kind: "date" }, values: one(dayAsTyped(document.scope_period?.end_on ?? null)) };
    case "title":
      return { control: { kind: "area" }, values: one(document.title) };
    case "restricted":
      return { control: yesOrNo(draft.restricted), values: [], meaning: [said(draft.restricted)] };
    default:
      return {
        control: { kind: "line" },
        values: one(field === "number" ? document.number : document.issuer),
      };
  }
};

const said = (value: boolean): MessageLine => ({ key: value ? "review-yes" : "review-no" });

const taskField = (task: ReadTask, field: string): Own => {
  switch (field) {
    case "number":
      return { control: { kind: "line" }, values: [task.number] };
    case "title":
      return { control: { kind: "area" }, values: one(task.title) };
    case "lead_units":
      return { control: { kind: "units", many: true }, values: task.lead_units };
    case "coordinating_units":
      return { control: { kind: "units", many: true }, values: task.coordinating_units };
    case "time_frame":
      return {
        control: { kind: "time" },
        values: one(task.time_frame.text),
        meaning: describeReadTime(task.time_frame),
      };
    default:
      return { control: { kind: "targets" }, values: task.targets.map(({ text }) => text) };
  }
};

/** Under its own name, or as one spelling of another. */
export const draftUnit = ({ draft }: ShownImport, name: string): ReadUnit | undefined =>
  draft.reading.units.find((each) => each.name === name) ??
  draft.reading.units.find((each) => each.aliases.includes(name));

/** The unit or group of the office that the publication will take it for; null for a new one. */
export const sameInOffice = ({ office }: ShownImport, name: string): string | null => {
  const folded = foldVietnamese(name);
  return (
    office.find(({ spellings }) => spellings.some((one) => foldVietnamese(one) === folded))?.name ?? null
  );
};

const unitControl = (shown: ShownImport, name: string): Own => {
  const { office } = shown;
  const unit = draftUnit(shown, name);
  return {
    control: {
      kind: "choice",
      value:
        sameInOffice(shown, unit?.name ?? name) ?? (unit?.is_group === true ? name : (unit?.kind ?? "other")),
      choices: [
        // Its own name again: a new group stays one.
        ...(unit?.is_group === true ? [{ value: name, label: { key: "review-unit-new-group" } }] : []),
        ...office.map((each) => ({ value: each.name, label: each.name })),
        ...UNIT_KINDS.map((kind) => ({
          value: kind,
          label: { key: "review-unit-new", args: { kind: { term: `unit-kind-${dashed(kind)}` } } },
        })),
      ],
    },
    values: one(unit?.name ?? null),
  };
};

const ownOf = (shown: ShownImport, about: DecisionKey): Own => {
  switch (about.on) {
    case "document":
      return documentField(shown, about.field);
    case "task": {
      const task = taskAt(shown, about.index);
      return task === undefined || about.field === "out"
        ? { control: { kind: "none" }, values: [] }
        : taskField(task, about.field);
    }
    case "round": {
      const round = roundAt(shown, about.index);
      if (round === undefined || about.field === "out") return { control: { kind: "none" }, values: [] };
      return about.field === "label"
        ? { control: { kind: "line" }, values: one(round.label) }
        : { control: { kind: "date" }, values: one(dayAsTyped(deriveLateDay(round))) };
    }
    case "catalogue": {
      const { consolidating_unit: unit, ad_hoc_reports: adHoc } = shown.draft.reading;
      if (about.field === "ad_hoc_reports")
        return { control: yesOrNo(adHoc), values: [], meaning: [said(adHoc)] };
      return { control: { kind: "units", many: false }, values: one(unit) };
    }
    case "unit":
      return unitControl(shown, about.name);
    case "warning":
      return { control: { kind: "none" }, values: [] };
  }
};

const labelOf = (about: DecisionKey): MessageLine => {
  if (about.on === "unit") return { key: "review-field-unit" };
  if (about.on === "warning") return { key: "review-field-remark" };
  return { key: `review-field-${about.on}-${dashed(about.field)}` };
};

export const describeField = (shown: ShownImport, key: string, about: DecisionKey): Field => ({
  key,
  label: labelOf(about),
  meaning: [],
  ...ownOf(shown, about),
  decided: shown.draft.decided.has(key),
});
