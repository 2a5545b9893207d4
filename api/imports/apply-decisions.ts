import type { LocalDate } from "../shared/local-date.ts";
import { UNIT_KINDS } from "../units/unit.ts";
import { collectDoubts } from "./collect-doubts.ts";
import { type Decision, type Decisions, parseDecisionKey } from "./decision.ts";
import type { Draft } from "./draft.ts";
import type { Reading, ReadTask } from "./reading.ts";

/** The draft that a reading and the decisions on it make. A decision that does not fit its field changes nothing. */
export const applyDecisions = (reading: Reading, decisions: Decisions): Draft => {
  const of = (key: string): Decision | undefined => decisions.byKey[key];
  const isOut = (key: string): boolean => {
    const decision = of(key);
    return decision?.to === "yes-or-no" && decision.value;
  };
  const renamed = renamedUnits(decisions);
  const taskIndexes = [...reading.tasks.keys()].filter((at) => !isOut(`task.${at}.out`));
  const roundIndexes = [...reading.report_rounds.keys()].filter((at) => !isOut(`round.${at}.out`));
  const tasks = taskIndexes.flatMap((at) => {
    const task = reading.tasks[at];
    return task === undefined ? [] : [correctTask(task, (field) => of(`task.${at}.${field}`), renamed)];
  });
  const rename = (name: string): string => renamed.get(name) ?? name;
  const maybe = (name: string | null): string | null => (name === null ? null : rename(name));

  const corrected: Reading = {
    ...reading,
    document: correctDocument(reading, of),
    units: correctUnits(reading, decisions, renamed, tasks),
    tasks,
    report_rounds: roundIndexes.flatMap((at) => {
      const round = reading.report_rounds[at];
      if (round === undefined) return [];
      const label = of(`round.${at}.label`);
      const before = of(`round.${at}.before`);
      const { inclusive, ...rest } = round;
      return [
        {
          ...rest,
          // A corrected day is one before which a report is in time.
          ...(inclusive && before?.to !== "date" && { inclusive }),
          ...(round.from_units && { from_units: unique(round.from_units.map(rename)) }),
          to_unit: maybe(round.to_unit),
          via_unit: maybe(round.via_unit),
          ...(label?.to === "text" && label.value !== null && { label: label.value }),
          // A day that somebody set stands for itself: the rhythm of the sentence no longer does.
          ...(before?.to === "date" && { before: before.value, year_stated: true, recurs: "none" as const }),
        },
      ];
    }),
    consolidating_unit: maybe(textOr(of("catalogue.consolidating_unit"), reading.consolidating_unit)),
    ad_hoc_reports: yesOr(of("catalogue.ad_hoc_reports"), reading.ad_hoc_reports),
    adjustment_route: renameRoute(reading.adjustment_route, maybe),
    difficulty_route: renameRoute(reading.difficulty_route, maybe),
    other_duties: reading.other_duties.map((duty) => ({ ...duty, unit: rename(duty.unit) })),
  };
  return {
    reading: corrected,
    restricted: yesOr(of("document.restricted"), false),
    taskIndexes,
    roundIndexes,
    decided: new Set(Object.keys(decisions.byKey)),
    doubts: collectDoubts(reading, corrected, decisions, { taskIndexes, roundIndexes }),
  };
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];

const textOr = (decision: Decision | undefined, read: string | null): string | null =>
  decision?.to === "text" ? decision.value : read;
const dateOr = (decision: Decision | undefined, read: LocalDate | null): LocalDate | null =>
  decision?.to === "date" ? decision.value : read;
const yesOr = (decision: Decision | undefined, read: boolean): boolean =>
  decision?.to === "yes-or-no" ? decision.value : read;

/** Units of the draft that are units of the office under another name. */
const renamedUnits = (decisions: Decisions): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(decisions.byKey).flatMap(([key, decision]) => {
      const about = parseDecisionKey(key);
      return about?.on === "unit" && decision.to === "unit" && decision.sameAs !== null
        ? [[about.name, decision.sameAs] as const]
        : [];
    }),
  );

