import {
  type PlanningSelection,
  planningOffices,
  planningPeople,
} from "../../db/queries/system-planning-office-queries.ts";
import { planningCatalogues } from "../../db/queries/system-planning-queries.ts";
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
  const offices = await planningOffices(tx, selection);
  const people = await planningPeople(tx, selection);
  const work = await planningCatalogues(tx, selection);

  const units = byOffice(offices.units);
  const groups = byOffice(offices.groups);
  const memberships = groupBy(offices.memberships, ({ groupId }) => groupId);
  const members = byOffice(people.members);
  const links = new Map(people.links.map(({ memberId, linkedAt }) => [memberId, linkedAt]));
  const posts = byOffice(people.posts);
  const charges = groupBy(people.charges, ({ appointmentId }) => appointmentId);
  const catalogues = byOffice(work.catalogues);
  const tasks = byOffice(work.tasks);
  const leads = groupBy(work.leads, ({ taskId }) => taskId);
  const rounds = byOffice(work.rounds);
  const reporters = groupBy(work.reporters, ({ roundId }) => roundId);
  const exclusions = groupBy(work.exclusions, ({ roundId }) => roundId);
  const progress = progressByOffice(work);

  return offices.organizations.map(({ organizationId, timeZone, policy, liveOn }): PlanningFacts => {
    const today = localDateAt(now, timeZone);
    return {
      organization: { id: organizationId, timeZone, policy: policyOf(policy), liveOn: dayOrNull(liveOn) },
      catalogues: catalogues(organizationId).map((catalogue) => ({
        id: catalogue.id,
        documentNumber: catalogue.documentNumber,
        restricted: catalogue.restricted,
        publishedOn: localDateAt(catalogue.publishedAt, timeZone),
        scopeStartOn: localDate(catalogue.scopeStartOn),
        scopeEndOn: localDate(catalogue.scopeEndOn),
        consolidatingUnitId: catalogue.consolidatingUnitId,
      })),
      units: units(organizationId),
      groups: groups(organizationId).map((group) => ({
        id: group.id,
        name: group.name,
        confirmed: group.confirmedAt !== null,
        memberships: (memberships.get(group.id) ?? []).map(({ unitId, fromOn, toOn }) => ({
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
        assignments: (leads.get(task.id) ?? []).map(({ unitId, groupId, fromOn, toOn }) => ({
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
        dueOn: dayOrNull(round.dueOn),
        closedOn: null,
        reporters: reporters.get(round.id) ?? [],
        excludedUnitIds: new Set((exclusions.get(round.id) ?? []).map(({ unitId }) => unitId)),
      })),
      progress: progress(organizationId, timeZone),
      members: members(organizationId).map(({ id, locale, digestAt }) => {
        const linkedAt = links.get(id);
        return {
          id,
          locale,
          digestAt: localTimeSchema.safeParse(digestAt).data ?? null,
          reachableSince: linkedAt == null ? null : localDateAt(linkedAt, timeZone),
        };
      }),
      posts: posts(organizationId)
        .filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || today <= toOn))
        .map(({ id, memberId, unitId, role }) => ({
          memberId,
          unitId,
          role,
          chargeUnitIds: (charges.get(id) ?? []).map((charge) => charge.unitId),
        })),
    };
  });
};

type WorkRows = Awaited<ReturnType<typeof planningCatalogues>>;

/** Notes, standing claims and acknowledgements of one task and unit, as one fact. */
const progressByOffice = ({ notes, claims, acknowledgements }: WorkRows) => {
  const keyOf = ({ taskId, unitId }: { readonly taskId: string; readonly unitId: string }): string =>
    `${taskId} ${unitId}`;
  const noted = new Map(notes.map((row) => [keyOf(row), row.notedOn]));
  const claimed = new Map(claims.map((row) => [keyOf(row), row]));
  const all = byOffice([
    ...new Map(
      [...notes, ...claims, ...acknowledgements].map((row) => [
        keyOf(row),
        { organizationId: row.organizationId, taskId: row.taskId, unitId: row.unitId },
      ]),
    ).values(),
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
            : {
                state: claim.state === "confirmed" ? "confirmed" : "waiting",
                claimedOn: localDateAt(claim.claimedAt, timeZone),
              },
        // Whoever wrote a note or claimed it done has seen it.
        acknowledged: true,
      };
    });
};
