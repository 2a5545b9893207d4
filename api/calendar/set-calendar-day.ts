import { z } from "zod";
import { deleteCalendarDay, saveCalendarDay } from "../../db/queries/calendar-day-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { localDateSchema } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { refuseBeyondCalendar, type ShownDay, showCalendarDay } from "./show-calendar-days.ts";

const line = z
  .string()
  .normalize("NFC")
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);

export const setCalendarDaySchema = z.strictObject({
  kind: z.enum(["day_off", "working", "pending"]),
  name: line,
  source: line,
});
export type SetCalendarDayInput = z.input<typeof setCalendarDaySchema> & { readonly date: string };

/**
 * What the office has of one day, over the national calendar. Reminders follow with the next tick: it plans the
 * office again, and what has become untrue is taken back. Refuses `not_allowed`, `request_invalid`,
 * `date_out_of_years`.
 */
export const setCalendarDay: UseCase<SetCalendarDayInput, ShownDay> = async (work, { date: day, ...raw }) => {
  if (!may(work.actor, "change-calendar")) return refuse("not_allowed");
  const parsed = setCalendarDaySchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const date = localDateSchema.safeParse(day);
  if (!date.success) return refuse("request_invalid");
  const beyond = refuseBeyondCalendar(work, date.data);
  if (beyond !== null) return beyond;
  await lockOrganization(work.tx);
  await saveCalendarDay(work.tx, { date: date.data, ...parsed.data });
  await recordAuditEntry(
    work,
    "calendar-day-set",
    { kind: "organization", id: work.organization.id },
    { date: date.data, kind: parsed.data.kind },
  );
  return showCalendarDay(work, { date: date.data });
};

/** The national calendar holds again on that day. Refuses `not_allowed`, `request_invalid`, `calendar_day_not_found`. */
export const removeCalendarDay: UseCase<{ readonly date: string }, null> = async (work, raw) => {
  if (!may(work.actor, "change-calendar")) return refuse("not_allowed");
  const date = localDateSchema.safeParse(raw.date);
  if (!date.success) return refuse("request_invalid");
  await lockOrganization(work.tx);
  if (!(await deleteCalendarDay(work.tx, date.data))) return refuse("calendar_day_not_found");
  await recordAuditEntry(
    work,
    "calendar-day-removed",
    { kind: "organization", id: work.organization.id },
    { date: date.data },
  );
  return ok(null);
};
