import type { MessageArgument } from "../outbox/message.ts";

/** A rung's name ("-5", "0", "+3", "+5w2", "overdue-at-start", "unacknowledged") as people say it. */
export const describeRung = (name: string): MessageArgument => {
  const [, sign, days = "", week] = /^([+-])(\d+)(?:w(\d+))?$/.exec(name) ?? [];
  const count = Number(days);
  if (sign === "-") return { term: "rung-before", args: { days: count } };
  if (week !== undefined) return { term: "rung-repeated", args: { days: count, week: Number(week) } };
  if (sign === "+") return { term: "rung-after", args: { days: count } };
  if (name === "0") return { term: "rung-last-day" };
  return { term: name === "overdue-at-start" ? "rung-at-start" : "rung-unacknowledged" };
};
