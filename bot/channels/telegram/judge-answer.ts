import type { SendOutcome } from "../channel.ts";
import {
  fieldsOf,
  judgeSilence,
  outcomeOfSilence,
  restSeconds,
  type Silence,
  stringOf,
} from "../judge-silence.ts";

/** What went wrong, whoever threw it: Telegram's refusal, or a call that got no answer. */
export type TelegramFailure =
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly description: string;
      readonly retryAfter: number | null;
    }
  | Silence;

/**
 * Reads grammY's errors by their fields: a refusal has `error_code`, an unanswered call wraps node-fetch's
 * error.
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
  return judgeSilence(fields.error ?? error);
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

/** What may be left out for Telegram to take the message after all. */
const OBJECTIONS: readonly (readonly [RegExp, "looks" | "topic"])[] = [
  [/message thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/i, "topic"],
  [/entit|inline keyboard|reply markup|BUTTON_(?!DATA_INVALID)|COPY_TEXT/i, "looks"],
];

/** Null when nothing was refused, or when leaving something out would not help. */
export const judgeObjection = (error: unknown): "looks" | "topic" | null => {
  const failure = judgeFailure(error);
  if (failure.kind !== "refused" || failure.status !== 400) return null;
  return OBJECTIONS.find(([pattern]) => pattern.test(failure.description))?.[1] ?? null;
};

const codeIn = (table: readonly (readonly [RegExp, string])[], description: string): string | null =>
  table.find(([pattern]) => pattern.test(description))?.[1] ?? null;

const judgeRefusal = (failure: TelegramFailure & { kind: "refused" }): SendOutcome => {
  const { status, description } = failure;
  if (status === 429) {
    const said = /retry after (\d+)/i.exec(description)?.[1];
    return {
      kind: "retry_after",
      seconds: restSeconds(failure.retryAfter ?? (said === undefined ? null : Number(said))),
    };
  }
  // Telegram answers 404 to a token that it cannot read, 401 to one that was revoked.
  if (status === 401 || status === 404) return { kind: "channel_down", code: `telegram_${status}` };
  // A well-formed "no" of the server is a no: the message was not taken.
  if (status >= 500) return { kind: "retry_after", seconds: restSeconds(failure.retryAfter) };
  const unreachable = status === 400 || status === 403 ? codeIn(UNREACHABLE, description) : null;
  if (unreachable !== null) return { kind: "blocked", code: unreachable };
  return { kind: "rejected", code: codeIn(REJECTED, description) ?? `telegram_${status}` };
};

/** What a failed send means for the message. */
export const judgeAnswer = (error: unknown): SendOutcome => {
  const failure = judgeFailure(error);
  return failure.kind === "refused" ? judgeRefusal(failure) : outcomeOfSilence(failure);
};
