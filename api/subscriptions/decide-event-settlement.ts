/** What came back of one attempt. */
export type EventAnswer =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "unanswered"; readonly problem: EventProblem };

export const EVENT_PROBLEMS = [
  "timeout",
  "connection_refused",
  "connection_lost",
  "name_not_found",
  "address_forbidden",
  "certificate_invalid",
  "answer_invalid",
  "subscription_ended",
] as const;
export type EventProblem = (typeof EVENT_PROBLEMS)[number];

export type EventSettlement =
  | { readonly kind: "delivered"; readonly status: number }
  | {
      readonly kind: "again" | "failed";
      readonly notBefore: Date;
      readonly status: number | null;
      readonly problem: EventProblem | null;
    }
  /** The other system wants no more: 410 Gone. */
  | { readonly kind: "gone"; readonly status: number };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After the first attempt, the second, …: given up after three days. */
const PAUSES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** `attempts`: with this one. Whatever is not 2xx comes again, redirects too: nobody is followed elsewhere. */
export const decideEventSettlement = (attempts: number, answer: EventAnswer, now: Date): EventSettlement => {
  const status = answer.kind === "answered" ? answer.status : null;
  if (status !== null && status >= 200 && status < 300) return { kind: "delivered", status };
  if (status === 410) return { kind: "gone", status };
  const pause = PAUSES[attempts - 1];
  return {
    kind: pause === undefined ? "failed" : "again",
    notBefore: new Date(now.getTime() + (pause ?? 0)),
    status,
    problem: answer.kind === "unanswered" ? answer.problem : null,
  };
};