const correctTask = (
  task: ReadTask,
  of: (field: string) => Decision | undefined,
  renamed: ReadonlyMap<string, string>,
): ReadTask => {
  const units = (field: "lead_units" | "coordinating_units"): string[] => {
    const decision = of(field);
    const names = decision?.to === "units" ? decision.value : task[field];
    return unique(names.map((name) => renamed.get(name) ?? name));
  };
  const frame = of("time_frame");
  const targets = of("targets");
  const lead = units("lead_units");
  const coordinating = units("coordinating_units");
  const roles = (task.coordination_roles ?? [])
    .map(({ unit, role }) => ({ unit: renamed.get(unit) ?? unit, role }))
    .filter(({ unit }) => coordinating.includes(unit));
  return {
    ...task,
    number: textOr(of("number"), task.number) ?? task.number,
    title: textOr(of("title"), task.title) ?? task.title,
    lead_units: lead,
    coordinating_units: coordinating,
    ...(task.coordination_roles && { coordination_roles: roles }),
    ...(task.mentioned_units && {
      mentioned_units: unique(task.mentioned_units.map((name) => renamed.get(name) ?? name)),
    }),
    time_frame: frame?.to === "time-frame" ? frame.value : task.time_frame,
    targets: targets?.to === "targets" ? targets.value : task.targets,
  };
};

const correctDocument = (
  { document }: Reading,
  of: (key: string) => Decision | undefined,
): Reading["document"] => {
  const kind = of("document.kind");
  const start = dateOr(of("document.scope_start_on"), document.scope_period?.start_on ?? null);
  const end = dateOr(of("document.scope_end_on"), document.scope_period?.end_on ?? null);
  return {
    ...document,
    kind: kind?.to === "kind" ? kind.value : document.kind,
    number: textOr(of("document.number"), document.number),
    issued_on: dateOr(of("document.issued_on"), document.issued_on),
    issuer: textOr(of("document.issuer"), document.issuer),
    title: textOr(of("document.title"), document.title) ?? document.title,
    scope_period:
      start === null || end === null
        ? null
        : { start_on: start, end_on: end, text: document.scope_period?.text ?? "" },
  };
};

/** The draft's units: the office's name where it is one of the office's, new ones that a person typed. */
const correctUnits = (
  reading: Reading,
  decisions: Decisions,
  renamed: ReadonlyMap<string, string>,
  tasks: readonly ReadTask[],
): Reading["units"] => {
  const units = reading.units.map((unit) => {
    const decision = decisions.byKey[`unit.${unit.name}`];
    const name = renamed.get(unit.name) ?? unit.name;
    const kind = decision?.to === "unit" ? UNIT_KINDS.find((one) => one === decision.kind) : undefined;
    // The spelling of this document is kept for the next one.
    const aliases = name === unit.name ? unit.aliases : unique([unit.name, ...unit.aliases]);
    return { ...unit, name, aliases, ...(kind && { kind, is_group: false, group_of: null }) };
  });
  const merged = new Map<string, Reading["units"][number]>();
  for (const unit of units) {
    const same = merged.get(unit.name);
    merged.set(
      unit.name,
      same === undefined ? unit : { ...same, aliases: unique([...same.aliases, ...unit.aliases]) },
    );
  }
  const typed = unique(tasks.flatMap((task) => [...task.lead_units, ...task.coordinating_units]));
  for (const name of typed)
    if (!merged.has(name))
      merged.set(name, { name, short: null, kind: "other", aliases: [], is_group: false, group_of: null });
  return [...merged.values()];
};

const renameRoute = (
  route: Reading["adjustment_route"],
  rename: (name: string | null) => string | null,
): Reading["adjustment_route"] =>
  route === null
    ? null
    : { ...route, to: rename(route.to), via: rename(route.via), decides: rename(route.decides) };
