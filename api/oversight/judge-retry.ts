import type { RefusalCode } from "../shared/refusals.ts";

export type FailedMessage = {
  readonly purpose: "reply" | "notice" | "nudge";
  readonly state: "queued" | "sending" | "sent" | "failed" | "withdrawn";
  /** The day, on the office's wall, on which it was said. */
  readonly saidOn: string;
};

/**
 * Why a message is not sent again; null when it is. Nobody waits for an old answer, and a reminder of another day
 * says what may be true no longer: the next digest says what is.
 */
export const judgeRetry = (message: FailedMessage, today: string): RefusalCode | null => {
  if (message.state !== "failed") return "message_not_failed";
  return message.purpose !== "notice" && message.saidOn !== today ? "message_outdated" : null;
};
