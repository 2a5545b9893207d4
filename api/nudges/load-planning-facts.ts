import {
  membersOfGroups,
  type PlanningSelection,
  planningOffices,
  planningPeople,
  type RowName,
} from "../../db/queries/system-planning-office-queries.ts";
import { planningRounds, planningTasks } from "../../db/queries/system-planning-queries.ts";
import type { SystemTx } from "../../db/scope.ts";
import { type Policy, policySchema } from "../organizations/organization.ts";
import { groupBy } from "../shared/group-by.ts";
import { addDays, type LocalDate, localDate, localDateAt, localTimeSchema } from "../shared/local-date.ts";
import type { PlanningFacts, ProgressFacts } from "./planning-facts.ts";

type Row = { readonly organizationId: string };

/** Rows of many offices at once, by office. */
const byOffice = <R extends Row>(rows: readonly R[]): ((organizationId: string) => readonly R[]) => {
  const groups = groupBy(rows, ({ organizationId }) => organizationId);
  return (organizationId) => groups.get(organizationId) ?? [];
};

const dayOrNull = (day: string | null): LocalDate | null => (day === null ? null : localDate(day));

/** One object a policy, so that ladders are remembered across offices. */
export const readPolicies = (): ((stored: unknown) => Policy) => {
  const known = new Map<string, Policy>();
  return (stored) => {
    const key = JSON.stringify(stored);
    const policy = known.get(key) ?? policySchema.parse(stored);
    known.set(key, policy);
    return policy;
  };
};

/** The days around an instant, whatever the zone. */
export const daysAround = (now: Date): { readonly from: LocalDate; readonly to: LocalDate } => {
  const day = localDateAt(now, "UTC");
  return { from: addDays(day, -1), to: addDays(day, 1) };
};

/** The facts that planning needs, of many offices in a fixed number of queries; posts as they are held at `now`. */
export const loadPlanningFacts = async (
  tx: SystemTx,
  selection: PlanningSelection,
  now: Date,
  policyOf: (stored: unknown) => Policy = readPolicies(),
): Promise<readonly PlanningFacts[]> => {
  const work = await planningTasks(tx, selection);
  const reporting = selection.tasks === null ? await planningRounds(tx, selection) : NO_ROUNDS;
  const named = selection.tasks === null ? null : await nameWhatLeads(tx, work);
  const offices = await planningOffices(tx, selection, named);
  const people = await planningPeople(tx, selection, named?.units ?? null);

  const units = byOffice(offices.units);
  const groups = byOffice(offices.groups);
  const members = byOffice(people.members);
  const posts = byOffice(people.posts);
  const catalogues = byOffice(work.catalogues);
  const tasks = byOffice(work.tasks);
  const rounds = byOffice(reporting.rounds);
  const progress = progressByOffice(work.tasks, reporting);

  return offices.organizations.map(
    ({ organizationId, timeZone, policy, liveOn, lookAgainOn }): PlanningFacts => {
      const today = localDateAt(now, timeZone);
      return {
        extent: selection.tasks === null ? "office" : "tasks",
        organization: {
          id: organizationId,
          timeZone,
          policy: policyOf(policy),
          liveOn: dayOrNull(liveOn),
          lookAgainOn: dayOrNull(lookAgainOn),
        },
        catalogues: catalogues(organizationId).map((catalogue) => ({
          id: catalogue.id,
          documentNumber: catalogue.documentNumber,
          restricted: catalogue.restricted,
          publishedOn: localDateAt(new Date(catalogue.publishedAt), timeZone),
          scopeStartOn: localDate(catalogue.scopeStartOn),
          scopeEndOn: localDate(catalogue.scopeEndOn),
          consolidatingUnitId: catalogue.consolidatingUnitId,
        })),
        units: units(organizationId),
        groups: groups(organizationId).map(({ id, name, confirmed, memberships }) => ({
          id,
          name,
          confirmed,
          memberships: (memberships ?? []).map(({ unitId, fromOn, toOn }) => ({
            unitId,
            fromOn: localDate(fromOn),
            toOn: dayOrNull(toOn),
          })),
        })),
        tasks: tasks(organizationId).map((task) => ({
          id: task.id,
          catalogueId: task.catalogueId,
          number: task.number,
          shortTitle: task.shortTitle,
          isHeading: false,
          withdrawn: false,
          dueOn: dayOrNull(task.dueOn),
          hasLadder: task.hasLadder,
          assignments: (task.leads ?? []).map(({ unitId, groupId, fromOn, toOn }) => ({
            role: "lead",
            unitId,
            groupId,
            fromOn: localDate(fromOn),
            toOn: dayOrNull(toOn),
          })),
        })),
        rounds: rounds(organizationId).map((round) => ({
          id: round.id,
          catalogueId: round.catalogueId,
          label: round.label,
          windowStartOn: localDate(round.windowStartOn),
          dueOn: localDate(round.dueOn),
          closedOn: null,
          reporters: round.reporters ?? [],
          excludedUnitIds: new Set(round.excluded ?? []),
        })),
        progress: progress(organizationId, timeZone),
        members: members(organizationId).map(({ id, locale, digestAt, linkedAt }) => ({
          id,
          locale,
          digestAt: localTimeSchema.safeParse(digestAt).data ?? null,
          reachableSince: linkedAt === null ? null : localDateAt(new Date(linkedAt), timeZone),
        })),
        posts: posts(organizationId)
          .filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || today <= toOn))
          .map(({ memberId, unitId, role, toOn, charges }) => ({
            memberId,
            unitId,
            role,
            toOn: dayOrNull(toOn),
            chargeUnitIds: charges ?? [],
          })),
      };
    },
  );
};

