import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Translate } from "../../locales/translate.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import type { FeedEntry } from "./feed-entry.ts";

/** How often a calendar program is asked to look again. */
const REFRESH_SECONDS = 3_600;
/** Sequence numbers rise with the second of a change; counted from here they stay small. */
const FIRST_SECOND = Date.UTC(2024, 0, 1) / 1_000;

/** A day of the calendar, which has no zone: the library writes the parts of UTC. */
const dayOf = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

const sequenceOf = (changedAt: Date): number =>
  Math.max(0, Math.floor(changedAt.getTime() / 1_000) - FIRST_SECOND);

/** Line breaks and other controls have no place in a line of a calendar. */
const clean = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ").trim();

/** The calendar as RFC 5545 writes one. The same entries make the same bytes, so that nobody loads them twice. */
export const renderFeed = (
  entries: readonly FeedEntry[],
  page: {
    readonly name: string;
    readonly language: string;
    readonly link: string | null;
    readonly translate: Translate;
  },
): string => {
  const { translate } = page;
  const calendar = ical({
    name: clean(page.name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Don Doc", product: "Calendar", language: page.language.toUpperCase() },
    ttl: REFRESH_SECONDS,
  });
  for (const { uid, what, dueOn, aimOn, cancelled, changedAt, alarms } of entries) {
    const summary = clean(
      what.kind === "task"
        ? translate("calendar-task", { number: what.number, title: what.title })
        : translate("calendar-round", { label: what.label }),
    );
    const lines = [
      translate("calendar-due", { due: { date: dueOn } }),
      ...(aimOn === dueOn ? [] : [translate("calendar-aim", { aim: { date: aimOn } })]),
      ...(page.link === null ? [] : [page.link]),
    ];
    const event = calendar.createEvent({
      id: uid,
      stamp: changedAt,
      lastModified: changedAt,
      sequence: sequenceOf(changedAt),
      start: dayOf(dueOn),
      end: dayOf(addDays(dueOn, 1)),
      allDay: true,
      summary,
      description: lines.join("\n"),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A due date takes nobody's day.
      transparency: ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.PRIVATE,
      ...(page.link === null ? {} : { url: page.link }),
    });
    for (const trigger of cancelled ? [] : alarms)
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: summary });
  }
  return calendar.toString().replace(/(?<!\r\n)$/, "\r\n");
};
