import { z } from "zod";
import type { TaskRow, UnitProgressRow } from "../../db/queries/task-queries.ts";
import type { UnitGroupRow } from "../../db/queries/unit-group-queries.ts";
import { type LocalDate, localDate, localDateSchema } from "../shared/local-date.ts";
import { timeFrameKindSchema } from "../time-frames/time-frame.ts";
import type { UnitGroup } from "../units/unit-group.ts";
import type { Assignment } from "./assignment.ts";
import { ASSIGNMENT_ROLES } from "./assignment.ts";
import type { Task, UnitProgress } from "./task.ts";

const timeFrameSchema = z
  .object({
    phrase: z.string().nullable(),
    kind: timeFrameKindSchema,
  })
  .nullable();

// A schema is dear to make, and every task of every list is read by these.
const targetsSchema = z.array(z.string());

export const assignmentsSchema: z.ZodType<Assignment[]> = z.array(
  z.object({
    role: z.enum(ASSIGNMENT_ROLES),
    unitId: z.string().nullable(),
    groupId: z.string().nullable(),
    fromOn: localDateSchema,
    toOn: localDateSchema.nullable(),
  }),
);

const membershipsSchema = z.array(
  z.object({ unitId: z.string(), fromOn: localDateSchema, toOn: localDateSchema.nullable() }),
);

const noteSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    notedOn: localDateSchema,
    state: z.string().nullable(),
    percent: z.number().nullable(),
    difficulty: z.string().nullish(),
  })
  .nullable();

const claimSchema = z
  .object({
    id: z.string(),
    state: z.enum(["waiting", "confirmed", "returned", "withdrawn"]),
    completedOn: localDateSchema,
    reason: z.string().nullable(),
  })
  .nullable();

const dateOrNull = (text: string | null): LocalDate | null => (text === null ? null : localDate(text));

/** What the database holds, parsed back into the room's words. */
export const readTaskRow = (row: TaskRow): Task => ({
  id: row.id,
  catalogueId: row.catalogue_id,
  number: row.number,
  position: row.position,
  sectionTitle: row.section_title,
  parentId: row.parent_id,
  shortTitle: row.short_title,
  wording: row.wording,
  isHeading: row.is_heading,
  dueOn: dateOrNull(row.due_on),
  hasLadder: row.has_ladder,
  withdrawn: row.withdrawn,
  searchText: row.search_text,
  timeFrame: timeFrameSchema.parse(row.time_frame) ?? { phrase: null, kind: "none" },
  targets: targetsSchema.parse(row.targets),
  assignments: assignmentsSchema.parse(row.assignments),
  document: {
    id: row.document_id,
    kind: row.document_kind,
    number: row.document_number,
    title: row.document_title,
    restricted: row.restricted,
  },
  scope: { startOn: localDate(row.scope_start_on), endOn: localDate(row.scope_end_on) },
});

export const readUnitProgressRow = (row: UnitProgressRow): UnitProgress => {
  const note = noteSchema.parse(row.last_note);
  return {
    taskId: row.task_id,
    unitId: row.unit_id,
    lastNote: note && {
      id: note.id,
      text: note.text,
      notedOn: note.notedOn,
      state: note.state,
      percent: note.percent,
    },
    claim: claimSchema.parse(row.claim),
    acknowledged: row.acknowledged,
    hasDifficulty: note?.difficulty != null,
  };
};

export const readUnitGroups = (groups: readonly UnitGroupRow[]): ReadonlyMap<string, UnitGroup> =>
  new Map(
    groups.map((group) => [
      group.id,
      {
        id: group.id,
        name: group.name,
        confirmed: group.confirmed,
        memberships: membershipsSchema.parse(group.memberships),
      },
    ]),
  );
