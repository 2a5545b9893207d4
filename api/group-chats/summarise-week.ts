import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import { expandAssignments } from "../catalogues/expand-assignments.ts";
import { deriveSubjects } from "../nudges/derive-subjects.ts";
import type { PlanningFacts, TaskFacts } from "../nudges/planning-facts.ts";
import { INVITED_UNIT_KINDS } from "../reporting/reporting-round.ts";
import { groupBy } from "../shared/group-by.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { lastDayInTime } from "../time-frames/judge-timeliness.ts";
import type { DueTask, RoundState, WeekSummary } from "./group-chat.ts";
import { mondayOf } from "./plan-summaries.ts";

/** The state of one office's tasks and rounds on a day, as far as the office's group may see it. */
export const summariseWeek = (
  facts: PlanningFacts,
  organizationName: string,
  today: LocalDate,
  calendar: WorkingCalendar,
): WeekSummary => {
  const monday = mondayOf(today);
  const sunday = addDays(monday, 6);
  const groups = new Map(facts.groups.map((group) => [group.id, group]));
  const units = new Map(facts.units.map((unit) => [unit.id, unit]));
  const catalogues = new Map(
    facts.catalogues
      .filter(({ scopeStartOn, scopeEndOn }) => scopeStartOn <= today && today <= scopeEndOn)
      .map((catalogue) => [catalogue.id, catalogue]),
  );
  const claims = new Map(facts.progress.map(({ taskId, unitId, claim }) => [`${taskId} ${unitId}`, claim]));
  const claimOf = (task: TaskFacts, unitId: string) => claims.get(`${task.id} ${unitId}`) ?? null;
  const isLate = ({ dueOn }: TaskFacts): boolean =>
    dueOn !== null && lastDayInTime(dueOn, facts.organization.policy.lateness, calendar) < today;

  const tasks = facts.tasks
    .filter(
      ({ catalogueId, isHeading, withdrawn }) => catalogues.has(catalogueId) && !isHeading && !withdrawn,
    )
    .map((task) => ({ task, leads: expandAssignments(task.assignments, groups, today).leadUnitIds }));
  const done = tasks.filter(
    ({ task, leads }) =>
      leads.length > 0 && leads.every((unitId) => claimOf(task, unitId)?.state === "confirmed"),
  );
  // A claim that waits is not the unit's delay any more, and a body that was only invited is never late.
  const overdue = tasks.filter(
    ({ task, leads }) =>
      isLate(task) &&
      leads.some(
        (unitId) => claimOf(task, unitId) === null && !INVITED_UNIT_KINDS.has(units.get(unitId)?.kind ?? ""),
      ),
  );
  const due = tasks.flatMap(({ task, leads }): readonly DueTask[] => {
    const { dueOn } = task;
    const isReported = leads.length > 0 && leads.every((unitId) => claimOf(task, unitId) !== null);
    if (!task.hasLadder || dueOn === null || dueOn < today || dueOn > sunday || isReported) return [];
    const catalogue = catalogues.get(task.catalogueId);
    const title = catalogue?.restricted === true ? (catalogue.documentNumber ?? "…") : task.shortTitle;
    const leaders = task.assignments.flatMap(({ role, unitId, groupId, fromOn, toOn }) =>
      role === "lead" && fromOn <= today && (toOn === null || today <= toOn)
        ? [(unitId === null ? groups.get(groupId ?? "")?.name : units.get(unitId)?.name) ?? ""]
        : [],
    );
    return [{ number: task.number, title, leads: leaders.filter((name) => name !== ""), dueOn }];
  });
  return {
    organizationName,
    from: monday,
    to: sunday,
    followed: tasks.length,
    done: done.length,
    overdue: overdue.length,
    // The sort is stable: of one day in the document's order.
    due: due.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
    rounds: roundsOf(facts, today, calendar),
  };
};

/** A round that is past and not complete is still waited for; beside it, the next one. */
const roundsOf = (
  facts: PlanningFacts,
  today: LocalDate,
  calendar: WorkingCalendar,
): readonly RoundState[] => {
  const begun = new Set(
    facts.rounds.filter(({ windowStartOn }) => windowStartOn <= today).map(({ id }) => id),
  );
  const owed = deriveSubjects(facts, today).filter(({ kind, id }) => kind === "round" && begun.has(id));
  const standing = (dueOn: LocalDate) => {
    const lastDay = lastDayInTime(dueOn, facts.organization.policy.lateness, calendar);
    return { late: lastDay < today, workingDaysLeft: workingDaysBetween(calendar, today, lastDay) };
  };
  const rounds = [...groupBy(owed, ({ id }) => id).values()]
    .flatMap((ofRound) => {
      const [first] = ofRound;
      return first === undefined
        ? []
        : [
            {
              label: first.label,
              dueOn: first.dueOn,
              ...standing(first.dueOn),
              complete: ofRound.filter(({ settled }) => settled === "all_items_met").length,
              asked: ofRound.length,
            },
          ];
    })
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  const past = rounds.filter(({ late, complete, asked }) => late && complete < asked).at(-1);
  const next = rounds.find(({ late }) => !late);
  return [past, next].filter((round) => round !== undefined);
};
