import { z } from "zod";
import { type PostRow, selectPost, selectPostPage } from "../../db/queries/appointment-queries.ts";
import { type LocalDate, localDate, localDateSchema } from "../shared/local-date.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type Appointment, ROLES } from "./member.ts";
import { may } from "./permissions.ts";
import { describePost } from "./rank-posts.ts";

export type ShownAppointment = Appointment & {
  /** The last day in the post; null while it lasts. */
  readonly toOn: LocalDate | null;
  /** The name is null once the person left and is forgotten. */
  readonly member: { readonly id: string; readonly name: string | null };
};

export const appointmentFilterSchema = pageQuerySchema.extend({
  /** The day on which the posts are held; today without it. */
  on: localDateSchema.optional(),
  unit_id: z.uuid().optional(),
  role: z.enum(ROLES).optional(),
});

/** Who holds which post on a day. Refuses `not_allowed`, `request_invalid`, `cursor_invalid`. */
export const listAppointments: UseCase<
  z.input<typeof appointmentFilterSchema>,
  Page<ShownAppointment>
> = async (work, raw) => {
  if (!may(work.actor, "see-people")) return refuse("not_allowed");
  const parsed = appointmentFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { on = work.today, unit_id: unitId = null, role = null, limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const found = await selectPostPage(work.tx, {
    on,
    unitId,
    role,
    after: after?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageOf(found.map(describeAppointment), limit, ({ id }) => [id]));
};

/** A post, also one that has ended. Refuses `not_allowed`, `appointment_not_found`. */
export const showAppointment: UseCase<{ readonly appointmentId: string }, ShownAppointment> = async (
  work,
  { appointmentId },
) => {
  if (!may(work.actor, "see-people")) return refuse("not_allowed");
  const row = await selectPost(work.tx, appointmentId);
  return row === null ? refuse("appointment_not_found") : ok(describeAppointment(row));
};

const describeAppointment = (row: PostRow): ShownAppointment => ({
  ...describePost(row),
  toOn: row.toOn === null ? null : localDate(row.toOn),
  member: { id: row.memberId, name: row.memberName },
});
