import type { SendOutcome } from "../channel.ts";

/** What went wrong, whoever threw it: Telegram's refusal, or a call that got no answer. */
export type TelegramFailure =
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly description: string;
      readonly retryAfter: number | null;
    }
  | { readonly kind: "unanswered"; readonly code: string; readonly arrived: "no" | "perhaps" };

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
const stringOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** With these no byte of the request reached Telegram. */
const NOT_ARRIVED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EPROTO|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_TLS_\w+)$/;

/**
 * Reads grammY's errors by their fields: a refusal has `error_code`, an unanswered call wraps node-fetch's
 * error, whose code names what happened and whose message names the step ("connect ETIMEDOUT").
 */
export const judgeFailure = (error: unknown): TelegramFailure => {
  const fields = fieldsOf(error);
  if (typeof fields.error_code === "number") {
    const { retry_after } = fieldsOf(fields.parameters);
    return {
      kind: "refused",
      status: fields.error_code,
      description: stringOf(fields.description) ?? "",
      retryAfter: typeof retry_after === "number" ? retry_after : null,
    };
  }
  const inner = fieldsOf(fields.error ?? error);
  const code = stringOf(inner.code) ?? stringOf(fieldsOf(inner.cause).code) ?? stringOf(inner.type);
  const message = stringOf(inner.message) ?? "";
  const before = (code !== null && NOT_ARRIVED.test(code)) || /\bconnect E[A-Z]+/.test(message);
  return {
    kind: "unanswered",
    code: code ?? (message.includes("timed out") ? "timeout" : "no_answer"),
    arrived: before ? "no" : "perhaps",
  };
};

const UNREACHABLE: readonly (readonly [RegExp, string])[] = [
  [/bot was blocked by the user/i, "blocked_by_user"],
  [/user is deactivated/i, "user_deactivated"],
  [/bot can't initiate conversation/i, "never_started"],
  [/bot was kicked|bot is not a member/i, "bot_removed"],
  [/chat not found/i, "chat_not_found"],
  [/upgraded to a supergroup/i, "chat_moved"],
];

/** Codes instead of Telegram's own words, which may quote the message. */
const REJECTED: readonly (readonly [RegExp, string])[] = [
  [/message is too long|caption is too long/i, "too_long"],
  [/text is empty|text must be non-empty/i, "empty_text"],
  [/BUTTON_DATA_INVALID/i, "button_data_invalid"],
  [/not enough rights|have no rights/i, "no_rights"],
];

const codeIn = (table: readonly (readonly [RegExp, string])[], description: string): string | null =>
  table.find(([pattern]) => pattern.test(description))?.[1] ?? null;

const LONGEST_PAUSE_SECONDS = 24 * 3600;
const PAUSE_SECONDS = 5;
const pauseOf = (seconds: number | null): number =>
  Math.min(Math.max(seconds ?? PAUSE_SECONDS, 1), LONGEST_PAUSE_SECONDS);

const judgeRefusal = (failure: TelegramFailure & { kind: "refused" }): SendOutcome => {
  const { status, description } = failure;
  if (status === 429) {
    const said = /retry after (\d+)/i.exec(description)?.[1];
    return {
      kind: "retry_after",
      seconds: pauseOf(failure.retryAfter ?? (said === undefined ? null : Number(said))),
    };
  }
  // Telegram answers 404 to a token that it cannot read, 401 to one that was revoked.
  if (status === 401 || status === 404) return { kind: "channel_down", code: `telegram_${status}` };
  // A well-formed "no" of the server is a no: the message was not taken.
  if (status >= 500) return { kind: "retry_after", seconds: pauseOf(failure.retryAfter) };
  const unreachable = status === 400 || status === 403 ? codeIn(UNREACHABLE, description) : null;
  if (unreachable !== null) return { kind: "blocked", code: unreachable };
  return { kind: "rejected", code: codeIn(REJECTED, description) ?? `telegram_${status}` };
};

/** What a failed send means for the message. */
export const judgeAnswer = (error: unknown): SendOutcome => {
  const failure = judgeFailure(error);
  if (failure.kind === "refused") return judgeRefusal(failure);
  return failure.arrived === "no"
    ? { kind: "retry_after", seconds: PAUSE_SECONDS }
    : { kind: "ambiguous", code: failure.code };
};
