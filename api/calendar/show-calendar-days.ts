import { z } from "zod";
import { selectCalendarDays } from "../../db/queries/organization-queries.ts";
import { may } from "../members/permissions.ts";
import { addDays, daysBetween, type LocalDate, localDateSchema, yearOf } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { type CalendarDay, calendarDaySchema } from "./calendar-day.ts";
import { composeCalendar, nationalDays } from "./compose-calendar.ts";
import { isWorkingDay } from "./working-days.ts";

const LONGEST_DAYS = 400;
/** Overdue tasks reach back, plans of five years reach forward: the years that every plan counts with. */
const YEARS_BACK = 5;
const YEARS_FORWARD = 7;

type Notice = Pick<CalendarDay, "kind" | "name" | "source">;

/** What is said of one day: by the office itself, else by the nation; nothing of a plain one. */
export type ShownDay = {
  readonly date: LocalDate;
  readonly works: boolean;
  readonly kind: CalendarDay["kind"] | null;
  readonly name: string | null;
  readonly source: string | null;
  readonly of: "nation" | "office" | null;
  /** What the national calendar says where the office differs from it. */
  readonly instead: Notice | null;
};

export const calendarPeriodSchema = z.object({ from: localDateSchema, to: localDateSchema });

/** What lies beyond the years of every calendar is neither counted nor kept: `date_out_of_years`, else null. */
export const refuseBeyondCalendar = (work: Work, date: LocalDate): ReturnType<typeof refuse> | null => {
  const year = yearOf(work.today);
  const [first, last] = [`${year - YEARS_BACK}-01-01`, `${year + YEARS_FORWARD}-12-31`];
  return date < first || date > last ? refuse("date_out_of_years", { first, last }) : null;
};

/**
 * Each day of a period of which something is said: off, worked in exchange, announced. Refuses `not_allowed`,
 * `request_invalid`, `period_invalid`, `period_too_long`, `date_out_of_years`.
 */
export const listCalendarDays: UseCase<
  z.input<typeof calendarPeriodSchema>,
  { readonly items: readonly ShownDay[] }
> = async (work, raw) => {
  if (!may(work.actor, "see-calendar")) return refuse("not_allowed");
  const parsed = calendarPeriodSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { from, to } = parsed.data;
  if (to < from) return refuse("period_invalid");
  const beyond = refuseBeyondCalendar(work, from) ?? refuseBeyondCalendar(work, to);
  if (beyond !== null) return beyond;
  if (daysBetween(from, to) >= LONGEST_DAYS) return refuse("period_too_long", { most: LONGEST_DAYS });
  const describe = await dayDescriber(work, from, to);
  const items: ShownDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = describe(date);
    if (day.kind !== null) items.push(day);
  }
  return ok({ items });
};

/** One day, a plain one too. Refuses `not_allowed`, `request_invalid`, `date_out_of_years`. */
export const showCalendarDay: UseCase<{ readonly date: string }, ShownDay> = async (work, raw) => {
  if (!may(work.actor, "see-calendar")) return refuse("not_allowed");
  const date = localDateSchema.safeParse(raw.date);
  if (!date.success) return refuse("request_invalid");
  const beyond = refuseBeyondCalendar(work, date.data);
  if (beyond !== null) return beyond;
  return ok((await dayDescriber(work, date.data, date.data))(date.data));
};

/** Read anew, since the transaction may just have changed a day. */
const dayDescriber = async (
  work: Work,
  from: LocalDate,
  to: LocalDate,
): Promise<(date: LocalDate) => ShownDay> => {
  const own = (await selectCalendarDays(work.tx)).map((day) => calendarDaySchema.parse(day));
  const years = { first: yearOf(from), last: yearOf(to) };
  const calendar = composeCalendar(years, own);
  const ofOffice = new Map(own.map((day) => [day.date, day]));
  const ofNation = new Map(
    Array.from({ length: years.last - years.first + 1 }, (_, at) => nationalDays(years.first + at))
      .flat()
      .map((day) => [day.date, day]),
  );
  return (date) => {
    const mine = ofOffice.get(date);
    const national = ofNation.get(date);
    const day = mine ?? national;
    return {
      date,
      works: isWorkingDay(calendar, date),
      kind: day?.kind ?? null,
      name: day?.name ?? null,
      source: day?.source ?? null,
      of: mine !== undefined ? "office" : national !== undefined ? "nation" : null,
      instead:
        mine === undefined || national === undefined
          ? null
          : { kind: national.kind, name: national.name, source: national.source },
    };
  };
};
