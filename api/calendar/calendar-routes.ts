import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { dayAnswer } from "../shared/answers.ts";
import { removeCalendarDay, setCalendarDay, setCalendarDaySchema } from "./set-calendar-day.ts";
import { listCalendarDays, showCalendarDay } from "./show-calendar-days.ts";

const kind = z.enum(["day_off", "working", "pending"]).openapi({
  description:
    "`day_off`: a holiday, a made-up or swapped day; `working`: worked although the week or the nation has it off; " +
    "`pending`: announced and not settled, changes nothing.",
});
const noticeAnswer = z.object({ kind, name: z.string(), source: z.string() });
const dayShape = z
  .object({
    date: dayAnswer,
    works: z.boolean().openapi({ description: "Whether the office works on it: what reminders count by." }),
    kind: kind.nullable().openapi({ description: "Null on a plain day." }),
    name: z.string().nullable(),
    source: z.string().nullable().openapi({ description: "The notice or law that says so." }),
    of: z.enum(["nation", "office"]).nullable().openapi({ description: "Whose day it is." }),
    instead: noticeAnswer.nullable().openapi({
      description: "What the national calendar says where the office differs from it.",
    }),
  })
  .openapi("CalendarDay");

const dayParams = z.object({ date: z.iso.date().openapi({ example: "2026-09-03" }) });

/** Which days are worked: the national days and the office's own. */
export const CALENDAR_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/calendar-days",
    name: "list-calendar-days",
    room: "calendar",
    summary: "Days off, days worked in exchange and days announced in a period, with their sources",
    description:
      "Monday to Friday are worked but for the days listed here. At most 400 days, from five years back to seven " +
      "ahead; for years without a notice yet the days are those that the Labour Code lets expect.",
    scope: "read",
    query: z.object({ from: z.iso.date(), to: z.iso.date() }),
    status: 200,
    answer: z.object({ items: z.array(dayShape) }),
    refusals: ["period_invalid", "period_too_long", "date_out_of_years"],
    run: (work, { query }) => listCalendarDays(work, query),
  }),
  apiRoute({
    method: "get",
    path: "/calendar-days/{date}",
    name: "show-calendar-day",
    room: "calendar",
    summary: "One day, a plain one too",
    scope: "read",
    params: dayParams,
    status: 200,
    answer: dayShape,
    refusals: ["date_out_of_years"],
    run: (work, { params }) => showCalendarDay(work, params),
  }),
  apiRoute({
    method: "put",
    path: "/calendar-days/{date}",
    name: "set-calendar-day",
    room: "calendar",
    summary: "Sets what the office has of one day, over the national calendar",
    description:
      "Due dates stay as the document has them; the days on which people are reminded move with the next tick, and " +
      "a reminder that has become untrue is taken back before it leaves.",
    scope: "admin",
    params: dayParams,
    body: setCalendarDaySchema.openapi({
      example: { kind: "day_off", name: "Nghỉ bù Quốc khánh", source: "Thông báo số 12/TB-UBND" },
    }),
    status: 200,
    answer: dayShape,
    refusals: ["date_out_of_years"],
    current: (work, { params }) => showCalendarDay(work, params),
    run: (work, { params, body }) => setCalendarDay(work, { ...params, ...body }),
  }),
  apiRoute({
    method: "delete",
    path: "/calendar-days/{date}",
    name: "remove-calendar-day",
    room: "calendar",
    summary: "Takes away the office's own day: the national calendar holds again",
    scope: "admin",
    params: dayParams,
    status: 204,
    answer: null,
    refusals: ["date_out_of_years", "calendar_day_not_found"],
    current: (work, { params }) => showCalendarDay(work, params),
    run: (work, { params }) => removeCalendarDay(work, params),
  }),
];
