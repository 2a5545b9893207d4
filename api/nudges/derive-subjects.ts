import { expandAssignments } from "../catalogues/expand-assignments.ts";
import { expandReporters } from "../reporting/expand-reporters.ts";
import { INVITED_UNIT_KINDS, type LedTask, type ReportingRound } from "../reporting/reporting-round.ts";
import { resolveObligation } from "../reporting/resolve-obligation.ts";
import { groupBy } from "../shared/group-by.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Subject } from "./nudge.ts";
import type { CatalogueFacts, PlanningFacts, ProgressFacts, TaskFacts, UnitFacts } from "./planning-facts.ts";

type Led = { readonly task: TaskFacts; readonly progress: ProgressFacts | undefined };

/**
 * Everything that units owe on that day under the catalogues in force: their parts of tasks with a ladder, the
 * open rounds, and a word that they have seen their tasks. What is settled is among it, with the reason, so that
 * the ledger can say why nobody was told. Coordinating units and invited bodies owe nothing.
 */
export const deriveSubjects = (facts: PlanningFacts, today: LocalDate): readonly Subject[] => {
  const groups = new Map(facts.groups.map((group) => [group.id, group]));
  const units = new Map(facts.units.map((unit) => [unit.id, unit]));
  const progress = new Map(facts.progress.map((one) => [`${one.taskId} ${one.unitId}`, one]));
  const tasksOf = groupBy(facts.tasks, ({ catalogueId }) => catalogueId);
  const roundsOf = groupBy(facts.rounds, ({ catalogueId }) => catalogueId);

  return facts.catalogues
    .filter(({ scopeStartOn, scopeEndOn }) => scopeStartOn <= today && today <= scopeEndOn)
    .flatMap((catalogue) => {
      const led = new Map<string, Led[]>();
      for (const task of tasksOf.get(catalogue.id) ?? []) {
        if (task.isHeading || task.withdrawn) continue;
        for (const unitId of expandAssignments(task.assignments, groups, today).leadUnitIds) {
          const kind = units.get(unitId)?.kind;
          if (kind === undefined || INVITED_UNIT_KINDS.has(kind)) continue;
          const parts = led.get(unitId) ?? [];
          parts.push({ task, progress: progress.get(`${task.id} ${unitId}`) });
          led.set(unitId, parts);
        }
      }
      const rounds = (roundsOf.get(catalogue.id) ?? []).map((round) => ({
        round,
        reporters: expandReporters(round, groups, today),
      }));
      return [...led].flatMap(([unitId, parts]) => {
        const unit = units.get(unitId);
        if (unit === undefined) return [];
        return [
          ...rounds.flatMap(({ round, reporters }) =>
            roundSubject(catalogue, unit, round, reporters, parts.map(ledTask)),
          ),
          ...parts.flatMap((part) => taskSubject(catalogue, unitId, part)),
          ...(facts.extent === "office" ? [assignmentSubject(catalogue, unitId, parts)] : []),
        ];
      });
    });
};

const ledTask = ({ task, progress }: Led): LedTask => ({
  id: task.id,
  number: task.number,
  notedOn: progress?.notedOn ?? [],
  claimedOn: progress?.claim?.claimedOn ?? null,
});

const roundSubject = (
  catalogue: CatalogueFacts,
  unit: UnitFacts,
  round: ReportingRound,
  reporters: ReadonlySet<string> | null,
  ledTasks: readonly LedTask[],
): readonly Subject[] => {
  if (round.dueOn === null || round.closedOn !== null) return [];
  const owed = resolveObligation(unit, round, reporters, ledTasks);
  if (owed.items.length === 0) return [];
  return [
    {
      kind: "round",
      id: round.id,
      unitId: unit.id,
      catalogueId: catalogue.id,
      label: round.label,
      title: round.label,
      dueOn: round.dueOn,
      missing: owed.missing,
      settled: owed.allMet ? "all_items_met" : null,
    },
  ];
};

const taskSubject = (
  catalogue: CatalogueFacts,
  unitId: string,
  { task, progress }: Led,
): readonly Subject[] =>
  task.dueOn === null || !task.hasLadder
    ? []
    : [
        {
          kind: "task",
          id: task.id,
          unitId,
          catalogueId: catalogue.id,
          label: task.number,
          title: catalogue.restricted ? (catalogue.documentNumber ?? "") : task.shortTitle,
          dueOn: task.dueOn,
          missing: [],
          // A claim stops the ladder while it waits, too: the unit has done its part. A mere note does not.
          settled: { waiting: "claimed" as const, confirmed: "confirmed" as const, none: null }[
            progress?.claim?.state ?? "none"
          ],
        },
      ];

const assignmentSubject = (catalogue: CatalogueFacts, unitId: string, parts: readonly Led[]): Subject => {
  const missing = parts
    .filter(({ progress }) => progress?.acknowledged !== true)
    .map(({ task }) => task.number);
  return {
    kind: "assignment",
    id: catalogue.id,
    unitId,
    catalogueId: catalogue.id,
    label: "",
    title: catalogue.documentNumber ?? "",
    dueOn: catalogue.publishedOn,
    missing,
    settled: missing.length === 0 ? "acknowledged" : null,
  };
};
