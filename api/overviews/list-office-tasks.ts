import { z } from "zod";
import {
  selectTaskPage,
  type TaskPageFilter,
  type TaskPlaceKey,
} from "../../db/queries/task-page-queries.ts";
import { lastWorkingDayNotAfter } from "../calendar/working-days.ts";
import { may } from "../members/permissions.ts";
import { addDays, type LocalDate, localDateSchema, runsBackwards } from "../shared/local-date.ts";
import { foldMatches, searchedWords } from "../shared/normalise-vietnamese.ts";
import { type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { type DescribedTask, describeOfficeTasks } from "./describe-office-tasks.ts";
import { isOverdue, type OfficeTask, TIMELINESS_CLASSES } from "./office-task.ts";

export const officeTaskFilterSchema = pageQuerySchema.extend({
  catalogueId: z.uuid().optional(),
  /** Has a part in it, by itself or through a group. */
  unitId: z.uuid().optional(),
  role: z.enum(["lead", "coordinating"]).optional(),
  /** Of one of the units that lead. */
  status: z.enum(TIMELINESS_CLASSES).optional(),
  overdue: z.boolean().optional(),
  dueFrom: localDateSchema.optional(),
  dueTo: localDateSchema.optional(),
  /** Words of number, title or wording, without diacritics. */
  q: z.string().max(200).optional(),
  inForce: z.boolean().optional(),
});
export type OfficeTaskFilter = z.output<typeof officeTaskFilterSchema>;

const cursorSchema = z.tuple([z.uuid(), z.int(), z.uuid()]);

/** How many are read at once where not every one passes. */
const BATCH = 200;

/**
 * The office's standing tasks in its documents' order, each with its computed status: all for those who see all, its
 * own for a unit's post. Refuses `not_allowed`, `request_invalid`, `unit_required` (a role of nobody),
 * `period_invalid`, `cursor_invalid`.
 */
export const listOfficeTasks: UseCase<z.input<typeof officeTaskFilterSchema>, Page<OfficeTask>> = async (
  work,
  raw,
) => {
  const parsed = officeTaskFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  if (runsBackwards(parsed.data.dueFrom, parsed.data.dueTo)) return refuse("period_invalid");
  const seesAll = may(work.actor, "see-all-tasks");
  const own = work.actor.kind === "member" ? (work.actor.current?.unit?.id ?? null) : null;
  if (!seesAll && (own === null || !may(work.actor, "see-own-tasks"))) return refuse("not_allowed");
  if (!seesAll && parsed.data.unitId !== undefined && parsed.data.unitId !== own)
    return refuse("not_allowed");
  const filter = seesAll ? parsed.data : { ...parsed.data, unitId: own ?? undefined };
  if (filter.role !== undefined && filter.unitId === undefined) return refuse("unit_required");
  let after: TaskPlaceKey | null =
    filter.cursor === undefined ? null : readCursor(filter.cursor, cursorSchema);
  if (filter.cursor !== undefined && after === null) return refuse("cursor_invalid");
  const words = filter.q === undefined ? undefined : searchedWords(filter.q);
  if (words?.length === 0) return ok({ items: [], nextCursor: null });

  const narrowed = narrow(work, filter, words);
  const viewer = seesAll ? null : { unitId: own };
  const found: DescribedTask[] = [];
  // The statement narrows, the rules decide: only where they let some fall is a second batch read.
  for (let size = filter.limit + 1; ; size = BATCH) {
    const page = await selectTaskPage(work.tx, { ...narrowed, after, limit: size });
    const read = describeOfficeTasks(page, {
      today: work.today,
      calendar: work.calendar,
      lateness: work.organization.policy.lateness,
      viewer,
    });
    found.push(...read.filter((one) => passes(one, filter)));
    const last = read.at(-1);
    if (last === undefined || read.length < size || found.length > filter.limit) break;
    after = placeOf(last);
  }
  const { items, nextCursor } = pageOf(found, filter.limit, placeOf);
  return ok({ items: items.map(({ task }) => task), nextCursor });
};

const placeOf = ({ row }: DescribedTask): TaskPlaceKey => [row.catalogue_id, row.position, row.id];

/** What the database can leave out beforehand; it never leaves out what would pass. */
const narrow = (
  work: Work,
  filter: OfficeTaskFilter,
  words: readonly string[] | undefined,
): Omit<TaskPageFilter, "limit"> => {
  const open = filter.status === "open_overdue" || filter.overdue === true;
  return {
    on: work.today,
    catalogueId: filter.catalogueId,
    inForce: filter.inForce,
    unitId: filter.unitId,
    role: filter.role,
    dueFrom: filter.dueFrom,
    dueTo: earlierOf(filter.dueTo, open ? lastOverdueDay(work) : undefined),
    dated: filter.status === undefined ? undefined : filter.status !== "no_due_date",
    confirmed: filter.status === "done_late" || filter.status === "done_on_time",
    words,
  };
};

const earlierOf = (one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/** What was due then or before is late today, by the office's rule. */
const lastOverdueDay = ({ today, calendar, organization }: Work): LocalDate => {
  const yesterday = addDays(today, -1);
  return organization.policy.lateness === "roll_forward"
    ? lastWorkingDayNotAfter(calendar, yesterday)
    : yesterday;
};

const passes = ({ task, row, expanded }: DescribedTask, filter: OfficeTaskFilter): boolean => {
  const { unitId, role, status, overdue, q } = filter;
  const leads = unitId !== undefined && expanded.leadUnitIds.includes(unitId);
  const coordinates =
    unitId !== undefined && [...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].includes(unitId);
  if (
    unitId !== undefined &&
    !(role === undefined ? leads || coordinates : role === "lead" ? leads : coordinates)
  )
    return false;
  // Asked for one unit's tasks, the status is that unit's where it leads.
  const judged = leads ? task.statuses.filter((one) => one.unitId === unitId) : task.statuses;
  if (status !== undefined && !judged.some((one) => one.class === status)) return false;
  if (overdue !== undefined && judged.some(isOverdue) !== overdue) return false;
  return q === undefined || foldMatches(`${row.number} ${row.search_text ?? ""}`, q);
};