type WorkRows = Awaited<ReturnType<typeof planningTasks>>;
type RoundRows = Awaited<ReturnType<typeof planningRounds>>;
const NO_ROUNDS: RoundRows = { rounds: [], notes: [], acknowledgements: [] };

/** The units and groups that lead the chosen tasks, and the units that consolidate. */
const nameWhatLeads = async (tx: SystemTx, { catalogues, tasks }: WorkRows) => {
  const units = new Map<string, RowName>();
  const groups = new Map<string, RowName>();
  const name = (into: Map<string, RowName>, organizationId: string, id: string | null): void => {
    if (id !== null) into.set(id, { organizationId, id });
  };
  for (const { organizationId, consolidatingUnitId } of catalogues)
    name(units, organizationId, consolidatingUnitId);
  for (const { organizationId, leads } of tasks)
    for (const { unitId, groupId } of leads ?? []) {
      name(units, organizationId, unitId);
      name(groups, organizationId, groupId);
    }
  for (const { organizationId, unitId } of await membersOfGroups(tx, [...groups.values()]))
    name(units, organizationId, unitId);
  return { units: [...units.values()], groups: [...groups.values()] };
};

/** Notes, standing claims and acknowledgements of one task and unit, as one fact. */
const progressByOffice = (tasks: WorkRows["tasks"], { notes, acknowledgements }: RoundRows) => {
  const keyOf = ({ taskId, unitId }: { readonly taskId: string; readonly unitId: string }): string =>
    `${taskId} ${unitId}`;
  const claims = tasks.flatMap(({ organizationId, id, claims: ofTask }) =>
    (ofTask ?? []).map((claim) => ({ ...claim, organizationId, taskId: id })),
  );
  const noted = new Map(notes.map((row) => [keyOf(row), row.notedOn]));
  const claimed = new Map(claims.map((row) => [keyOf(row), row]));
  const all = byOffice([
    ...new Map([...notes, ...claims, ...acknowledgements].map((row) => [keyOf(row), row])).values(),
  ]);
  return (organizationId: string, timeZone: string): readonly ProgressFacts[] =>
    all(organizationId).map((row) => {
      const key = keyOf(row);
      const claim = claimed.get(key);
      return {
        taskId: row.taskId,
        unitId: row.unitId,
        notedOn: (noted.get(key) ?? []).map(localDate),
        claim:
          claim === undefined
            ? null
            : { state: claim.state, claimedOn: localDateAt(new Date(claim.claimedAt), timeZone) },
        // Whoever wrote a note or claimed it done has seen it.
        acknowledged: true,
      };
    });
};
