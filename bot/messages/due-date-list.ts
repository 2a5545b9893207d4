import type { Message } from "../../api/outbox/message.ts";
import type { DueDates } from "../../api/overviews/list-due-dates.ts";
import { groupBy } from "../../api/shared/group-by.ts";
import { feedOffer } from "./calendar-feed.ts";
import { dueDate, heading, line, message } from "./lines.ts";

const DAYS_SHOWN = 12;

/** Due and report dates by day. `offered`: a calendar program could be given an address of them. */
export const dueDateList = (dates: DueDates, offered = false): Message => {
  const offer = offered ? [feedOffer()] : [];
  const days = [...groupBy(dates.entries, ({ on }) => on)].slice(0, DAYS_SHOWN);
  const paragraphs = [
    [
      dates.unit === null
        ? heading("due-dates-title-office", { until: { date: dates.until } })
        : heading("due-dates-title", { unit: dates.unit, until: { date: dates.until } }),
    ],
    ...(days.length === 0 ? [[line("due-dates-none")]] : []),
    ...days.map(([on, entries]) => [
      heading("due-dates-day", { on: dueDate(on) }),
      ...entries.map((entry) =>
        entry.kind === "round"
          ? line("due-dates-round", { label: entry.label })
          : line("task-line", { number: entry.number, title: entry.title }),
      ),
    ]),
    dates.undated.length === 0 ? [] : [line("due-dates-undated", { labels: dates.undated.join("; ") })],
    offer.map(({ hint }) => hint),
  ];
  return message(
    paragraphs,
    offer.map((one) => [one.choice]),
  );
};
