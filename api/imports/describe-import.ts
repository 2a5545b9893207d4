import type { VersionComparison } from "../catalogues/version-task.ts";
import { resolveDueDate } from "../time-frames/resolve-due-date.ts";
import type { Doubt } from "./draft.ts";
import type { ReadTask, ReadTimeFrame } from "./reading.ts";
import type { ShownImport } from "./show-import.ts";

/** Of a decision on the draft: `POST …/decisions` takes the key. */
const describeDoubt = ({ key, number, confidence, lines, warnings, blocking }: Doubt) => ({
  key,
  number,
  confidence,
  lines,
  warnings,
  blocking,
});

const dueDateOf = ({ text, kind, date, exclusive, start_on, end_on, recurs }: ReadTimeFrame) =>
  resolveDueDate({ text, kind, date, exclusive, startOn: start_on, endOn: end_on, recurs });

const describeTask = (task: ReadTask, index: number) => ({
  index,
  number: task.number,
  section: task.section,
  parent: task.parent,
  isHeading: task.is_heading_task,
  title: task.title,
  leadUnits: task.lead_units,
  coordinatingUnits: task.coordinating_units,
  timeFrame: task.time_frame.text,
  timeFrameKind: task.time_frame.kind,
  dueOn: dueDateOf(task.time_frame),
  targets: task.targets.map(({ text }) => text),
  lines: task.source_lines,
});

const describeComparison = ({ tasks, removed }: VersionComparison) => ({
  added: tasks.flatMap(({ before, after }) => (before === null ? [after.number] : [])),
  removed: removed.map(({ id, content }) => ({ taskId: id, number: content.number })),
  changed: tasks.flatMap(({ before, after, changes }) =>
    before === null || changes.length === 0 ? [] : [{ taskId: before.id, number: after.number, changes }],
  ),
});

/** A draft as another system reviews it: fields as they stand now, what is doubtful, where each stands in the text. */
export const describeImport = (shown: ShownImport) => {
  const { draft, comparison, amends } = shown;
  const { reading, restricted, taskIndexes, roundIndexes } = draft;
  const { document } = reading;
  return {
    id: shown.importId,
    revision: shown.revision,
    state: shown.state,
    fileName: shown.fileName,
    format: shown.format,
    document: {
      kind: document.kind,
      number: document.number,
      issuedOn: document.issued_on,
      issuer: document.issuer,
      title: document.title,
      scopeStartOn: document.scope_period?.start_on ?? null,
      scopeEndOn: document.scope_period?.end_on ?? null,
      restricted,
    },
    consolidatingUnit: reading.consolidating_unit,
    adHocReports: reading.ad_hoc_reports,
    units: reading.units.map(({ name, kind, is_group }) => ({ name, kind, isGroup: is_group })),
    sections: reading.sections.map(({ number, title }) => ({ number, title })),
    tasks: reading.tasks.map((task, at) => describeTask(task, taskIndexes[at] ?? at)),
    rounds: reading.report_rounds.map(({ label, before, recurs, text }, at) => ({
      index: roundIndexes[at] ?? at,
      label,
      before,
      recurs,
      text,
    })),
    doubts: draft.doubts.map(describeDoubt),
    decided: [...draft.decided],
    restAccepted: shown.restAccepted,
    warnings: reading.warnings,
    findings: shown.findings,
    amendable: shown.amendable.map(({ catalogueId, number, title, scope, likely }) => ({
      catalogueId,
      number,
      title,
      scope,
      likely,
    })),
    amends: amends ?? null,
    amendsDecided: amends !== undefined,
    comparison: comparison === null ? null : describeComparison(comparison),
    catalogueId: shown.catalogueId,
    lines: shown.lines,
  };
};
